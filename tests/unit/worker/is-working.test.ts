import { afterEach, beforeEach, expect, describe, it, vi } from 'vitest';
import { ConversationWorker } from '../../../src/adapters/worker/conversation-worker.ts';
import type { ConversationQueue } from '../../../src/ports/conversation-queue.ts';
import { NoMetrics } from '../../support/no-metrics.ts';
import { RecordingLog } from '../../support/recording-log.ts';

let claim: ConversationQueue['claim'];
let worker: ConversationWorker;

beforeEach(async () => {
  vi.useFakeTimers();
  claim = async () => [];
  worker = new ConversationWorker({
    queue: {
      onWork: async () => async () => undefined,
      claim: (...all: Parameters<ConversationQueue['claim']>) => claim(...all),
      claimSuspect: async () => null,
    } as unknown as ConversationQueue,
    answer: { execute: async () => 'idle' },
    send: { execute: async () => undefined },
    deadLetter: { execute: async () => undefined },
    log: new RecordingLog(),
    metrics: new NoMetrics(),
    name: 'w',
    concurrency: 2,
    capacity: () => 2,
  });
});
afterEach(() => vi.useRealTimers());

describe('whether a worker works', () => {
  it('is not so before it has asked for work', () => expect(worker.isWorking()).toBe(false));

  it('stays so while there is nothing to do', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(worker.isWorking()).toBe(true);
    await worker.stop();
    expect(worker.isWorking()).toBe(false);
  });

  it('ends while the database does not answer, and comes back with it', async () => {
    await worker.start();
    await vi.advanceTimersByTimeAsync(1_000);
    claim = () => Promise.reject(new Error('connection lost'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(worker.isWorking()).toBe(false);
    claim = async () => [];
    await vi.advanceTimersByTimeAsync(1_500);
    expect(worker.isWorking()).toBe(true);
    await worker.stop();
  });
});
