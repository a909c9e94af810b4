import type { CancelOrder } from '../../../application/orders/cancel-order.ts';
import type { ReadOrderHistory } from '../../../application/orders/read-order-history.ts';
import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import { about } from '../../../domain/audit/audit-entry.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { OrderId } from '../../../domain/order/order.ts';
import type { StaffReads } from '../../../ports/staff-reads.ts';
import * as contracts from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { RowReply } from '../core/reply.ts';

export interface OrderDeskDeps {
  readonly reads: StaffReads;
  readonly cancelOrder: Pick<CancelOrder, 'execute'>;
  readonly readOrderHistory: Pick<ReadOrderHistory, 'execute'>;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
}

const COMMON = { tag: 'Orders', errors: { 404: 'order_not_found' } } as const;

/** What staff do with an order. */
export const orderDeskRoutes = (deps: OrderDeskDeps): readonly Route[] => [
  defineRoute(contracts.cancelOrder, {
    ...COMMON,
    who: 'order.cancel',
    summary: 'Takes an order back, also a completed one, with a reason; stock and figures follow',
    async handle({ actor, body }) {
      await deps.cancelOrder.execute({
        actor,
        orderId: body.order_id as OrderId,
        reason: body.reason,
        notifyCustomer: body.notify_customer,
      });
      return new RowReply('orders', body.order_id);
    },
  }),
  defineRoute(contracts.orderHistory, {
    ...COMMON,
    who: 'order.read_history',
    summary: 'The lines of an order, what happened to it and who did it',
    async handle({ actor, query }) {
      const { order, events } = await deps.readOrderHistory.execute({
        actor,
        orderId: query.order_id as OrderId,
      });
      await deps.traceAccess.execute({
        actor,
        action: 'order.read_history',
        rows: [order.id],
        subjects: about(order.userId),
        sameAs: order.id,
      });
      const colleague = async (id: UserId | null) =>
        id === null ? null : ((await deps.reads.colleague(id)) ?? { id, name: null });
      return {
        order_id: order.id,
        currency: order.currency,
        items: order.items.map((item) => ({
          product_id: item.productId,
          name: item.name,
          quantity: item.quantity,
          unit_price_cfa: item.unitPriceCfa,
        })),
        events: await Promise.all(
          events.map(async ({ at, kind, via, actorId, amountCfa, reason }) => ({
            at: at.toISOString(),
            kind,
            via,
            actor: await colleague(actorId),
            amount_cfa: amountCfa,
            reason,
          })),
        ),
      };
    },
  }),
];
