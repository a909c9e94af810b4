import {
  FOLLOW_UPS_ID,
  followUps,
  type CampaignMessage,
  type CampaignMessageId,
} from '../../domain/campaign/campaign.ts';
import type { CampaignRules } from '../../domain/campaign/campaign-rules.ts';
import type { Order } from '../../domain/order/order.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

const DAY_MS = 86_400_000;

/**
 * What follows a completed order, in its own transaction: the question how it went, and the usage tips of what
 * was bought. Once an order; a delivery reported later moves what is still waiting. Consent is asked of the
 * record at the moment of sending, not here.
 */
export async function scheduleFollowUps(
  repositories: Repositories,
  ids: IdGenerator,
  order: Order,
  rules: CampaignRules,
  now: Date,
): Promise<void> {
  if (order.userId === null || order.status !== 'completed') return;
  const from = order.deliveredAt ?? order.completedAt ?? now;
  const bought = order.items.flatMap(({ productId }) => productId ?? []);
  const products = bought.length === 0 ? [] : await repositories.products.getMany(bought);
  const withTip = products.find(({ usageTip }) => usageTip !== null && usageTip.trim() !== '');
  await repositories.campaigns.insert(followUps(now));
  const base = {
    userId: order.userId,
    status: 'pending',
    campaignId: FOLLOW_UPS_ID,
    cause: `order:${order.id}`,
    orderId: order.id,
    couponId: null,
    messageId: null,
    sentAt: null,
    repliedAt: null,
    failure: null,
    createdAt: now,
  } as const;
  const inDays = (days: number): Date => new Date(from.getTime() + days * DAY_MS);
  const messages: CampaignMessage[] = [
    {
      ...base,
      id: ids.uuid() as CampaignMessageId,
      type: 'survey',
      dueAt: inDays(rules.surveyAfterDays),
      productId: null,
    },
  ];
  if (withTip !== undefined)
    messages.push({
      ...base,
      id: ids.uuid() as CampaignMessageId,
      type: 'usage_tip',
      dueAt: inDays(rules.usageTipAfterDays),
      productId: withTip.id,
    });
  await repositories.campaigns.addMessages(messages);
}
