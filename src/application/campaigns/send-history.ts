import { FOLLOW_UPS_ID } from '../../domain/campaign/campaign.ts';
import { REPLY_DAYS } from '../../domain/campaign/campaign-rules.ts';
import { GOVERNOR_RULES, type SendHistory } from '../../domain/campaign/send-governor.ts';
import type { Campaigns } from '../../ports/repositories/campaigns.ts';

const DAY_MS = 86_400_000;

/**
 * What the governor looks at. Sends before a person resumed the campaigns still count for the pace, but
 * their failures and silence were looked at and open no breaker again.
 */
export async function sendHistory(campaigns: Campaigns, now: Date): Promise<SendHistory> {
  await campaigns.noteReplies(new Date(now.getTime() - REPLY_DAYS * DAY_MS));
  const since = new Date(now.getTime() - (GOVERNOR_RULES.daysInARow + 1) * DAY_MS);
  const { sends } = await campaigns.history(now, since, GOVERNOR_RULES.silentLimit);
  const lookedAt = (await campaigns.get(FOLLOW_UPS_ID))?.startedAt ?? null;
  if (lookedAt === null) return { sends };
  return {
    sends: sends.map((send) =>
      send.at >= lookedAt ? send : { at: send.at, failed: false, replied: true },
    ),
  };
}
