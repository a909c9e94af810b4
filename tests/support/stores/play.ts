import { LeaError } from '../../../src/domain/shared/errors.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import type { ConversationQueue, Lease } from '../../../src/ports/conversation-queue.ts';
import type { Repositories } from '../../../src/ports/unit-of-work.ts';
import type { StoreUnderTest } from '../../contract/persistence/store-under-test.ts';
import { aUserId } from '../builders.ts';
import { CALLS, noLease } from './calls.ts';
import type { World } from './world.ts';

const EDITOR: Actor = { kind: 'staff', userId: aUserId(), role: 'product_editor' };
/** What the service may not: the shelf is its staff's. */
const OF_EDITORS: ReadonlySet<string> = new Set(
  ['put', 'remove', 'notePrices'].map((one) => `catalogue.${one}`),
);

/** Answers that come in no particular order. */
const UNORDERED: ReadonlySet<string> = new Set([
  'customers.getMany',
  'customers.consentsBy',
  'catalogue.lock',
  'catalogue.lockByBarcode',
  'catalogue.remove',
  'alerts.handleAll',
  'earlyChanges.take',
  'erasure.traces',
  'queue.claim',
]);

type Play = (store: StoreUnderTest) => Promise<unknown>;
interface Call {
  readonly name: string;
  /** Draws its arguments once; what it answers is played on each store. */
  readonly draw: (world: World) => Play;
}

const repositoryCalls: readonly Call[] = Object.entries(CALLS).flatMap(([repository, methods]) =>
  Object.entries(methods as Readonly<Record<string, (world: World) => readonly unknown[]>>).map(
    ([method, argumentsOf]) => ({
      name: `${repository}.${method}`,
      draw: (world: World): Play => {
        const drawn = argumentsOf(world);
        const actor = OF_EDITORS.has(`${repository}.${method}`) ? EDITOR : SERVICE;
        const it: Play = ({ uow }) =>
          uow.run(actor, (repositories) => {
            const called = repositories[repository as keyof Repositories] as unknown as Readonly<
              Record<string, (...drawn: readonly unknown[]) => Promise<unknown>>
            >;
            return called[method]!(...drawn);
          });
        return Object.assign(it, { drawn });
      },
    }),
  ),
);

const lease = (world: World): Lease => world.known(world.leases, () => noLease(world));
const LEASE_MS = 60_000;

/** All but `onWork`, which answers when others act: the contract suite has it. */
const QUEUE: {
  readonly [M in Exclude<keyof ConversationQueue, 'onWork'>]: (
    world: World,
  ) => Parameters<ConversationQueue[M]>;
} = {
  // All that is due, as the stores' clocks are not the same to the millisecond.
  claim: (w) => [`worker-${w.int(2)}`, 1_000, LEASE_MS],
  claimSuspect: (w) => [`worker-${w.int(2)}`, LEASE_MS],
  renew: (w) => [lease(w), LEASE_MS],
  release: (w) => [lease(w)],
  fail: (w) => [lease(w), w.oneOf([0, 30_000, null])],
  postpone: (w) => [lease(w), w.oneOf([0, 30_000])],
  straighten: () => [LEASE_MS],
};

const queueCalls: readonly Call[] = Object.entries(QUEUE).map(([method, argumentsOf]) => ({
  name: `queue.${method}`,
  draw: (world: World): Play => {
    const drawn: readonly unknown[] = argumentsOf(world);
    return ({ queue }) => {
      const called = queue as unknown as Readonly<
        Record<string, (...drawn: readonly unknown[]) => Promise<unknown>>
      >;
      return called[method]!(...drawn);
    };
  },
}));

const passTime: Call = {
  name: 'time passes',
  draw: (world) => {
    const ms = world.oneOf([10_000, 45_000, 90_000]);
    return (store) => store.passTime(ms);
  },
};

export const ALL_CALLS: readonly Call[] = [...repositoryCalls, ...queueCalls, passTime];

/** What a call came to, in a form that can be compared; a refusal is one, whatever its words. */
export async function outcomeOf(name: string, play: Play, store: StoreUnderTest): Promise<unknown> {
  try {
    return { answer: comparable(await play(store), UNORDERED.has(name)) };
  } catch (error) {
    return { refused: error instanceof LeaError ? error.code : 'defect', error: String(error) };
  }
}

/** Without what each store numbers by itself. */
export function comparable(value: unknown, unordered = false): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Set) return [...value].map((one) => comparable(one)).toSorted();
  if (Array.isArray(value)) {
    const list = value.map((one: unknown) => comparable(one, unordered));
    return unordered
      ? list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : list;
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => field !== 'seq')
        .map(([field, one]) => [field, comparable(one, unordered)]),
    );
  return value;
}

/**
 * Both outcomes, without what the port lets an adapter not keep: a person's file says null there.
 */
export function keptByBoth(
  name: string,
  here: unknown,
  there: unknown,
): readonly [unknown, unknown] {
  return name === 'erasure.exportOf' ? [here, likeIn(here, there)] : [here, there];
}

function likeIn(here: unknown, there: unknown): unknown {
  if (here === null && there !== undefined) return null;
  if (Array.isArray(here) && Array.isArray(there) && here.length === there.length)
    return there.map((one: unknown, index) => likeIn(here[index], one));
  if (!isRecord(here) || !isRecord(there)) return there;
  return Object.fromEntries(
    Object.entries(there).map(([field, one]) => [
      field,
      // Empty until it is saved, and read as a new one.
      field === 'dialogue' ? here[field] : likeIn(here[field], one),
    ]),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
