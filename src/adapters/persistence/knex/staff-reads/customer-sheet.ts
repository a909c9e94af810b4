import type { Knex } from 'knex';
import type { CustomerSheet } from '../../../../ports/staff-reads.ts';
import { iso } from './iso.ts';
import { readOffered } from './offered-products.ts';

const LAST = {
  consents: 10,
  orders: 10,
  coupons: 10,
  conversations: 10,
  offered: 6,
  ratings: 5,
} as const;

type CustomerRow = Omit<NonNullable<CustomerSheet['customer']>, 'created_at'> & {
  readonly created_at: Date;
};
type Dated<T extends { readonly at: string }> = Omit<T, 'at'> & { readonly at: Date };

/** The person behind a conversation and the last of everything about them; null without such a conversation. */
export async function readCustomerSheet(
  trx: Knex.Transaction,
  conversationId: string,
  today: string,
): Promise<CustomerSheet | null> {
  const many = async <T>(sql: string, bindings: readonly Knex.Value[]): Promise<T[]> =>
    (await trx.raw<{ rows: T[] }>(sql, bindings)).rows;
  const [conversation] = await many<{ user_id: string | null }>(
    'select user_id from conversations where id = ?',
    [conversationId],
  );
  if (conversation === undefined) return null;
  const offered = await many<{ product_id: string }>(
    `select product_id from (
       select distinct on (product_id) product_id, recommended_at, rank from recommendations
       where conversation_id = ? and product_id is not null order by product_id, recommended_at desc
     ) latest order by recommended_at desc, rank limit ?`,
    [conversationId, LAST.offered],
  );
  const products = await readOffered(
    trx,
    offered.map((row) => row.product_id),
    today,
  );
  const user = conversation.user_id;
  const [customer] =
    user === null
      ? []
      : await many<CustomerRow>(
          `select id, name, phone_number as phone, language, service_consent, marketing_consent, preferences, health, created_at from users where id = ? and role = 'customer'`,
          [user],
        );
  if (user === null || customer === undefined)
    return {
      customer: null,
      consents: [],
      orders: [],
      coupons: [],
      conversations: [],
      offered: products,
      ratings: [],
    };

  const consents = await many<Dated<CustomerSheet['consents'][number]>>(
    'select id, purpose, consent_given as given, version, timestamp as at from consent_logs where user_id = ? order by timestamp desc limit ?',
    [user, LAST.consents],
  );
  const orders = await many<
    Omit<CustomerSheet['orders'][number], 'created_at'> & { readonly created_at: Date }
  >(
    `select o.id, o.code, o.status, o.amount_cfa, o.source, o.created_at,
            coalesce((select jsonb_agg(jsonb_build_object('name', i.name, 'quantity', i.quantity) order by i.line) from order_items i where i.order_id = o.id), '[]') as items
     from orders o where o.user_id = ? order by o.created_at desc limit ?`,
    [user, LAST.orders],
  );
  const coupons = await many<CustomerSheet['coupons'][number]>(
    'select id, code, discount_pct, valid_to, used from loyalty_coupons where user_id = ? order by created_at desc limit ?',
    [user, LAST.coupons],
  );
  const conversations = await many<{
    id: string;
    status: 'open' | 'closed';
    started_at: Date;
    last_message_at: Date;
    last_text: string | null;
  }>(
    `select c.id, c.status, c.started_at, c.last_message_at,
            (select left(m.content, 120) from messages m where m.conversation_id = c.id order by m.timestamp desc, m.seq desc limit 1) as last_text
     from conversations c where c.user_id = ? and c.id <> ? order by c.started_at desc limit ?`,
    [user, conversationId, LAST.conversations],
  );
  const ratings = await many<Dated<CustomerSheet['ratings'][number]>>(
    'select score, comment, answered_at as at from survey_answers where user_id = ? order by answered_at desc limit ?',
    [user, LAST.ratings],
  );
  return {
    customer: { ...customer, created_at: iso(customer.created_at) },
    consents: consents.map((row) => ({ ...row, at: iso(row.at) })),
    orders: orders.map((row) => ({ ...row, created_at: iso(row.created_at) })),
    coupons,
    conversations: conversations.map((row) => ({
      ...row,
      started_at: iso(row.started_at),
      last_message_at: iso(row.last_message_at),
    })),
    offered: products,
    ratings: ratings.map((row) => ({ ...row, at: iso(row.at) })),
  };
}
