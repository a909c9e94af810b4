import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConversationWorker } from '../../../src/adapters/worker/conversation-worker.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { ConversationQueue, Lease } from '../../../src/ports/conversation-queue.ts';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { NoMetrics } from '../../support/no-metrics.ts';
import { RecordingLog } from '../../support/recording-log.ts';

/** What the worker asked of its queue and its use cases, in order. */
let did: string[];
let due: Lease[];
let held: boolean;
let notify: (dueInMs: number) => void;
let answer: () => Promise<string>;
let send: (mayStillSend: () => boolean) => Promise<void>;
let fail: () => Promise<void>;
let log: RecordingLog;
let worker: ConversationWorker;

const aLease = (over: Partial<Lease> = {}): Lease => ({
  conversationId: 'c' as ConversationId,
  owner: 'w',
  fence: 1,
  attempts: 1,
  unsent: false,
  ...over,
});

beforeEach(() => {
  vi.useFakeTimers();
  [did, due, held, log] = [[], [], true, new RecordingLog()];
  answer = async () => 'advised';
  send = async () => undefined;
  fail = async () => undefined;
  const queue: ConversationQueue = {
    onWork: async (listener) => {
      notify = listener;
      return async () => undefined;
    },
    claim: async () => due.splice(0),
    straighten: async () => 0,
    claimSuspect: async () => null,
    renew: async () => held,
    release: async () => void did.push('release'),
    fail: async (_lease, retryInMs) => {
      await fail();
      did.push(retryInMs === null ? 'laid aside' : `again in ${Math.floor(retryInMs / 1000)} s`);
    },
    postpone: async (_lease, retryInMs) =>
      void did.push(`postponed ${retryInMs >= 5_000 && retryInMs <= 15_000}`),
  };
  worker = new ConversationWorker({
    queue,
    answer: {
      execute: async () => {
        did.push('answer');
        return answer();
      },
    },
    send: {
      execute: async (_lease, mayStillSend) => {
        did.push('send');
        await send(mayStillSend);
      },
    },
    deadLetter: { execute: async () => void did.push('dead letter') },
    log,
    metrics: new NoMetrics(),
    name: 'w',
    concurrency: 1,
    capacity: () => 1,
  });
});

afterEach(async () => {
  await worker.stop();
  vi.useRealTimers();
});

const work = async (lease: Lease, ms = 1): Promise<readonly string[]> => {
  due.push(lease);
  await worker.start();
  await vi.advanceTimersByTimeAsync(ms);
  return did;
};
const failing = (error: Error) => async (): Promise<never> => Promise.reject(error);

describe('a turn', () => {
  it('is answered, sent and given back', async () => {
    expect(await work(aLease())).toEqual(['answer', 'send', 'release']);
  });

  it('sends first what an earlier one left', async () => {
    expect(await work(aLease({ unsent: true }))).toEqual(['send', 'answer', 'send', 'release']);
  });

  it.each(['nothing_to_do', 'overtaken'])('that ended as %s sends nothing', async (outcome) => {
    answer = async () => outcome;
    expect(await work(aLease())).toEqual(['answer', 'release']);
  });

  it('whose lease was lost gives nothing back', async () => {
    answer = async () => 'lost';
    expect(await work(aLease())).toEqual(['answer']);
  });

  it('may send as long as its lease was renewed, by its own watch', async () => {
    let mayStillSend: () => boolean = () => false;
    let end: () => void = () => undefined;
    send = (may) => {
      mayStillSend = may;
      return new Promise((resolve) => (end = resolve));
    };
    await work(aLease());
    const seen: boolean[] = [];
    for (const renewed of [true, true, false, false]) {
      held = renewed;
      await vi.advanceTimersByTimeAsync(7_000);
      seen.push(mayStillSend());
    }
    // Renewed for the last time at 12 s, for 12 s.
    expect(seen).toEqual([true, true, true, false]);
    end();
  });
});

describe('a failure', () => {
  it.each([
    [1, ['again in 0 s', 'again in 1 s']],
    [2, ['again in 2 s', 'again in 3 s']],
    [4, [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33].map((s) => `again in ${s} s`)],
  ])('at try %i is tried again later and later', async (attempts, expected) => {
    answer = failing(new Error('broken'));
    const [, outcome] = await work(aLease({ attempts }));
    expect(expected).toContain(outcome);
  });

  it('at the fifth try lays the conversation aside, with one alert', async () => {
    answer = failing(new Error('broken'));
    expect(await work(aLease({ attempts: 5 }))).toEqual(['answer', 'dead letter', 'laid aside']);
  });

  it('is assumed of what five holders died of, without a sixth try', async () => {
    expect(await work(aLease({ attempts: 6 }))).toEqual(['dead letter', 'laid aside']);
  });

  it('is tried again without counting while the database can take nothing', async () => {
    answer = failing(new LeaError('unavailable', 'database_unavailable', 'Full.'));
    expect(await work(aLease({ attempts: 5 }))).toEqual(['answer', 'postponed true']);
  });

  it('counts when the database gave this turn up, which it may do each time', async () => {
    answer = failing(Object.assign(new Error('canceling statement'), { code: '57014' }));
    expect(await work(aLease({ attempts: 5 }))).toEqual(['answer', 'dead letter', 'laid aside']);
  });

  it('of the gateway counts no try, however many there were', async () => {
    send = failing(new ProviderError('whapi', 'unavailable', 'Down.'));
    expect(await work(aLease({ attempts: 5 }))).toEqual(['answer', 'send', 'postponed true']);
  });

  it('that will not go away by itself counts', async () => {
    send = failing(new ProviderError('whapi', 'rejected', 'No.'));
    expect(await work(aLease({ attempts: 5 }))).toContain('laid aside');
  });

  it('is logged by its kind, never by its words', async () => {
    answer = failing(Object.assign(new Error('Awa, +241 77 00 00 00'), { code: '23505' }));
    await work(aLease());
    expect(log.lines).toMatchObject([
      { event: 'turn_failed', fields: { conversationId: 'c', attempts: 1, error: 'Error 23505' } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('Awa');
  });

  // The pause between two tries is a real one.
  it('is given back once the store is there again', async () => {
    vi.useRealTimers();
    answer = failing(new Error('broken'));
    let tries = 0;
    fail = async () => {
      if ((tries += 1) === 1) throw new Error('away');
    };
    due.push(aLease());
    await worker.start();
    await vi.waitFor(() => expect(did.at(-1)).toMatch(/^again in [01] s$/), 5_000);
    expect(tries).toBe(2);
  });

  it('is left to the lease’s end when the worker stops while the store is away', async () => {
    vi.useRealTimers();
    answer = failing(new Error('broken'));
    let tries = 0;
    fail = async () => {
      tries += 1;
      throw new Error('away');
    };
    due.push(aLease());
    await worker.start();
    await vi.waitFor(() => expect(tries).toBe(1));
    await worker.stop();
    expect(tries).toBe(2);
    expect(log.lines.at(-1)).toMatchObject({
      event: 'lease_not_returned',
      fields: { error: 'Error' },
    });
  });
});

describe('a notification', () => {
  it('of work that is due wakes at once, of later work in time', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(1);
    due.push(aLease());
    notify(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(did).toContain('release');
    did.length = 0;
    due.push(aLease());
    notify(300);
    await vi.advanceTimersByTimeAsync(299);
    expect(did).toEqual([]);
    await vi.advanceTimersByTimeAsync(3);
    expect(did).toContain('release');
  });

  it('that is lost costs a second', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(1);
    due.push(aLease());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(did).toContain('release');
  });
});

it('takes the next as soon as a full house has room, without a notification', async () => {
  let end: (outcome: string) => void = () => undefined;
  answer = () => new Promise((resolve) => (end = resolve));
  await work(aLease());
  due.push(aLease({ conversationId: 'd' as ConversationId }));
  notify(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(did).toEqual(['answer']);
  answer = async () => 'advised';
  end('advised');
  await vi.advanceTimersByTimeAsync(1);
  expect(did).toEqual(['answer', 'send', 'release', 'answer', 'send', 'release']);
});

it('stops only when what it works on is done', async () => {
  let end: (outcome: string) => void = () => undefined;
  answer = () => new Promise((resolve) => (end = resolve));
  await work(aLease());
  let stopped = false;
  const stopping = worker.stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stopped).toBe(false);
  end('advised');
  await vi.advanceTimersByTimeAsync(10);
  await stopping;
  expect(did.at(-1)).toBe('release');
});
