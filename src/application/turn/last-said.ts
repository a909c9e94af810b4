import type { DeliveryStatus, Message } from '../../domain/message/message.ts';
import type { TurnContext } from './turn-context.ts';

const NEVER_SEEN: ReadonlySet<DeliveryStatus> = new Set(['dropped', 'suggested', 'failed']);

/** Whether the customer may have read a message. */
export const wasSeen = ({ status }: Message): boolean => !NEVER_SEEN.has(status);

/** What the shop's side said last of what the customer may have read before a message of hers. */
export const lastSaid = (
  { history }: Pick<TurnContext, 'history'>,
  before?: Message,
): Message | null =>
  history.findLast(
    (message) =>
      message.sender !== 'user' &&
      wasSeen(message) &&
      (before === undefined || message.seq < before.seq),
  ) ?? null;
