import { describe, expect, it } from 'vitest';
import type { Product, ProductId } from '../../../src/domain/catalogue/product.ts';
import type { OrderId } from '../../../src/domain/order/order.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aCoupon, aProduct, aUserId } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const MINUTE = 60_000;
const ADVISOR: Actor = { kind: 'staff', userId: aUserId(), role: 'support' };

/** A shop with two products and a customer who has said OUI. */
async function shop(...products: readonly Product[]) {
  const lea = createHarness({ products });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  const conversation = lea.store.conversations.all()[0]!;
  const told = { actor: ADVISOR, conversationId: conversation.id };
  return {
    lea,
    conversation,
    stock: (product: Product) => lea.store.products.get(product.id)!.stockQty,
    orders: () => lea.store.orders.all(),
    order: (id: OrderId) => lea.store.orders.get(id)!,
    /** The customer taps "Commander" below a product. */
    orders1: async (product: Product) => {
      await say(lea, PHONE, '', { button: `order:${product.id}` });
      return lea.store.orders.all().at(-1)!.id;
    },
    sold: (
      items: readonly (readonly [Product, number])[],
      more: { readonly amountCfa?: number; readonly anotherSale?: boolean } = {},
    ) =>
      lea.parts.markSold.execute({
        ...told,
        ...more,
        items: items.map(([{ id }, quantity]) => ({ productId: id, quantity })),
      }),
    cart: (
      orderId: OrderId,
      report: {
        readonly status?: 'completed' | 'cancelled';
        readonly amountCfa?: number;
        readonly deliveredAt?: Date;
        readonly trackingUrl?: string;
        readonly reportKey?: string;
      } = {},
    ) => lea.parts.settleOrder.execute({ orderId, via: 'cart', status: 'completed', ...report }),
    cancel: (orderId: OrderId, notifyCustomer = false) =>
      lea.parts.cancelOrder.execute({
        actor: ADVISOR,
        orderId,
        reason: 'notée deux fois',
        notifyCustomer,
      }),
    history: async (orderId: OrderId) =>
      (await lea.parts.readOrderHistory.execute({ actor: ADVISOR, orderId })).events,
    waiting: () =>
      lea.store.campaignMessages
        .all()
        .filter(({ status }) => status === 'pending')
        .map(({ type, orderId }) => [type, orderId]),
  };
}

const CREAM = aProduct({ name: 'Crème hydratante', priceCfa: 6_500, stockQty: 10 });
const SOAP = aProduct({ name: 'Savon doux', priceCfa: 1_500, stockQty: 2 });

describe('"Vendu"', () => {
  it('has the lines, the amount and the stock as ticked', async () => {
    const it = await shop(CREAM, SOAP);
    const { orderId } = await it.sold([
      [CREAM, 2],
      [SOAP, 1],
    ]);
    expect(it.order(orderId)).toMatchObject({
      status: 'completed',
      amountCfa: 14_500,
      source: 'human',
      items: [
        { productId: CREAM.id, name: CREAM.name, quantity: 2, unitPriceCfa: 6_500 },
        { productId: SOAP.id, name: SOAP.name, quantity: 1, unitPriceCfa: 1_500 },
      ],
    });
    expect([it.stock(CREAM), it.stock(SOAP)]).toEqual([8, 1]);
  });

  it('keeps the price that was agreed, and the catalogue’s in the lines', async () => {
    const it = await shop(CREAM);
    const { orderId } = await it.sold([[CREAM, 2]], { amountCfa: 12_000 });
    expect(it.order(orderId)).toMatchObject({
      amountCfa: 12_000,
      items: [{ quantity: 2, unitPriceCfa: 6_500 }],
    });
  });

  it('takes the promotional price of the day, and one line for a product that was ticked twice', async () => {
    const promoted = aProduct({ priceCfa: 5_000, promoPriceCfa: 4_000, stockQty: 9 });
    const it = await shop(promoted);
    const { orderId } = await it.sold([
      [promoted, 1],
      [promoted, 2],
    ]);
    expect(it.order(orderId)).toMatchObject({
      amountCfa: 12_000,
      items: [{ quantity: 3, unitPriceCfa: 4_000 }],
    });
    expect(it.stock(promoted)).toBe(6);
  });

  it('leaves an order for other products alone', async () => {
    const it = await shop(CREAM, SOAP);
    const waiting = await it.orders1(CREAM);
    const { orderId } = await it.sold([[SOAP, 2]]);
    expect(orderId).not.toBe(waiting);
    expect(it.order(waiting)).toMatchObject({ status: 'pending', amountCfa: 6_500 });
    expect(it.order(orderId)).toMatchObject({ amountCfa: 3_000, items: [{ productId: SOAP.id }] });
    expect([it.stock(CREAM), it.stock(SOAP)]).toEqual([10, 0]);
  });

  it('completes the order that waits for the same products, with what was ticked', async () => {
    const it = await shop(CREAM, SOAP);
    const waiting = await it.orders1(CREAM);
    await it.lea.store.putProduct({ ...CREAM, priceCfa: 7_000 });
    const { orderId } = await it.sold([
      [CREAM, 3],
      [SOAP, 1],
    ]);
    expect(orderId).toBe(waiting);
    // The cream at the price that the order promised.
    expect(it.order(orderId)).toMatchObject({
      status: 'completed',
      source: 'assistant',
      amountCfa: 21_000,
      items: [
        { productId: CREAM.id, quantity: 3, unitPriceCfa: 6_500 },
        { productId: SOAP.id, quantity: 1, unitPriceCfa: 1_500 },
      ],
    });
    expect([it.stock(CREAM), it.stock(SOAP)]).toEqual([7, 1]);
    expect(it.orders()).toHaveLength(1);
    // The cart tells of it later: it is the same sale.
    await it.cart(orderId, { amountCfa: 6_500 });
    expect(it.order(orderId)).toMatchObject({ amountCfa: 21_000 });
    expect([it.stock(CREAM), it.stock(SOAP)]).toEqual([7, 1]);
  });

  it('without products is an amount, and the waiting order only if it has that amount', async () => {
    const it = await shop(CREAM);
    const waiting = await it.orders1(CREAM);
    const other = await it.sold([], { amountCfa: 9_000 });
    expect(it.order(other.orderId)).toMatchObject({ amountCfa: 9_000, items: [] });
    expect(it.order(waiting).status).toBe('pending');
    expect(it.stock(CREAM)).toBe(10);
    const same = await it.sold([], { amountCfa: 6_500, anotherSale: true });
    expect(same.orderId).toBe(waiting);
    expect(it.stock(CREAM)).toBe(9);
  });

  it('sells what the shelf does not have: stock ends at nothing, and comes back as it was', async () => {
    const it = await shop(SOAP);
    const { orderId } = await it.sold([[SOAP, 5]]);
    expect(it.order(orderId)).toMatchObject({ amountCfa: 7_500, items: [{ quantity: 5 }] });
    expect(it.stock(SOAP)).toBe(0);
    await it.cancel(orderId);
    expect(it.stock(SOAP)).toBe(2);
  });

  it('refuses a product that is not there, too many pieces, and nothing at all', async () => {
    const it = await shop(CREAM);
    const gone = aProduct({ id: aUserId() as string as ProductId });
    await expect(it.sold([[gone, 1]])).rejects.toMatchObject({ code: 'product_not_found' });
    await expect(
      it.sold([
        [CREAM, 999],
        [CREAM, 1],
      ]),
    ).rejects.toMatchObject({ code: 'quantity_too_large' });
    await expect(it.sold([])).rejects.toMatchObject({ code: 'amount_needed' });
    expect([it.orders(), it.stock(CREAM)]).toEqual([[], 10]);
  });
});

describe('the same sale told again', () => {
  it.each([
    ['a minute after the cart', 1, [[CREAM, 1]], undefined],
    ['with another quantity', 1, [[CREAM, 2]], undefined],
    ['with something else beside it', 1, [[CREAM, 1], [SOAP, 1]], undefined], // prettier-ignore
    ['without products', 1, [], 5_000],
    ['by its amount hours later', 5 * 60, [], 6_500],
    ['the same day', 23 * 60, [[CREAM, 1]], undefined],
  ] as const)('is shown: %s', async (_how, minutes, items, amountCfa) => {
    const it = await shop(CREAM, SOAP);
    const ordered = await it.orders1(CREAM);
    await it.cart(ordered);
    it.lea.pass(minutes * MINUTE);
    const again = () => it.sold(items, amountCfa === undefined ? {} : { amountCfa });
    await expect(again()).rejects.toMatchObject({
      code: 'already_sold',
      details: {
        order_id: ordered,
        amount_cfa: 6_500,
        completed_at: it.order(ordered).completedAt!.toISOString(),
      },
    });
    expect([it.orders().length, it.stock(CREAM)]).toEqual([1, 9]);
  });

  it.each([
    ['other products', 1, [[SOAP, 1]], undefined],
    ['the next day', 25 * 60, [[CREAM, 1]], undefined],
    ['another amount hours later', 5 * 60, [], 9_999],
  ] as const)('is another: %s', async (_how, minutes, items, amountCfa) => {
    const it = await shop(CREAM, SOAP);
    await it.cart(await it.orders1(CREAM));
    it.lea.pass(minutes * MINUTE);
    await it.sold(items, amountCfa === undefined ? {} : { amountCfa });
    expect(it.orders()).toHaveLength(2);
  });

  it('is another one when the advisor says so', async () => {
    const it = await shop(CREAM);
    await it.sold([[CREAM, 1]]);
    await expect(it.sold([[CREAM, 1]])).rejects.toMatchObject({ code: 'already_sold' });
    await it.sold([[CREAM, 1]], { anotherSale: true });
    expect([it.orders().length, it.stock(CREAM)]).toEqual([2, 8]);
  });

  it('is no question after it was taken back', async () => {
    const it = await shop(CREAM);
    await it.cancel((await it.sold([[CREAM, 1]])).orderId);
    await it.sold([[CREAM, 1]]);
    expect(it.stock(CREAM)).toBe(9);
  });
});

describe('a completed order that staff take back', () => {
  it('gives back stock, coupon and loyalty, and asks nothing any more', async () => {
    const tip = aProduct({ usageTip: 'Matin et soir.', stockQty: 4 });
    const it = await shop(tip);
    const ordered = await it.orders1(tip);
    const { userId } = it.conversation;
    const coupon = aCoupon({ userId: userId!, validTo: '2027-01-01', validFrom: '2026-01-01' });
    await it.lea.adapters.uow.run(SERVICE, ({ coupons }) => coupons.insert(coupon));
    const redeem = () =>
      it.lea.parts.redeemCoupon.execute({ actor: ADVISOR, code: coupon.code, orderId: ordered });
    await redeem();
    await it.cart(ordered);
    expect(it.waiting()).toEqual([
      ['survey', ordered],
      ['usage_tip', ordered],
    ]);
    it.lea.pass(MINUTE);
    await it.cancel(ordered);
    expect(it.order(ordered)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'notée deux fois',
      cancelledAt: it.lea.adapters.clock.now(),
    });
    expect([it.stock(tip), it.waiting()]).toEqual([4, []]);
    expect(it.lea.store.coupons.get(coupon.id)).toMatchObject({
      used: false,
      orderId: null,
    });
    const facts = await it.lea.adapters.uow.run(SERVICE, ({ coupons }) =>
      coupons.factsOf(userId!, it.lea.adapters.clock.now()),
    );
    expect(facts).toMatchObject({ ordersLastYear: 0, spentLastYearCfa: 0 });
    await expect(redeem()).rejects.toMatchObject({ code: 'order_cancelled' });
    expect(await it.history(ordered)).toMatchObject([
      { kind: 'completed', via: 'cart', actorId: null },
      {
        kind: 'cancelled',
        via: 'staff',
        actorId: ADVISOR.kind === 'staff' ? ADVISOR.userId : null,
        reason: 'notée deux fois',
        amountCfa: 6_500,
      },
    ]);
  });

  it('is final for the cart, and a second time changes nothing', async () => {
    const it = await shop(CREAM);
    const ordered = await it.orders1(CREAM);
    await it.cart(ordered, { reportKey: 'a' });
    await it.cancel(ordered);
    await it.cancel(ordered);
    await expect(it.cart(ordered, { reportKey: 'a' })).rejects.toMatchObject({
      code: 'order_final',
    });
    await it.cart(ordered, { status: 'cancelled' });
    expect([it.stock(CREAM), it.order(ordered).status]).toEqual([10, 'cancelled']);
  });

  it('tells the customer only when asked to', async () => {
    const it = await shop(CREAM);
    const quiet = await it.orders1(CREAM);
    await it.cancel(quiet);
    await it.lea.settle();
    const before = it.lea.shownTo(PHONE).length;
    const told = await it.orders1(CREAM);
    const link = it.lea.shownTo(PHONE).length;
    await it.cancel(told, true);
    await it.lea.settle();
    expect([link > before, it.lea.shownTo(PHONE).length - link]).toEqual([true, 1]);
  });

  it('frees the coupon too when the cart cancels', async () => {
    const it = await shop(CREAM);
    const ordered = await it.orders1(CREAM);
    const coupon = aCoupon({
      userId: it.conversation.userId!,
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    });
    await it.lea.adapters.uow.run(SERVICE, ({ coupons }) => coupons.insert(coupon));
    await it.lea.parts.redeemCoupon.execute({
      actor: ADVISOR,
      code: coupon.code,
      orderId: ordered,
    });
    await it.cart(ordered, { status: 'cancelled' });
    expect(it.lea.store.coupons.get(coupon.id)!.used).toBe(false);
    expect(it.stock(CREAM)).toBe(10);
  });
});

describe('a cart’s report that is older', () => {
  const day = (number: number): Date => new Date(Date.UTC(2026, 10, number, 12));
  const TRACK = 'https://track.example';

  async function reported(...reports: Parameters<Awaited<ReturnType<typeof shop>>['cart']>[1][]) {
    const it = await shop(CREAM);
    const ordered = await it.orders1(CREAM);
    for (const report of reports) {
      await it.cart(ordered, { ...report, reportKey: JSON.stringify(report) });
      it.lea.pass(MINUTE);
    }
    const { deliveredAt, trackingUrl, amountCfa } = it.order(ordered);
    const survey = it.lea.store.campaignMessages.all().find(({ type }) => type === 'survey');
    return {
      delivered: deliveredAt?.getUTCDate() ?? null,
      tracking: trackingUrl?.slice(TRACK.length) ?? null,
      amountCfa,
      surveyDay: survey!.dueAt.getUTCDate(),
      stock: it.stock(CREAM),
    };
  }
  const A = { trackingUrl: `${TRACK}/a` };
  const B = { trackingUrl: `${TRACK}/b` };

  it.each([
    ['the same again after other news', [A, B, A], { tracking: '/b' }],
    ['the first without anything again', [{}, A, {}], { tracking: '/a' }],
    ['less than is known', [{ ...B, deliveredAt: day(26) }, A, {}], { tracking: '/b', delivered: 26, surveyDay: 28 }], // prettier-ignore
    ['an earlier delivery', [{ deliveredAt: day(26) }, { ...A, deliveredAt: day(25) }], { delivered: 26, surveyDay: 28 }], // prettier-ignore
    ['an earlier delivery with other tracking', [{ ...B, deliveredAt: day(26) }, { ...A, deliveredAt: day(25) }], { tracking: '/b', delivered: 26 }], // prettier-ignore
    ['another amount', [{ amountCfa: 6_000 }, { amountCfa: 9_000 }], { amountCfa: 6_000 }],
  ] as const)('takes nothing back: %s', async (_what, reports, expected) => {
    expect(await reported(...reports)).toMatchObject({ ...expected, stock: 9 });
  });

  it.each([
    ['tracking', [{}, A, B], { tracking: '/b' }],
    ['a later delivery', [{ deliveredAt: day(25) }, { deliveredAt: day(27), ...B }], { delivered: 27, tracking: '/b', surveyDay: 29 }], // prettier-ignore
  ] as const)('news still counts: %s', async (_what, reports, expected) => {
    expect(await reported(...reports)).toMatchObject(expected);
  });

  it('does not bring back what an erasure took', async () => {
    const it = await shop(CREAM);
    const ordered = await it.orders1(CREAM);
    await it.cart(ordered, A);
    await it.lea.adapters.uow.run(SERVICE, ({ erasure }) => erasure.purge(it.conversation.userId!));
    await it.cart(ordered, { ...B, deliveredAt: day(26) });
    expect(it.order(ordered)).toMatchObject({ trackingUrl: null, userId: null });
  });

  it('of another amount is noted for staff', async () => {
    const it: Awaited<ReturnType<typeof shop>> & { lea: Harness } = await shop(CREAM);
    const ordered = await it.orders1(CREAM);
    await it.cart(ordered, { amountCfa: 6_000, reportKey: '1' });
    await it.cart(ordered, { amountCfa: 9_000, reportKey: '2' });
    expect(await it.history(ordered)).toMatchObject([
      { kind: 'completed', amountCfa: 6_000 },
      { kind: 'amount_differs', amountCfa: 9_000 },
    ]);
  });
});
