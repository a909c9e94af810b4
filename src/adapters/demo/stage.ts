import type { AnswerConversation } from '../../application/turn/answer-conversation.ts';
import type { SendOutbox } from '../../application/turn/send-outbox.ts';
import type { HandleInboundMessage } from '../../application/handle-inbound-message.ts';
import type { CreateCampaign } from '../../application/campaigns/create-campaign.ts';
import type { RunCampaign } from '../../application/campaigns/run-campaign.ts';
import type { SendDueCampaignMessages } from '../../application/campaigns/send-due-campaign-messages.ts';
import type { UpdateProducts } from '../../application/catalogue/update-products.ts';
import type { MarkRead } from '../../application/inbox/mark-read.ts';
import type { LabelConversation } from '../../application/inbox/label-conversation.ts';
import type { NoteConversation } from '../../application/inbox/note-conversation.ts';
import type { ConversationHousekeeping } from '../../application/jobs/conversation-housekeeping.ts';
import type { IssueCoupon } from '../../application/issue-coupon.ts';
import type { RedeemCoupon } from '../../application/loyalty/redeem-coupon.ts';
import type { CreateOrderLink } from '../../application/orders/create-order-link.ts';
import type { FollowOrderLink } from '../../application/orders/follow-order-link.ts';
import type { MarkSold } from '../../application/orders/mark-sold.ts';
import type { SettleOrder } from '../../application/orders/settle-order.ts';
import type { CloseConversation } from '../../application/staff/close-conversation.ts';
import type { HandBack } from '../../application/staff/hand-back.ts';
import type { SendMessage } from '../../application/staff/send-message.ts';
import type { TakeOver } from '../../application/staff/take-over.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { Cart } from '../../ports/cart.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationQueue } from '../../ports/conversation-queue.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { FakeMessaging } from '../messaging/fake/fake-messaging.ts';

/** The product as it is, by the names of its parts. */
export interface Product {
  readonly uow: UnitOfWork;
  readonly queue: ConversationQueue;
  readonly cart: Cart;
  readonly settings: ShopSettingsSource;
  readonly handleInboundMessage: HandleInboundMessage;
  readonly answerConversation: AnswerConversation;
  readonly sendOutbox: SendOutbox;
  readonly conversationHousekeeping: ConversationHousekeeping;
  readonly takeOver: TakeOver;
  readonly handBack: HandBack;
  readonly closeConversation: CloseConversation;
  readonly sendMessage: SendMessage;
  readonly noteConversation: NoteConversation;
  readonly labelConversation: LabelConversation;
  readonly markRead: MarkRead;
  readonly createOrderLink: CreateOrderLink;
  readonly followOrderLink: FollowOrderLink;
  readonly settleOrder: SettleOrder;
  readonly markSold: MarkSold;
  readonly issueCoupon: IssueCoupon;
  readonly redeemCoupon: RedeemCoupon;
  readonly createCampaign: CreateCampaign;
  readonly runCampaign: RunCampaign;
  readonly sendDueCampaignMessages: SendDueCampaignMessages;
  readonly updateProducts: UpdateProducts;
}

/** What customers and staff have in their hands, and a clock that is moved. */
export interface Stage {
  readonly product: Product;
  readonly clock: Clock & { moveTo(at: Date): void };
  /** Every customer's phone. */
  readonly phone: FakeMessaging;
  /** By the names of the script. */
  readonly staff: ReadonlyMap<string, Actor>;
  /** Runs what was enqueued, until nothing is left; answers how much it was. */
  readonly runJobs: () => Promise<number>;
}
