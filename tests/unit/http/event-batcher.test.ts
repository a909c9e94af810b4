import { describe, expect, test } from 'vitest';
import { EventBatcher } from '../../../src/adapters/http/webhook/event-batcher.ts';
import type { ChannelEvent } from '../../../src/ports/inbound-channel.ts';

const event = (reason: string): ChannelEvent => ({ type: 'ignored', reason });
const names = (events: readonly ChannelEvent[]) =>
  events.map((one) => (one.type === 'ignored' ? one.reason : '?'));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A store whose commits end when told to. */
class SlowStore {
  readonly commits: { readonly names: readonly string[]; readonly end: (error?: Error) => void }[] =
    [];
  running = 0;
  most = 0;

  readonly store = (events: readonly ChannelEvent[]): Promise<void> => {
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    return new Promise((resolve, reject) => {
      const end = (error?: Error) => {
        this.running -= 1;
        if (error) reject(error);
        else resolve();
      };
      this.commits.push({ names: names(events), end });
    });
  };

  get seen() {
    return this.commits.map((commit) => commit.names);
  }
}

describe('the batcher', () => {
  test('commits what arrived together in one commit', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store);
    const all = ['a', 'b', 'c'].map((name) => batcher.submit([event(name)]));
    await turn();
    await turn();
    expect(slow.seen).toEqual([['a', 'b', 'c']]);
    slow.commits[0]!.end();
    await Promise.all(all);
  });

  test('waits for what the same round of the event loop brings', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store);
    const first = batcher.submit([event('a')]);
    await Promise.resolve();
    const second = batcher.submit([event('b')]);
    await turn();
    await turn();
    expect(slow.seen).toEqual([['a', 'b']]);
    slow.commits[0]!.end();
    await Promise.all([first, second]);
  });

  test('answers nobody before their commit', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store);
    let answered = false;
    const request = batcher.submit([event('a')]).then(() => (answered = true));
    await turn();
    await turn();
    expect(answered).toBe(false);
    slow.commits[0]!.end();
    await request;
    expect(answered).toBe(true);
  });

  test('runs two commits at a time, and gathers meanwhile', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store);
    const requests: Promise<void>[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      requests.push(batcher.submit([event(name)]));
      await turn();
      await turn();
    }
    expect(slow.seen).toEqual([['a'], ['b']]);
    slow.commits[0]!.end();
    await turn();
    await turn();
    expect(slow.seen).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
    for (const commit of slow.commits.slice(1)) commit.end();
    await Promise.all(requests);
    expect(slow.most).toBe(2);
  });

  test('keeps whole requests within the size of a commit, in their order', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store, { lanes: 1, maxEvents: 3 });
    const requests = [['a', 'b'], ['c', 'd'], ['e'], ['1', '2', '3', '4'], ['f']].map((group) =>
      batcher.submit(group.map(event)),
    );
    for (let commit = 0; commit < 4; commit += 1) {
      await expect.poll(() => slow.commits.length).toBe(commit + 1);
      slow.commits[commit]!.end();
    }
    await Promise.all(requests);
    expect(slow.seen).toEqual([['a', 'b'], ['c', 'd', 'e'], ['1', '2', '3', '4'], ['f']]);
  });

  test('lets one request that cannot be stored fail alone', async () => {
    const stored: string[] = [];
    const batcher = new EventBatcher(async (events) => {
      if (names(events).includes('poison')) throw new Error('unstorable');
      stored.push(...names(events));
    });
    const results = await Promise.allSettled(
      ['a', 'poison', 'b', 'c'].map((name) => batcher.submit([event(name)])),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(stored).toEqual(['a', 'b', 'c']);
  });

  test('goes on after any number of them, as long as others can be stored', async () => {
    const order = ['bad', 'bad', 'a', 'bad', 'bad', 'b'];
    const batcher = new EventBatcher(async (events) => {
      if (names(events).includes('bad')) throw new Error('unstorable');
    });
    const results = await Promise.allSettled(order.map((name) => batcher.submit([event(name)])));
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
      order.map((name) => name !== 'bad'),
    );
  });

  test('does not try every single request while the store is down, and works on afterwards', async () => {
    let down = true;
    let tries = 0;
    const batcher = new EventBatcher(async () => {
      tries += 1;
      if (down) throw new Error('connection refused');
    });
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => batcher.submit([event(String(index))])),
    );
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(tries).toBe(4);
    down = false;
    await batcher.submit([event('again')]);
  });

  test('turns requests away when too many wait', async () => {
    const slow = new SlowStore();
    const batcher = new EventBatcher(slow.store, { lanes: 1, maxWaiting: 2 });
    const waiting = ['a', 'b'].map((name) => batcher.submit([event(name)]));
    await expect(batcher.submit([event('c')])).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'overloaded',
    });
    await turn();
    await turn();
    slow.commits[0]!.end();
    await Promise.all(waiting);
  });

  test('has nothing to do for a request without events', async () => {
    const slow = new SlowStore();
    await new EventBatcher(slow.store).submit([]);
    expect(slow.commits).toEqual([]);
  });
});
