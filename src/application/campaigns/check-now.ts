import type { CampaignFailure, CampaignMessage } from '../../domain/campaign/campaign.ts';
import {
  isCapped,
  LIVE_MINUTES,
  mayReceive,
  STALE_DAYS,
  type CampaignRules,
} from '../../domain/campaign/campaign-rules.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export type Verdict =
  | { readonly kind: 'send'; readonly customer: Customer; readonly conversation: Conversation }
  | { readonly kind: 'later'; readonly dueAt: Date }
  | { readonly kind: 'never'; readonly failure: CampaignFailure };

/**
 * Everything that is asked at the moment of sending: consent and STOP, the frequency cap, and that the person
 * is neither in a conversation with Léa nor with an advisor. The conversation stays locked, so that a takeover
 * waits.
 */
export async function checkNow(
  repositories: Repositories,
  message: CampaignMessage,
  rules: CampaignRules,
  now: Date,
): Promise<Verdict> {
  const { campaigns, conversations, customers, messages } = repositories;
  const after = (ms: number): Verdict => ({ kind: 'later', dueAt: new Date(now.getTime() + ms) });
  const never = (failure: CampaignFailure): Verdict => ({ kind: 'never', failure });

  const chat = await campaigns.lastChat(message.userId);
  const conversation = chat === null ? null : await conversations.lock(chat.conversationId);
  // Read after the lock: STOP is written by a turn that holds the same row.
  const customer = await customers.get(message.userId);
  if (customer === null || !mayReceive(message.type, customer)) return never('no_consent');
  if (chat === null || conversation === null) return never('no_chat');
  if (message.type !== 'reactivation' && tooOld(message, now)) return never('stale');
  if (
    message.type === 'reactivation' &&
    chat.lastInboundAt !== null &&
    chat.lastInboundAt > message.createdAt
  )
    return never('active_again');

  if (conversation.status === 'open' && conversation.mode !== 'assistant')
    return after(LIVE_MINUTES * MINUTE_MS);
  const sinceInbound =
    chat.lastInboundAt === null ? Infinity : now.getTime() - chat.lastInboundAt.getTime();
  if (sinceInbound < LIVE_MINUTES * MINUTE_MS)
    return after(LIVE_MINUTES * MINUTE_MS - sinceInbound);
  const busy =
    (await messages.outbox(conversation.id)).length > 0 ||
    (await messages.unhandled(conversation.id)).length > 0;
  if (busy) return after(LIVE_MINUTES * MINUTE_MS);

  if (isCapped(message.type)) {
    // The tips and the question about one order are one matter.
    const last = await campaigns.lastSentTo(message.userId, message.orderId);
    const free = last === null ? 0 : last.getTime() + rules.capDays * DAY_MS;
    if (free > now.getTime()) return after(free - now.getTime());
  }
  return { kind: 'send', customer, conversation };
}

/** Counted from its creation, as being put off moves the due time. */
const tooOld = (message: CampaignMessage, now: Date): boolean =>
  now.getTime() - message.createdAt.getTime() > (STALE_DAYS + ORDER_DAYS) * DAY_MS &&
  message.type !== 'restock';
/** An order may be delivered long after it was completed. */
const ORDER_DAYS = 14;
