import type {
  Audience,
  Campaign,
  CampaignId,
  CampaignMessage,
  CampaignMessageId,
} from '../../domain/campaign/campaign.ts';
import type { SendHistory } from '../../domain/campaign/send-governor.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { CouponId } from '../../domain/loyalty/coupon.ts';
import type { OrderId } from '../../domain/order/order.ts';

export interface CampaignCounts {
  readonly pending: number;
  readonly sent: number;
  readonly failed: number;
  readonly replied: number;
  /** Completed orders that are owed to it. */
  readonly orders: number;
}

/** People who answer to an audience, sorted by what may be sent to them. */
export interface Reachable {
  readonly eligible: readonly UserId[];
  readonly noConsent: number;
  /** Had a campaign message within the frequency cap. */
  readonly capped: number;
}

export interface SurveyAnswer {
  readonly id: string;
  readonly campaignMessageId: CampaignMessageId;
  readonly conversationId: ConversationId;
  readonly orderId: OrderId | null;
  readonly userId: UserId;
  readonly score: number;
  readonly comment: string | null;
  readonly answeredAt: Date;
}

export interface Campaigns {
  /** A campaign of a known id is left as it is. */
  insert(campaign: Campaign): Promise<void>;
  get(id: CampaignId): Promise<Campaign | null>;
  /** Locked until the transaction ends; messages may still be added to it. */
  lock(id: CampaignId): Promise<Campaign | null>;
  /** Writes state and times. */
  save(campaign: Campaign): Promise<void>;
  /** Newest first. */
  list(
    limit: number,
  ): Promise<readonly { readonly campaign: Campaign; readonly counts: CampaignCounts }[]>;
  /** Pauses all that runs; answers how many. */
  pauseAll(): Promise<number>;
  /** Running reactivations without a pending message are done. */
  finishDrained(now: Date): Promise<void>;

  /** Customers silent since an instant with so many completed orders, who can be reached by chat. */
  reachable(audience: Audience, now: Date, cappedSince: Date): Promise<Reachable>;
  /**
   * Adds pending messages. One that is known by person, type and cause is not added again; while it is
   * pending it takes the new due time. Answers how many were added.
   */
  addMessages(messages: readonly CampaignMessage[]): Promise<number>;
  /** What still waits to be sent for an order is not sent any more. */
  dropPendingOf(orderId: OrderId): Promise<void>;
  getMessage(id: CampaignMessageId): Promise<CampaignMessage | null>;
  saveMessage(message: CampaignMessage): Promise<void>;

  /** One sender at a time: the lock is held until the transaction ends; false when another one has it. */
  lockSending(): Promise<boolean>;
  /** Notes who wrote after a message of the last days. */
  noteReplies(since: Date): Promise<void>;
  /** All sends since an instant and at least the last `atLeast`, oldest first. */
  history(now: Date, since: Date, atLeast: number): Promise<SendHistory>;
  /**
   * A due message of no paused campaign, locked until the transaction ends, follow-ups first; what others
   * have locked is skipped.
   */
  claimDue(now: Date): Promise<CampaignMessage | null>;
  /** Where the person wrote last, and when; null for somebody without a chat. */
  lastChat(userId: UserId): Promise<{
    readonly conversationId: ConversationId;
    readonly lastInboundAt: Date | null;
  } | null>;
  /** The newest campaign message to a person, apart from those for one order. */
  lastSentTo(userId: UserId, exceptOrder: OrderId | null): Promise<Date | null>;

  /** The newest offer (reactivation or restock) sent to a person since an instant, if she wrote after it. */
  answeredOffer(
    userId: UserId,
    since: Date,
  ): Promise<{ readonly campaignId: CampaignId | null; readonly sentAt: Date } | null>;
  /** The campaign that a coupon came with; null for any other coupon. */
  campaignOfCoupon(couponId: CouponId): Promise<CampaignId | null>;

  /** The newest survey that was sent to a person since an instant and not answered yet. */
  openSurvey(userId: UserId, since: Date): Promise<CampaignMessage | null>;
  /** A second answer to the same survey replaces the note and keeps the comment unless it brings one. */
  putAnswer(answer: SurveyAnswer): Promise<void>;
  /** The newest answer of a person since an instant. */
  lastAnswer(userId: UserId, since: Date): Promise<SurveyAnswer | null>;

  /** The person wants to hear when the product is back; asking again changes nothing. */
  requestRestock(userId: UserId, productId: ProductId, now: Date): Promise<void>;
  /** Marks requests for products that are sellable again as notified and answers them. */
  takeRestocked(
    today: string,
    now: Date,
    limit: number,
  ): Promise<
    readonly {
      readonly userId: UserId;
      readonly productId: ProductId;
      readonly requestedAt: Date;
    }[]
  >;
}
