import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import type { OrderId } from '../../../src/domain/order/order.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import {
  aConversationId,
  anOrder,
  aPhone,
  aProduct,
  aUserId,
  chatOf,
} from '../../support/builders.ts';
import { createHarness } from '../../support/harness.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const ADVISOR: Actor = { kind: 'staff', userId: aUserId(), role: 'support' };
let database: TestDatabase;
let db: Knex;
let owner: Knex;
let lea: ReturnType<typeof createHarness>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.serverUrl, 8);
  owner = openDatabase(database.ownerUrl, 1);
  const uow = new KnexUnitOfWork(db, { enqueue: () => Promise.resolve() });
  lea = createHarness({ adapters: { uow } });
});
afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

const product = aProduct({ stockQty: 10, priceCfa: 6_500 });
let userId: UserId;
let conversationId: ConversationId;
let pending: OrderId;

beforeEach(async () => {
  await owner.raw(`set search_path = public; truncate users, orders, conversations cascade`);
  await owner('products').where('id', product.id).delete();
  await owner('products').insert({
    id: product.id,
    name: product.name,
    price_cfa: 6_500,
    stock_qty: 10,
  });
  userId = aUserId();
  conversationId = aConversationId();
  const phone = aPhone();
  await owner('users').insert({ id: userId, role: 'customer', phone_number: phone });
  await owner('conversations').insert({
    id: conversationId,
    user_id: userId,
    status: 'open',
    chat_id: chatOf(phone),
    started_at: lea.adapters.clock.now(),
  });
  const now = lea.adapters.clock.now();
  const order = anOrder({
    userId,
    conversationId,
    createdAt: now,
    updatedAt: now,
    items: [{ productId: product.id, name: product.name, quantity: 1, unitPriceCfa: 6_500 }],
  });
  await lea.adapters.uow.run(SERVICE, ({ orders }) => orders.insert(order));
  pending = order.id;
});

const sold = (quantity = 1) =>
  lea.parts.markSold
    .execute({ actor: ADVISOR, conversationId, items: [{ productId: product.id, quantity }] })
    .then(
      ({ orderId }) => orderId,
      (error: { readonly code: string }) => error.code,
    );
const cart = (status: 'completed' | 'cancelled' = 'completed', reportKey = status) =>
  lea.parts.settleOrder.execute({ orderId: pending, status, reportKey }).then(
    () => 'ok',
    (error: { readonly code: string }) => error.code,
  );
const cancel = () =>
  lea.parts.cancelOrder.execute({ actor: ADVISOR, orderId: pending, reason: 'erreur' });
const shelf = async () => {
  const [{ stock_qty: stock } = { stock_qty: -1 }] = await owner('products')
    .where('id', product.id)
    .select<{ stock_qty: number }[]>('stock_qty');
  const completed = await owner('orders')
    .where('status', 'completed')
    .select<{ amount_cfa: number }[]>('amount_cfa');
  return { stock, sales: completed.map(({ amount_cfa: amount }) => amount) };
};
const ROUNDS = [1, 2, 3, 4, 5, 6];

describe('told at once', () => {
  it.each(ROUNDS)('twice by "Vendu", it is one sale (%i)', async () => {
    const outcomes = await Promise.all([sold(), sold(), sold()]);
    expect(outcomes.toSorted()).toEqual([pending, 'already_sold', 'already_sold'].toSorted());
    expect(await shelf()).toEqual({ stock: 9, sales: [6_500] });
  });

  it.each(ROUNDS)('by "Vendu" of what no order waits for, it is one sale (%i)', async () => {
    await cart('cancelled');
    const outcomes = await Promise.all([sold(2), sold(2)]);
    expect(outcomes.filter((outcome) => outcome === 'already_sold')).toHaveLength(1);
    expect(await shelf()).toEqual({ stock: 8, sales: [13_000] });
  });

  it.each(ROUNDS)('by the cart and by "Vendu", it is one sale (%i)', async () => {
    const [vendu, callback] = await Promise.all([sold(), cart()]);
    expect(callback).toBe('ok');
    expect([pending, 'already_sold']).toContain(vendu);
    expect(await shelf()).toEqual({ stock: 9, sales: [6_500] });
  });

  it.each(ROUNDS)('by copies of one report, it is one sale (%i)', async () => {
    expect(await Promise.all(Array.from({ length: 5 }, () => cart()))).toEqual(
      Array.from({ length: 5 }, () => 'ok'),
    );
    expect(await shelf()).toEqual({ stock: 9, sales: [6_500] });
    expect(await owner('order_events').where('order_id', pending)).toHaveLength(1);
  });

  it.each(ROUNDS)('and taken back meanwhile, the stock agrees with the orders (%i)', async () => {
    await Promise.all([sold(), cart(), cancel(), cancel()]);
    const { stock, sales } = await shelf();
    expect(stock).toBe(10 - sales.length);
  });
});
