import { readFile } from 'node:fs/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Product } from '../../../domain/catalogue/product.ts';
import type { DemoConversation } from './demo-conversation.ts';

const DEMO = new URL('../../../../demo/', import.meta.url);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const SEVERITY: Readonly<Record<string, string>> = {
  emergency_poisoning: 'emergency',
  pregnancy_risk: 'urgent',
  drug_interaction: 'urgent',
};

/**
 * Fills an empty shop once, as the database's owner: the demo catalogue and a few conversations, orders and
 * ratings. Answers false when there is a catalogue already.
 */
export async function seedDemo(
  ownerUrl: string,
  options: { readonly publicUrl: string; readonly consentVersion: string },
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table products in share row exclusive mode');
    if ((await client.query('select from products limit 1')).rowCount !== 0) {
      await client.query('rollback');
      return false;
    }
    const products = await read<readonly Product[]>('products.json');
    await insertProducts(client, products);
    const prices = new Map<string, Product>(products.map((product) => [product.id, product]));
    const userIds = new Map<string, string>();
    const now = Date.now();
    for (const conversation of await read<readonly DemoConversation[]>('conversations.json')) {
      await insertConversation(client, conversation, { ...options, prices, userIds, now });
    }
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(name, DEMO), 'utf8')) as T;

async function insertProducts(client: pg.Client, products: readonly Product[]): Promise<void> {
  await client.query(
    `insert into products (id, name, description, category, price_cfa, stock_qty, image_url, ingredients, expiration_date, brand, barcode,
       tags, active, cautions, attributes, promo_price_cfa, promo_from, promo_to, usage_tip)
     select p.id, p.name, p.description, p.category, p."priceCfa", p."stockQty", p."imageUrl", p.ingredients, p."expirationDate", p.brand, p.barcode,
       p.tags, p.active, p.cautions, p.attributes, p."promoPriceCfa", p."promoFrom", p."promoTo", p."usageTip"
     from jsonb_to_recordset($1::jsonb) as p (id uuid, name text, description text, category text, "priceCfa" integer, "stockQty" integer,
       "imageUrl" text, ingredients text, "expirationDate" date, brand text, barcode text, tags text[], active boolean, cautions jsonb,
       attributes text[], "promoPriceCfa" integer, "promoFrom" date, "promoTo" date, "usageTip" text)`,
    [JSON.stringify(products)],
  );
}

interface SeedContext {
  readonly publicUrl: string;
  readonly consentVersion: string;
  readonly prices: ReadonlyMap<string, Product>;
  readonly userIds: Map<string, string>;
  readonly now: number;
}

async function insertConversation(
  client: pg.Client,
  demo: DemoConversation,
  context: SeedContext,
): Promise<void> {
  const userId = await customerOf(client, demo, context);
  const startedMs = context.now - demo.startedDaysAgo * DAY_MS;
  const at = (minutes: number): Date =>
    new Date(Math.min(startedMs + minutes * MINUTE_MS, context.now));
  const last = at(demo.messages.at(-1)?.minutesAfterStart ?? 0);
  const conversationId = randomUUID();
  await client.query(
    `insert into conversations (id, user_id, started_at, ended_at, status, mode, chat_id, last_message_at, last_inbound_at, human_since, labels, unread_count)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      conversationId,
      userId,
      at(0),
      demo.status === 'closed' ? last : null,
      demo.status,
      demo.mode,
      `${demo.customer.phone.slice(1)}@s.whatsapp.net`,
      last,
      demo.mode === 'assistant' ? null : new Date(context.now),
      demo.labels ?? [],
      demo.mode === 'waiting' ? 1 : 0,
    ],
  );
  for (const message of demo.messages) {
    const turnId = message.sender === 'assistant' ? randomUUID() : null;
    await client.query(
      `insert into messages (id, conversation_id, sender, content, timestamp, status, turn_id, handled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $5)`,
      [
        randomUUID(),
        conversationId,
        message.sender,
        message.text,
        at(message.minutesAfterStart),
        message.sender === 'user' ? 'received' : 'read',
        turnId,
      ],
    );
    if (turnId === null) continue;
    const productIds = message.productIds ?? [];
    await client.query(
      `insert into turns (id, conversation_id, user_id, started_at, finished_at, outcome, candidates, model, response_ms)
       values ($1, $2, $3, $4, $4, $5, $6, 'stub', 1900)`,
      [
        turnId,
        conversationId,
        userId,
        at(message.minutesAfterStart),
        productIds.length > 0 ? 'recommended' : 'talked',
        JSON.stringify(productIds),
      ],
    );
    for (const [index, productId] of productIds.entries()) {
      await client.query(
        'insert into recommendations (conversation_id, product_id, recommended_at, turn_id, rank) values ($1, $2, $3, $4, $5)',
        [conversationId, productId, at(message.minutesAfterStart), turnId, Math.min(index + 1, 3)],
      );
    }
  }
  if (demo.alert) {
    const { category, reason, handled } = demo.alert;
    await client.query(
      'insert into advisor_alerts (conversation_id, reason, triggered_at, handled_at, category, severity) values ($1, $2, $3, $4, $5, $6)',
      [
        conversationId,
        reason,
        last,
        handled ? last : null,
        category,
        SEVERITY[category] ?? 'handoff',
      ],
    );
  }
  const orderId = demo.order
    ? await insertOrder(client, demo.order, conversationId, userId, context)
    : null;
  if (demo.rating) {
    await client.query(
      'insert into survey_answers (conversation_id, order_id, user_id, score, comment, answered_at) values ($1, $2, $3, $4, $5, $6)',
      [conversationId, orderId, userId, demo.rating.score, demo.rating.comment, last],
    );
  }
  if (demo.unmet) {
    await client.query(
      `insert into unmet_demand (conversation_id, query, need_key, reason, asked_at) values ($1, $2, lower($2), 'not_found', $3)`,
      [conversationId, demo.unmet.query, last],
    );
  }
}

async function customerOf(
  client: pg.Client,
  demo: DemoConversation,
  context: SeedContext,
): Promise<string> {
  const { phone, name, language, marketing } = demo.customer;
  const known = context.userIds.get(phone);
  if (known !== undefined) return known;
  const id = randomUUID();
  const since = new Date(context.now - demo.startedDaysAgo * DAY_MS);
  await client.query(
    `insert into users (id, phone_number, name, role, created_at, language, service_consent, consent_version, consent_asked_at, marketing_consent)
     values ($1, $2, $3, 'customer', $4, $5, true, $6, $4, $7)`,
    [id, phone, name, since, language, context.consentVersion, marketing ?? null],
  );
  await client.query('insert into customer_aliases (alias, user_id) values ($1, $2)', [phone, id]);
  await client.query(
    `insert into consent_logs (user_id, consent_given, timestamp, version, purpose)
     select $1, true, $2, $3, unnest($4::text[])`,
    [
      id,
      since,
      context.consentVersion,
      marketing === true ? ['service', 'marketing'] : ['service'],
    ],
  );
  context.userIds.set(phone, id);
  return id;
}

async function insertOrder(
  client: pg.Client,
  order: NonNullable<DemoConversation['order']>,
  conversationId: string,
  userId: string,
  context: SeedContext,
): Promise<string> {
  const id = randomUUID();
  const created = new Date(context.now - order.daysAgo * DAY_MS);
  const lines = order.items.map((item) => ({
    ...item,
    product: context.prices.get(item.productId)!,
  }));
  const amount = lines.reduce((sum, line) => sum + line.quantity * line.product.priceCfa, 0);
  await client.query(
    `insert into orders (id, conversation_id, order_link, status, created_at, updated_at, user_id, code, amount_cfa, completed_at)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
    [
      id,
      conversationId,
      `${context.publicUrl}/cart?order_id=${id}`,
      order.status,
      created,
      userId,
      randomBytes(6).toString('hex'),
      amount,
      order.status === 'completed' ? created : null,
    ],
  );
  for (const [index, line] of lines.entries()) {
    await client.query(
      'insert into order_items (order_id, line, product_id, name, quantity, unit_price_cfa) values ($1, $2, $3, $4, $5, $6)',
      [id, index + 1, line.productId, line.product.name, line.quantity, line.product.priceCfa],
    );
  }
  return id;
}
