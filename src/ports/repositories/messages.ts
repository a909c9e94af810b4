import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { TurnId } from '../../domain/conversation/turn.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Attachment, DeliveryStatus, Message, MessageId } from '../../domain/message/message.ts';

export type NewMessage = Omit<Message, 'seq'> & { readonly turnId: TurnId | null; readonly echoId: string | null };

export interface Messages {
  /** Stores what came in; answers the ids of those that were new (a known provider id is skipped). */
  appendInbound(messages: readonly NewMessage[]): Promise<readonly MessageId[]>;
  /** Stores what is to be sent, in order. */
  appendOutbound(messages: readonly NewMessage[]): Promise<void>;
  get(id: MessageId): Promise<Message | null>;
  /** Which of these provider ids are known. */
  knownProviderIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Customer messages without an answer yet, in WhatsApp's order, at most 50. */
  unhandled(conversationId: ConversationId): Promise<readonly Message[]>;
  /** The newest messages, oldest first. */
  recent(conversationId: ConversationId, limit: number): Promise<readonly Message[]>;
  markHandled(ids: readonly MessageId[], turnId: TurnId | null, now: Date): Promise<void>;
  /** Outbound messages not yet sent (`queued`, or `sending` after a crash), in order. */
  outbox(conversationId: ConversationId): Promise<readonly Message[]>;
  setStatus(id: MessageId, status: DeliveryStatus, fields?: { readonly providerId?: string; readonly content?: string; readonly attempts?: number }): Promise<void>;
  /** Drops what Léa has queued or suggested, except what is sent in any case. */
  dropPending(conversationId: ConversationId): Promise<number>;
  /** Moves a delivery status forward by provider id; never back. */
  advanceStatus(updates: readonly { readonly providerId: string; readonly status: DeliveryStatus }[]): Promise<void>;
  edit(providerId: string, content: string, now: Date): Promise<void>;
  markDeleted(providerId: string, now: Date): Promise<void>;
  setAttachment(id: MessageId, attachment: Attachment, content: string): Promise<void>;
  getMany(ids: readonly MessageId[]): Promise<readonly Message[]>;
  /** Empties content and attachment: what a person who refused consent wrote is not kept. */
  dropContents(ids: readonly MessageId[]): Promise<void>;
  /** Storage keys of everything this person sent. */
  storageKeysOf(userId: UserId): Promise<readonly string[]>;
}
