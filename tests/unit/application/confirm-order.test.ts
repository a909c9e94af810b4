import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/order/order.ts';
import { fr } from '../../../src/domain/texts/fr.ts';
import { anOrder, anOrderId } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
let lea: Harness;
let before: number;
beforeEach(async () => {
  lea = createHarness();
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  before = lea.shownTo(PHONE).length;
});

async function confirmed(fields: Partial<Order>): Promise<readonly string[]> {
  const { id, userId } = lea.store.conversations.all()[0]!;
  const order = anOrder({ conversationId: id, userId, ...fields });
  lea.store.orders.insert(order);
  await lea.parts.confirmOrder.execute({ orderId: order.id });
  await lea.settle();
  return lea
    .shownTo(PHONE)
    .slice(before)
    .map(({ text }) => text);
}

describe('a customer hears', () => {
  it('that the order is settled, for how much, and where it is on its way', async () => {
    const trackingUrl = 'https://track.example/1';
    expect(await confirmed({ status: 'completed', amountCfa: 13_000, trackingUrl })).toEqual([
      fr.orderCompleted(13_000, trackingUrl),
    ]);
  });

  it('that it was cancelled', async () => {
    expect(await confirmed({ status: 'cancelled' })).toEqual([fr.orderCancelled]);
  });

  it('also while an advisor writes: what became of an order is no advice', async () => {
    lea.store.conversations.upsert({ ...lea.store.conversations.all()[0]!, mode: 'human' });
    expect(await confirmed({ status: 'cancelled' })).toEqual([fr.orderCancelled]);
  });
});

it('nobody hears of an order without a conversation, of one that is gone, or after an erasure', async () => {
  expect(await confirmed({ status: 'completed', conversationId: null })).toEqual([]);
  await lea.parts.confirmOrder.execute({ orderId: anOrderId() });
  lea.store.conversations.upsert({ ...lea.store.conversations.all()[0]!, chatId: '' });
  expect(await confirmed({ status: 'completed' })).toEqual([]);
  expect(lea.store.messages.all().filter(({ status }) => status === 'queued')).toEqual([]);
});
