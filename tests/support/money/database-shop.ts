import type { Knex } from 'knex';
import { KnexConversationQueue } from '../../../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexKpiReads } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexKpiUpkeep } from '../../../src/adapters/persistence/knex/knex-kpi-upkeep.ts';
import { KnexRetention } from '../../../src/adapters/persistence/knex/knex-retention.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { createHarness, type Harness } from '../harness.ts';
import { RecordingLog } from '../recording-log.ts';
import { SETTINGS, shelf, type MoneyShop, type Seen } from './shop.ts';

/** Everything that stories write, and the figures. */
const EMPTY = `truncate users, conversations, orders, products, campaigns, kpi_daily, kpi_monthly, kpi_changes, kpi_conversations, erased_keys cascade`;

/** A new shop in a database that one story at a time has for itself. */
export async function databaseShop(db: Knex, owner: Knex, listenUrl: string): Promise<MoneyShop> {
  await owner.raw(EMPTY);
  let lea: Harness | null = null;
  // Jobs run when the harness says so; they are no part of the books.
  const jobs = { enqueue: async (_: Knex.Transaction, job: never) => lea!.jobs.enqueue(job) };
  lea = createHarness({
    settings: SETTINGS,
    adapters: {
      uow: new KnexUnitOfWork(db, jobs),
      queue: new KnexConversationQueue({ db, listenUrl, log: new RecordingLog() }),
      kpiReads: new KnexKpiReads(db),
      retention: new KnexRetention(db),
      burstWindowMs: 0,
    },
  });
  await owner('products').insert(
    shelf().map(({ id, name, category, brand, priceCfa, stockQty }) => ({
      id,
      name,
      category,
      brand,
      price_cfa: priceCfa,
      stock_qty: stockQty,
    })),
  );
  const { parts } = lea;
  return {
    lea,
    async find(phone) {
      const row = await owner('users')
        .leftJoin('conversations', 'conversations.user_id', 'users.id')
        .where('users.phone_number', phone)
        .orderBy('conversations.started_at', 'desc')
        .first<{ person: string; conversation: string | null } | undefined>({
          person: 'users.id',
          conversation: 'conversations.id',
        });
      return row ?? null;
    },
    seen: () => seen(owner),
    database: {
      report: (from, to) => parts.reportKpis.execute({ actor: SERVICE, from, to }),
      fold: async () => {
        await new KnexKpiUpkeep(db).fold();
      },
    },
  };
}

const SEEN_SQL = `select json_build_object(
  'products', (select coalesce(json_agg(json_build_object('id', id, 'stock', stock_qty, 'price', price_cfa, 'promo', promo_price_cfa, 'active', active)), '[]') from products),
  'orders', (select coalesce(json_agg(json_build_object('id', id, 'person', user_id, 'conversation', conversation_id, 'status', status,
      'amount', amount_cfa, 'source', source, 'code', code,
      'completedAt', (extract(epoch from completed_at) * 1000)::bigint, 'deliveredAt', (extract(epoch from delivered_at) * 1000)::bigint,
      'lines', (select coalesce(json_agg(json_build_object('product', product_id, 'pieces', quantity, 'price', unit_price_cfa) order by line), '[]') from order_items where order_id = orders.id),
      'taken', (select coalesce(json_object_agg(product_id, stock_taken), '{}') from order_items where order_id = orders.id and stock_taken > 0),
      'events', (select coalesce(json_agg(concat_ws(' ', kind, via, coalesce(amount_cfa::text, 'null')) order by id), '[]') from order_events where order_id = orders.id))), '[]') from orders),
  'coupons', (select coalesce(json_agg(json_build_object('code', code, 'usedFor', case when used then coalesce(order_id::text, 'no order') end)), '[]') from loyalty_coupons),
  'recommended', (select coalesce(json_agg(json_build_object('conversation', conversation_id, 'at', (extract(epoch from recommended_at) * 1000)::bigint)), '[]') from recommendations),
  'conversations', (select coalesce(json_agg(id), '[]') from conversations),
  'people', (select coalesce(json_agg(id), '[]') from users)) as seen`;

async function seen(owner: Knex): Promise<Seen> {
  const { rows } = await owner.raw<{ rows: [{ seen: Seen }] }>(SEEN_SQL);
  return rows[0].seen;
}
