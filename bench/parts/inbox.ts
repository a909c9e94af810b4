import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { openDatabase } from '../../src/adapters/persistence/knex/database.ts';
import { KnexKpiReads } from '../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexKpiUpkeep } from '../../src/adapters/persistence/knex/knex-kpi-upkeep.ts';
import { KnexStaffReads } from '../../src/adapters/persistence/knex/staff-reads/knex-staff-reads.ts';
import { LibphonePhoneNumbers } from '../../src/adapters/system/libphone-phone-numbers.ts';
import type { UserId } from '../../src/domain/customer/customer.ts';
import type { Actor } from '../../src/domain/shared/actor.ts';
import { asOwner } from '../support/database.ts';
import { addHistory, addProducts } from '../support/fill.ts';
import { atMost, percentile, type Measurement } from '../support/measurement.ts';
import type { Deps, Part } from '../support/part.ts';
import { timed } from '../support/time.ts';

const MESSAGES_EACH = 10;
const day = (offset: number): string =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const YEAR = {
  from: day(-364),
  to: day(0),
  previousFrom: day(-729),
  previousTo: day(-365),
};

interface Read {
  readonly what: string;
  readonly targetMs: number | null;
  readonly samples: readonly number[];
}

/** What advisors look at, with their own rights, in a shop of a year and in one of a tenth of its size. */
export const part: Part = async (deps) => {
  const large = deps.quick ? 10_000 : 100_000;
  const small = await readsOf(deps, large / 10);
  const big = await readsOf(deps, large);
  const size = `${(large * MESSAGES_EACH).toLocaleString('en')} messages`;
  return big.flatMap(({ what, targetMs, samples }, index): Measurement[] => {
    const p95 = percentile(samples, 0.95);
    const before = percentile(small[index]!.samples, 0.95);
    return [
      {
        what: `${what}, ${size}, p95`,
        value: p95,
        unit: 'ms',
        target: targetMs === null ? null : atMost(targetMs),
        note: `median ${percentile(samples, 0.5).toFixed(1)} ms`,
      },
      {
        what: '  against a tenth of the messages, medians',
        value: percentile(samples, 0.5) / percentile(small[index]!.samples, 0.5),
        unit: '×',
        // "No slower": what one run differs from the next.
        target: what.startsWith('KPI') ? atMost(1.25) : null,
        note: `p95 there ${before.toFixed(1)} ms`,
      },
    ];
  });
};

async function readsOf(
  { postgres, quick, say }: Deps,
  conversations: number,
): Promise<readonly Read[]> {
  const database = await postgres.create();
  try {
    say(`filling ${(conversations * MESSAGES_EACH).toLocaleString('en')} messages`);
    const actor: Actor = { kind: 'staff', userId: randomUUID() as UserId, role: 'admin' };
    const sample = await asOwner(database.ownerUrl, async (client) => {
      await addProducts(client, 1_000);
      await addHistory(client, { conversations, messagesEach: MESSAGES_EACH });
      await client.query(`insert into users (id, name, role) values ($1, 'Mesure', 'admin')`, [
        actor.userId,
      ]);
      const { rows } = await client.query<{ id: string }>(
        'select id from conversations order by md5(id::text) limit 200',
      );
      return rows.map(({ id }) => id);
    });
    const db = openDatabase(database.serverUrl, 4);
    try {
      say('reading');
      return await read(db, actor, sample, quick ? 40 : 200);
    } finally {
      await db.destroy();
    }
  } finally {
    await database.drop();
  }
}

async function read(
  db: Knex,
  actor: Actor,
  sample: readonly string[],
  count: number,
): Promise<readonly Read[]> {
  const reads = new KnexStaffReads(db, new LibphonePhoneNumbers({ country: 'GA' }));
  const kpis = new KnexKpiReads(db);
  const upkeep = new KnexKpiUpkeep(db);
  while ((await upkeep.fold()) > 0);
  const one = (index: number): string => sample[index % sample.length]!;
  const tabs = ['all', 'waiting', 'assistant', 'mine'] as const;
  const today = day(0);
  const cursors: (string | undefined)[] = [undefined];
  for (let page = 0; page < 20; page += 1) {
    const { next_cursor: next } = await reads.inbox(actor, {
      tab: 'all',
      cursor: cursors.at(-1),
      limit: 30,
    });
    if (next === null) break;
    cursors.push(next);
  }
  const figures = () => kpis.figures(actor, YEAR, 'Africa/Libreville', 10);
  const cases: readonly (readonly [
    string,
    number | null,
    number,
    (index: number) => Promise<unknown>,
  ])[] = [
    ['inbox list', 30, count, (index) => reads.inbox(actor, { tab: tabs[index % 4]!, limit: 30 })],
    [
      'inbox, later pages',
      30,
      count,
      (index) =>
        reads.inbox(actor, { tab: 'all', cursor: cursors[index % cursors.length], limit: 30 }),
    ],
    [
      'inbox, by words in messages',
      null,
      Math.ceil(count / 5),
      (index) =>
        reads.inbox(actor, {
          tab: 'all',
          q: ['livraison', 'karité', 'Nadège'][index % 3]!,
          limit: 30,
        }),
    ],
    [
      'thread page',
      30,
      count,
      (index) => reads.thread(actor, { conversationId: one(index), limit: 50, today }),
    ],
    [
      'customer history',
      30,
      count,
      (index) => reads.customer(actor, { conversationId: one(index), today }),
    ],
    ['KPI report over 12 months', 100, Math.ceil(count / 4), figures],
  ];
  const results: Read[] = [];
  for (const [what, targetMs, times, work] of cases) {
    await timed(5, work);
    results.push({ what, targetMs, samples: await timed(times, work) });
  }
  return results;
}
