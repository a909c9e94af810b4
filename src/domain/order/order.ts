import type { Branded } from '../shared/branded.ts';
import type { CampaignId } from '../campaign/campaign-id.ts';
import type { ProductId } from '../catalogue/product.ts';
import type { ConversationId } from '../conversation/conversation.ts';
import type { UserId } from '../customer/customer.ts';
import type { Currency } from '../shared/money.ts';
import { LeaError } from '../shared/errors.ts';

export type OrderId = Branded<string, 'OrderId'>;
export type OrderStatus = 'pending' | 'completed' | 'cancelled';
/** Who the sale is owed to: Léa, an advisor or a campaign. */
export type OrderSource = 'assistant' | 'human' | 'campaign';

/** Where a report about an order came from: Léa, a member of staff, the shop's cart or the demo's. */
export type OrderVia = 'assistant' | 'staff' | 'cart' | 'demo_cart';

export interface OrderItem {
  readonly productId: ProductId | null;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCfa: number;
}

export interface Order {
  readonly id: OrderId;
  readonly conversationId: ConversationId | null;
  readonly userId: UserId | null;
  /** The external cart, with items; customers get the short `/o/CODE`. */
  readonly orderLink: string;
  readonly code: string;
  readonly status: OrderStatus;
  readonly amountCfa: number;
  /** The shop's when it was made; both are shown as FCFA. */
  readonly currency: Currency;
  readonly source: OrderSource;
  /** The campaign that it is owed to. */
  readonly campaignId: CampaignId | null;
  readonly items: readonly OrderItem[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Stays when the sale is cancelled afterwards. */
  readonly completedAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Why a member of staff cancelled it. */
  readonly cancelReason: string | null;
  readonly deliveredAt: Date | null;
  readonly trackingUrl: string | null;
}

/** Sum of the lines in CFA francs. */
export const orderTotalCfa = (items: readonly OrderItem[]): number =>
  items.reduce((sum, item) => sum + item.quantity * item.unitPriceCfa, 0);

/** What a cart reports. */
export interface OrderReport {
  readonly status: OrderStatus;
  readonly amountCfa?: number | undefined;
  readonly deliveredAt?: Date | undefined;
  readonly trackingUrl?: string | undefined;
}

/**
 * Moves a pending order to a final status. The same status again changes nothing but the delivery
 * (`changed: false`), and that only forwards: an older report takes nothing back.
 * @throws LeaError `order_final` when another final status was reached before.
 */
export function settle(
  order: Order,
  report: OrderReport,
  now: Date,
): { readonly order: Order; readonly changed: boolean } {
  if (order.status !== 'pending' && order.status !== report.status) {
    throw new LeaError(
      'conflict',
      'order_final',
      `The order is ${order.status} already; that is final.`,
      { status: order.status },
    );
  }
  const first = order.status === 'pending' && report.status !== 'pending';
  return {
    changed: first,
    order: {
      ...order,
      ...delivery(order, report, now),
      status: report.status,
      amountCfa: first && report.amountCfa !== undefined ? report.amountCfa : order.amountCfa,
      completedAt: first && report.status === 'completed' ? now : order.completedAt,
      cancelledAt: first && report.status === 'cancelled' ? now : order.cancelledAt,
      updatedAt: first ? now : order.updatedAt,
    },
  };
}

/** Clocks of carts may be ahead; what lies further off has not happened yet. */
const CLOCK_SKEW_MS = 86_400_000;

function delivery(
  order: Order,
  { deliveredAt, trackingUrl }: OrderReport,
  now: Date,
): Pick<Order, 'deliveredAt' | 'trackingUrl'> {
  const isPlan = (day: Date): boolean => day.getTime() > now.getTime() + CLOCK_SKEW_MS;
  // Reports carry no time of their own. One that knows of no delivery, or of an earlier one, is the older; but a day
  // that is only planned gives way to one on which it was delivered.
  const older =
    order.deliveredAt !== null &&
    (deliveredAt === undefined ||
      (isPlan(deliveredAt) === isPlan(order.deliveredAt)
        ? deliveredAt < order.deliveredAt
        : isPlan(deliveredAt)));
  const known = older ? (order.trackingUrl ?? trackingUrl) : (trackingUrl ?? order.trackingUrl);
  const erased = order.userId === null && order.conversationId === null;
  return {
    deliveredAt: older ? order.deliveredAt : (deliveredAt ?? order.deliveredAt),
    // It leads to a person: none is kept for an order that was unlinked from hers.
    trackingUrl: erased ? null : (known ?? null),
  };
}

/**
 * A member of staff takes an order back, also one that was completed. An order that is cancelled already stays as
 * it is (`changed: false`).
 */
export function cancel(
  order: Order,
  reason: string,
  now: Date,
): { readonly order: Order; readonly changed: boolean } {
  if (order.status === 'cancelled') return { order, changed: false };
  return {
    changed: true,
    order: {
      ...order,
      status: 'cancelled',
      cancelledAt: now,
      cancelReason: reason,
      updatedAt: now,
    },
  };
}
