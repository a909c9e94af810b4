import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConversationWorker } from '../../../src/adapters/worker/conversation-worker.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { ConversationQueue, Lease } from '../../../src/ports/conversation-queue.ts';
import { NoMetrics } from '../../support/no-metrics.ts';
import { RecordingLog } from '../../support/recording-log.ts';

let waiting: number;
let room: number;
let asked: number[];
let running: (() => void)[];
let worker: ConversationWorker;

beforeEach(() => {
  vi.useFakeTimers();
  [waiting, room, asked, running] = [100, 3, [], []];
  worker = new ConversationWorker({
    queue: {
      onWork: async () => async () => undefined,
      claim: async (owner: string, limit: number): Promise<readonly Lease[]> => {
        asked.push(limit);
        const taken = Math.min(limit, waiting);
        waiting -= taken;
        room -= taken;
        return Array.from({ length: taken }, (_, n) => ({
          conversationId: `${waiting}-${n}` as ConversationId,
          owner,
          fence: 1,
          attempts: 1,
          unsent: false,
        }));
      },
      claimSuspect: async () => null,
      renew: async () => true,
      release: async () => {
        room += 1;
      },
    } as unknown as ConversationQueue,
    answer: {
      execute: () => new Promise((resolve) => running.push(() => resolve('nothing_to_do'))),
    },
    send: { execute: async () => undefined },
    deadLetter: { execute: async () => undefined },
    log: new RecordingLog(),
    metrics: new NoMetrics(),
    name: 'w',
    concurrency: 400,
    capacity: () => room,
  });
});
afterEach(() => vi.useRealTimers());

const finishAll = async (): Promise<void> => {
  for (;;) {
    waiting = 0;
    room = 400;
    for (const end of running.splice(0)) end();
    await vi.advanceTimersByTimeAsync(1);
    if (running.length === 0) return;
  }
};

describe('a busy store', () => {
  it('is given no more conversations than it can carry', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(running).toHaveLength(3);
    expect(asked).toEqual([3]);
    await finishAll();
    await worker.stop();
  });

  it('is given more as soon as it has room again, without a notification', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(1);
    running.shift()!();
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual([3, 1]);
    await finishAll();
    await worker.stop();
  });

  it('is asked for one when nothing runs, whoever else keeps it busy', async () => {
    room = -5;
    await worker.start();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([1]);
    expect(running).toHaveLength(1);
    await finishAll();
    await worker.stop();
  });

  it('does not let turns that wait for their model hold others back', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(1);
    // The model thinks: its turns need no connection.
    room = 3;
    await vi.advanceTimersByTimeAsync(10);
    expect(running).toHaveLength(6);
    await finishAll();
    await worker.stop();
  });
});
