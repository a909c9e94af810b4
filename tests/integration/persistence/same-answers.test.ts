import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemory } from '../../support/stores/open-memory.ts';
import { openPostgres, startPostgres, stopPostgres } from '../../support/stores/open-postgres.ts';
import { ALL_CALLS, keptByBoth, outcomeOf } from '../../support/stores/play.ts';
import { rowsOfBoth } from '../../support/stores/rows.ts';
import { RUNS, SEED } from '../../support/stores/scale.ts';
import { World } from '../../support/stores/world.ts';
import type { Lease } from '../../../src/ports/conversation-queue.ts';

beforeAll(startPostgres);
afterAll(stopPostgres);

/** Begins with some of what everything else is about. */
const BEGINNING = [
  'customers.resolve',
  'conversations.ensureOpen',
  'catalogue.put',
  'messages.appendInbound',
  'messages.appendOutbound',
  'orders.insert',
];
const byName = new Map(ALL_CALLS.map((call) => [call.name, call]));
const dice = fc.array(fc.nat(1_000), { minLength: 8, maxLength: 24 });
const beginning = fc.tuple(
  ...[...BEGINNING, ...BEGINNING].map((name) =>
    fc.record({ call: fc.constant(byName.get(name)!), dice }),
  ),
);
const step = fc.record({ call: fc.constantFrom(...ALL_CALLS), dice });

it(
  `memory and PostgreSQL answer ${RUNS} random stories of all calls alike, and keep the same`,
  { timeout: 60_000 + RUNS * 5_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        beginning,
        fc.array(step, { minLength: 60, maxLength: 150, size: 'max' }),
        async (first, then) => {
          const memory = await openMemory();
          const postgres = await openPostgres();
          const world = new World();
          const played: string[] = [];
          for (const { call, dice: thrown } of [...first, ...then]) {
            world.throwDice(thrown);
            const play = call.draw(world);
            played.push(call.name);
            const [here, there] = keptByBoth(
              call.name,
              await outcomeOf(call.name, play, memory),
              await outcomeOf(call.name, play, postgres),
            );
            expect(withoutWords(here), told(call.name, played, here, there)).toEqual(
              withoutWords(there),
            );
            if (call.name.startsWith('queue.claim')) noteLeases(world, here);
          }
          const [kept, stored] = await rowsOfBoth(memory.store, postgres);
          expect(kept).toEqual(stored);
          expect(await memory.auditLines()).toEqual(await postgres.auditLines());
          expect(await memory.waitingJobs()).toEqual(await postgres.waitingJobs());
          for (const id of world.conversations) {
            const row = memory.store.conversations.get(id);
            if (row !== undefined)
              expect(await memory.beside(id)).toEqual(await postgres.beside(id));
          }
        },
      ),
      { numRuns: RUNS, ...SEED, endOnFailure: true },
    ),
);

const withoutWords = (outcome: unknown): unknown => ({ ...(outcome as object), error: undefined });

const told = (name: string, played: readonly string[], here: unknown, there: unknown): string =>
  `${name} after ${played.length - 1} calls: memory ${JSON.stringify(here)}, PostgreSQL ${JSON.stringify(there)}`;

function noteLeases(world: World, outcome: unknown): void {
  const { answer } = outcome as { readonly answer?: Lease | null | readonly Lease[] };
  world.leases.push(...[answer ?? []].flat());
}
