import type { DeliveryStatus, Message } from '../../domain/message/message.ts';
import type { TurnContext } from './turn-context.ts';

const NEVER_SEEN: ReadonlySet<DeliveryStatus> = new Set(['dropped', 'suggested', 'failed']);

/** What the shop's side said last of what the customer may have read before a message of hers. */
export const lastSaid = (
  { history }: Pick<TurnContext, 'history'>,
  before?: Message,
): Message | null =>
  history.findLast(
    ({ sender, status, seq }) =>
      sender !== 'user' && !NEVER_SEEN.has(status) && (before === undefined || seq < before.seq),
  ) ?? null;
