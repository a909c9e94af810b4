import { hostname } from 'node:os';
import type { Knex } from 'knex';
import type { ChosenAdapters } from './adapters/choose-adapters.ts';
import { roomIn } from './adapters/persistence/knex/database.ts';
import type { JobRunner } from './adapters/persistence/knex/job-runner.ts';
import { ConversationWorker } from './adapters/worker/conversation-worker.ts';
import { TOKENS, type UseCaseContainer } from './container.ts';
import { runJobs } from './jobs.ts';
import { startUpkeep } from './upkeep.ts';

export interface WorkMeans {
  readonly adapters: ChosenAdapters;
  readonly container: UseCaseContainer;
  readonly db: Knex;
  readonly jobs: JobRunner;
}

export interface RunningWork {
  /** Whether conversations are being taken. */
  isWorking(): boolean;
  /** Lets turns in flight end and gives every lease back. */
  stop(): Promise<void>;
}

/** Turns in flight at once in one process; most of a turn waits for the model. */
const CONCURRENCY = 400;

/** All that a worker does: conversations, jobs, and upkeep. */
export async function startWork({
  adapters,
  container,
  db,
  jobs,
}: WorkMeans): Promise<RunningWork> {
  const upkeep = startUpkeep({ adapters, container, db });
  await runJobs(jobs, container, upkeep);
  const worker = new ConversationWorker({
    queue: adapters.queue,
    answer: container.get(TOKENS.answerConversation),
    send: container.get(TOKENS.sendOutbox),
    deadLetter: container.get(TOKENS.layAside),
    log: adapters.log,
    metrics: adapters.metrics,
    name: `${hostname()}-${process.pid}`,
    concurrency: CONCURRENCY,
    room: () => roomIn(db),
  });
  await worker.start();
  return {
    isWorking: () => worker.isWorking(),
    stop: async () => {
      await worker.stop();
      await upkeep.stop();
    },
  };
}
