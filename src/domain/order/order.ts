import type { Branded } from '../shared/branded.ts';
import type { CampaignId } from '../campaign/campaign-id.ts';
import type { ProductId } from '../catalogue/product.ts';
import type { ConversationId } from '../conversation/conversation.ts';
import type { UserId } from '../customer/customer.ts';
import { LeaError } from '../shared/errors.ts';

export type OrderId = Branded<string, 'OrderId'>;
export type OrderStatus = 'pending' | 'completed' | 'cancelled';
/** Who the sale is owed to: Léa, an advisor or a campaign. */
export type OrderSource = 'assistant' | 'human' | 'campaign';

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
  readonly source: OrderSource;
  /** The campaign that it is owed to. */
  readonly campaignId: CampaignId | null;
  readonly items: readonly OrderItem[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly completedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly trackingUrl: string | null;
}

/** Sum of the lines in CFA francs. */
export const orderTotalCfa = (items: readonly OrderItem[]): number =>
  items.reduce((sum, item) => sum + item.quantity * item.unitPriceCfa, 0);

/**
 * Moves a pending order to a final status. The same status again changes nothing but the delivery
 * (`changed: false`).
 * @throws LeaError `order_final` when another final status was reached before.
 */
export function settle(
  order: Order,
  outcome: {
    readonly status: OrderStatus;
    readonly amountCfa?: number | undefined;
    readonly deliveredAt?: Date | undefined;
    readonly trackingUrl?: string | undefined;
  },
  now: Date,
): { readonly order: Order; readonly changed: boolean } {
  if (order.status !== 'pending' && order.status !== outcome.status) {
    throw new LeaError(
      'conflict',
      'order_final',
      `The order is ${order.status} already; that is final.`,
      { status: order.status },
    );
  }
  const first = order.status === 'pending' && outcome.status !== 'pending';
  return {
    changed: first,
    order: {
      ...order,
      status: outcome.status,
      amountCfa: first && outcome.amountCfa !== undefined ? outcome.amountCfa : order.amountCfa,
      completedAt: first && outcome.status === 'completed' ? now : order.completedAt,
      deliveredAt: outcome.deliveredAt ?? order.deliveredAt,
      trackingUrl: outcome.trackingUrl ?? order.trackingUrl,
      updatedAt: first ? now : order.updatedAt,
    },
  };
}
