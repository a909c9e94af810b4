import type { ConversationId } from '../conversation/conversation.ts';
import type { UserId } from '../customer/customer.ts';
import type { MessageDetails } from './message-details.ts';
import type { MessageId } from './message-id.ts';
import type { ReplyPart } from './reply-part.ts';

export type { MessageId };
export type Sender = 'user' | 'assistant' | 'human';

/** The kinds that Léa answers; anything else is stored at most. */
export type MessageKind =
  | 'text'
  | 'button'
  | 'voice'
  | 'image'
  | 'document'
  | 'location'
  | 'contact'
  | 'sticker'
  | 'order'
  | 'video';

/**
 * `received` for what came in. Outbound: `suggested` waits for an advisor's approval, `queued` for its turn
 * in the outbox; `unknown` means that a crash came between sending and recording.
 */
export type DeliveryStatus =
  | 'received'
  | 'suggested'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unknown'
  | 'dropped';

/** A file that came with a message; `storageKey` is null until it was fetched. */
export interface Attachment {
  readonly providerMediaId: string | null;
  readonly link: string | null;
  readonly mimeType: string;
  readonly fileSize: number | null;
  readonly seconds: number | null;
  readonly fileName: string | null;
  readonly storageKey: string | null;
  readonly transcript: string | null;
}

export interface Message {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  /** Arrival order within the database. */
  readonly seq: number;
  readonly sender: Sender;
  readonly authorId: UserId | null;
  readonly kind: MessageKind;
  readonly content: string;
  readonly buttonId: string | null;
  readonly attachment: Attachment | null;
  /** What is still to be rendered, for outbound messages. */
  readonly part: ReplyPart | null;
  readonly status: DeliveryStatus;
  readonly providerId: string | null;
  /** The provider id of the message that this one answers to. */
  readonly quotedId?: string | null;
  readonly details?: MessageDetails | null;
  /** WhatsApp's time for inbound messages, ours for outbound ones. */
  readonly timestamp: Date;
}

const ORDER: readonly DeliveryStatus[] = [
  'queued',
  'sending',
  'unknown',
  'failed',
  'sent',
  'delivered',
  'read',
];

/** Delivery only moves forward: a late `sent` never overwrites `delivered`. */
export function isForward(from: DeliveryStatus, to: DeliveryStatus): boolean {
  return ORDER.indexOf(to) > ORDER.indexOf(from);
}
