import type { Conversation } from '../../domain/conversation/conversation.ts';
import { attribute, type Attribution, type Touches } from '../../domain/order/attribution.ts';
import type { ShopSettings } from '../../domain/shop/shop-settings.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

const HOUR_MS = 3_600_000;

/** Looks up what came before an order of this conversation within the shop's windows. */
export async function attributeOrder(
  { campaigns, messages }: Repositories,
  conversation: Conversation,
  madeBy: Touches['madeBy'],
  { attribution }: ShopSettings,
  now: Date,
): Promise<Attribution> {
  const since = (hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);
  const answered =
    conversation.userId === null
      ? null
      : await campaigns.answeredOffer(conversation.userId, since(attribution.campaignDays * 24));
  const humanAt = await messages.lastHumanAt(conversation.id, since(attribution.humanHours));
  return attribute({ madeBy, answered, humanAt }, attribution, now);
}
