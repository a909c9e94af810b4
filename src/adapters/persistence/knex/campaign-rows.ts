import type {
  Campaign,
  CampaignFailure,
  CampaignMessage,
} from '../../../domain/campaign/campaign.ts';
import type { SurveyAnswer } from '../../../ports/repositories/campaigns.ts';
import { cleanText } from './json-text.ts';

export interface CampaignRow {
  readonly id: Campaign['id'];
  readonly name: string;
  readonly type: Campaign['type'];
  readonly template: string;
  readonly audience: { readonly silent_days?: number; readonly min_orders?: number };
  readonly coupon_pct: number | null;
  readonly state: Campaign['state'];
  readonly created_by: Campaign['createdBy'];
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

export interface MessageRow {
  readonly id: CampaignMessage['id'];
  readonly user_id: CampaignMessage['userId'];
  readonly type: CampaignMessage['type'];
  readonly status: CampaignMessage['status'];
  readonly campaign_id: CampaignMessage['campaignId'];
  readonly cause: string | null;
  readonly due_at: Date;
  readonly order_id: CampaignMessage['orderId'];
  readonly product_id: CampaignMessage['productId'];
  readonly coupon_id: CampaignMessage['couponId'];
  readonly message_id: CampaignMessage['messageId'];
  readonly sent_at: Date | null;
  readonly replied_at: Date | null;
  readonly failure: string | null;
  readonly created_at: Date;
}

export interface AnswerRow {
  readonly id: string;
  readonly campaign_message_id: SurveyAnswer['campaignMessageId'];
  readonly conversation_id: SurveyAnswer['conversationId'];
  readonly order_id: SurveyAnswer['orderId'];
  readonly user_id: SurveyAnswer['userId'];
  readonly score: number;
  readonly comment: string | null;
  readonly answered_at: Date;
}

export const campaignRow = (campaign: Campaign) => ({
  id: campaign.id,
  name: cleanText(campaign.name),
  type: campaign.type,
  template: cleanText(campaign.template),
  audience: JSON.stringify(
    campaign.audience === null
      ? {}
      : { silent_days: campaign.audience.silentDays, min_orders: campaign.audience.minOrders },
  ),
  coupon_pct: campaign.couponPct,
  state: campaign.state,
  created_by: campaign.createdBy,
  created_at: campaign.createdAt,
  started_at: campaign.startedAt,
  finished_at: campaign.finishedAt,
});

export const campaignOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  name: row.name,
  type: row.type,
  template: row.template,
  audience:
    row.audience.silent_days === undefined
      ? null
      : { silentDays: row.audience.silent_days, minOrders: row.audience.min_orders ?? 0 },
  couponPct: row.coupon_pct,
  state: row.state,
  createdBy: row.created_by,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

export const messageRow = (message: CampaignMessage) => ({
  id: message.id,
  user_id: message.userId,
  type: message.type,
  status: message.status,
  campaign_id: message.campaignId,
  cause: message.cause,
  due_at: message.dueAt,
  order_id: message.orderId,
  product_id: message.productId,
  coupon_id: message.couponId,
  message_id: message.messageId,
  sent_at: message.sentAt,
  replied_at: message.repliedAt,
  failure: message.failure,
  created_at: message.createdAt,
});

export const messageOf = (row: MessageRow): CampaignMessage => ({
  id: row.id,
  userId: row.user_id,
  type: row.type,
  status: row.status,
  campaignId: row.campaign_id,
  cause: row.cause ?? '',
  dueAt: row.due_at,
  orderId: row.order_id,
  productId: row.product_id,
  couponId: row.coupon_id,
  messageId: row.message_id,
  sentAt: row.sent_at,
  repliedAt: row.replied_at,
  failure: row.failure as CampaignFailure | null,
  createdAt: row.created_at,
});

export const answerOf = (row: AnswerRow): SurveyAnswer => ({
  id: row.id,
  campaignMessageId: row.campaign_message_id,
  conversationId: row.conversation_id,
  orderId: row.order_id,
  userId: row.user_id,
  score: row.score,
  comment: row.comment,
  answeredAt: row.answered_at,
});
