import {
  FOLLOW_UPS_ID,
  followUps,
  type CampaignMessageId,
} from '../../domain/campaign/campaign.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

const BATCH = 200;

/** Who asked to be told about a product that is back on the shelf gets one message for that request. */
export async function queueRestocked(
  { campaigns }: Repositories,
  ids: IdGenerator,
  today: string,
  now: Date,
): Promise<void> {
  const requests = await campaigns.takeRestocked(today, now, BATCH);
  if (requests.length === 0) return;
  await campaigns.insert(followUps(now));
  await campaigns.addMessages(
    requests.map(({ userId, productId, requestedAt }) => ({
      id: ids.uuid() as CampaignMessageId,
      userId,
      type: 'restock',
      status: 'pending',
      campaignId: FOLLOW_UPS_ID,
      cause: `product:${productId}:${requestedAt.toISOString()}`,
      dueAt: now,
      orderId: null,
      productId,
      couponId: null,
      messageId: null,
      sentAt: null,
      repliedAt: null,
      failure: null,
      createdAt: now,
    })),
  );
}
