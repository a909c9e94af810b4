import { expect, it } from 'vitest';
import { settle, type Order } from '../../../src/domain/order/order.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const pending = {
  status: 'pending',
  amountCfa: 3500,
  completedAt: null,
  deliveredAt: null,
  trackingUrl: null,
  updatedAt: new Date(0),
} as unknown as Order;

it('news of a pending order changes the delivery only', () => {
  const trackingUrl = 'https://track.example/1';
  expect(settle(pending, { status: 'pending', amountCfa: 1, trackingUrl }, NOW)).toEqual({
    changed: false,
    order: { ...pending, trackingUrl },
  });
});

it('a final order does not become pending again', () => {
  const { order } = settle(pending, { status: 'completed' }, NOW);
  expect(() => settle(order, { status: 'pending' }, NOW)).toThrow('that is final');
});

it('a day that is only planned gives way to the day of the delivery, and not the other way round', () => {
  const [yesterday, nextYear] = [
    new Date('2026-11-22T10:00:00Z'),
    new Date('2027-11-23T10:00:00Z'),
  ];
  const report = (order: Order, deliveredAt: Date): Order =>
    settle(order, { status: 'completed', deliveredAt }, NOW).order;
  const planned = report(pending, nextYear);
  expect(planned.deliveredAt).toEqual(nextYear);
  const delivered = report(planned, yesterday);
  expect(delivered.deliveredAt).toEqual(yesterday);
  expect(report(delivered, nextYear).deliveredAt).toEqual(yesterday);
});
