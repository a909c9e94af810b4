import fc from 'fast-check';
import { it } from 'vitest';
import { MemoryConversationQueue } from '../../../src/adapters/persistence/memory/memory-conversation-queue.ts';
import { MemoryStore } from '../../../src/adapters/persistence/memory/memory-store.ts';
import { MemoryUnitOfWork } from '../../../src/adapters/persistence/memory/memory-unit-of-work.ts';
import { NOW } from '../../support/builders.ts';
import { seen, times } from '../../support/fault-scale.ts';
import { play, schedule } from '../../support/schedules.ts';

const RUNS = times('SCHEDULES', 150, 1_000);

it(
  `answers each question once and in order over ${RUNS} random schedules in memory`,
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        let now = NOW.getTime();
        const clock = { now: () => new Date(now) };
        const store = new MemoryStore(clock);
        await play(
          {
            uow: new MemoryUnitOfWork(store),
            queue: new MemoryConversationQueue(store),
            clock,
            passTime: async (ms) => void (now += ms),
          },
          steps,
        );
      }),
      { numRuns: RUNS },
    );
    seen(`${RUNS} random schedules, memory`, '0 inversions, 0 repeated, 0 lost, 0 late writes');
  },
);
