import { settle, type Order, type OrderId, type OrderReport } from '../../domain/order/order.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { OrderEvent } from '../../ports/repositories/records.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { scheduleFollowUps } from '../campaigns/schedule-follow-ups.ts';
import type { StaffDeps } from '../staff/take-over.ts';
import { undoSale } from './undo-sale.ts';

export interface SettleDeps extends StaffDeps {
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
}

export interface SettleCommand extends OrderReport {
  readonly orderId: OrderId;
  readonly via?: 'cart' | 'demo_cart' | undefined;
  /** Of the amount, where the cart says it. */
  readonly currency?: string | undefined;
  /** The same for the same report: one that was heard before changes nothing, whatever came since. */
  readonly reportKey?: string | undefined;
}

/** The cart reports what became of an order; stock is taken once, and the customer hears of it. */
export class SettleOrder {
  readonly #deps: SettleDeps;

  constructor(deps: SettleDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `order_not_found` (404), `order_final` (409), `other_currency` (422) */
  async execute(command: SettleCommand): Promise<void> {
    const { uow, clock, ids, settings } = this.#deps;
    const { reportKey } = command;
    await uow.run(SERVICE, async (repositories) => {
      const { orders, jobs } = repositories;
      const before = await orders.lock(command.orderId);
      if (before === null) throw notFound('order');
      if (command.currency !== undefined && command.currency !== before.currency)
        throw new LeaError(
          'unprocessable',
          'other_currency',
          `This order is in ${before.currency}.`,
          { currency: before.currency },
        );
      const now = clock.now();
      const { order, changed } = settle(before, command, now);
      if (reportKey !== undefined && (await orders.wasReported(before.id, reportKey))) return;
      await orders.save(order);
      await orders.note({
        orderId: order.id,
        at: now,
        kind: whatHappened(before, order, command),
        via: command.via ?? 'cart',
        actorId: null,
        amountCfa: command.amountCfa ?? null,
        reason: null,
        reportKey: reportKey ?? null,
      });
      // Also when only the delivery is news: what waits is moved.
      const { campaignRules } = settings.current();
      await scheduleFollowUps(repositories, ids, order, campaignRules, now);
      if (!changed) return;
      if (order.status === 'completed') await orders.takeStock(order.id);
      else await undoSale(repositories, order);
      await jobs.enqueue({ name: 'order-settled', data: { orderId: order.id } });
    });
  }
}

function whatHappened(before: Order, after: Order, report: OrderReport): OrderEvent['kind'] {
  if (before.status !== after.status && after.status !== 'pending') return after.status;
  if (report.amountCfa !== undefined && report.amountCfa !== after.amountCfa)
    return 'amount_differs';
  const delivery = ({ deliveredAt, trackingUrl }: Order): string =>
    `${deliveredAt?.toISOString()} ${trackingUrl}`;
  return delivery(before) === delivery(after) ? 'reported' : 'delivery';
}
