import type { Branded } from '../shared/branded.ts';
import type { ProductId } from '../catalogue/product.ts';
import type { UserId } from '../customer/customer.ts';
import type { CouponId } from '../loyalty/coupon.ts';
import type { MessageId } from '../message/message.ts';
import type { OrderId } from '../order/order.ts';
import type { CampaignId } from './campaign-id.ts';

export type { CampaignId };
export type CampaignMessageId = Branded<string, 'CampaignMessageId'>;

export type CampaignType = 'survey' | 'reactivation' | 'usage_tip' | 'restock';
export type CampaignState = 'draft' | 'running' | 'paused' | 'done';

/** Whom a reactivation is for. */
export interface Audience {
  /** Days without a word from the customer. */
  readonly silentDays: number;
  /** Completed orders at least. */
  readonly minOrders: number;
}

export interface Campaign {
  readonly id: CampaignId;
  readonly name: string;
  readonly type: CampaignType;
  /** Empty for the follow-ups, whose sentences are Léa's. */
  readonly template: string;
  readonly audience: Audience | null;
  readonly couponPct: number | null;
  readonly state: CampaignState;
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
  /** When it was started or resumed last: somebody has looked at it then. */
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Why a message was never sent, or was sent without a good end. `unknown`: it may have arrived. */
export type CampaignFailure =
  | 'unknown'
  | 'rejected'
  | 'unavailable'
  | 'rate_limited'
  | 'no_consent'
  | 'no_chat'
  | 'active_again'
  | 'out_of_stock'
  | 'stale'
  | 'nothing_to_say'
  | 'order_cancelled';

export interface CampaignMessage {
  readonly id: CampaignMessageId;
  readonly userId: UserId;
  readonly type: CampaignType;
  readonly status: 'pending' | 'sent' | 'failed';
  readonly campaignId: CampaignId | null;
  /** What it is sent for, such as `order:<id>`: never twice for one cause. */
  readonly cause: string;
  readonly dueAt: Date;
  readonly orderId: OrderId | null;
  readonly productId: ProductId | null;
  readonly couponId: CouponId | null;
  readonly messageId: MessageId | null;
  readonly sentAt: Date | null;
  readonly repliedAt: Date | null;
  readonly failure: CampaignFailure | null;
  readonly createdAt: Date;
}

/** The standing campaign of follow-ups (surveys, tips, restock): it has one row, so that it can be paused too. */
export const FOLLOW_UPS_ID = '00000000-0000-4000-8000-00000000f011' as CampaignId;

export const followUps = (now: Date): Campaign => ({
  id: FOLLOW_UPS_ID,
  name: 'Suivi après achat',
  type: 'survey',
  template: '',
  audience: null,
  couponPct: null,
  state: 'running',
  createdBy: null,
  createdAt: now,
  startedAt: now,
  finishedAt: null,
});
