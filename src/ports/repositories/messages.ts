import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { TurnId } from '../../domain/conversation/turn.ts';
import type {
  Attachment,
  DeliveryStatus,
  Message,
  MessageId,
} from '../../domain/message/message.ts';

export type NewMessage = Omit<Message, 'seq'> & {
  readonly turnId: TurnId | null;
  readonly echoId: string | null;
};

export interface Messages {
  /**
   * Stores what came in, in order; answers the ids of those that were new (a known provider id is skipped). A
   * customer's counts as the conversation's newest message once `schedule` makes its turn due.
   */
  appendInbound(messages: readonly NewMessage[]): Promise<readonly MessageId[]>;
  /** Stores what is to be sent, in order. */
  appendOutbound(messages: readonly NewMessage[]): Promise<void>;
  get(id: MessageId): Promise<Message | null>;
  /** Which of these provider ids are known. */
  knownProviderIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Customer messages without an answer yet and not deleted, in WhatsApp's order (its second, then arrival), at
   * most 50.
   */
  unhandled(conversationId: ConversationId): Promise<readonly Message[]>;
  /** The newest messages of any status, oldest first, in the same order. */
  recent(conversationId: ConversationId, limit: number): Promise<readonly Message[]>;
  /** When somebody of the shop last wrote in the conversation, since an instant. */
  lastHumanAt(conversationId: ConversationId, since: Date): Promise<Date | null>;
  markHandled(ids: readonly MessageId[], turnId: TurnId | null, now: Date): Promise<void>;
  /** Not answered by Léa, as a person has the conversation; no turn waits for them meanwhile. */
  leaveToHuman(ids: readonly MessageId[], now: Date): Promise<void>;
  /**
   * Customer messages that nobody answered, in order, at most the last 50: they came after the last word of a
   * human, and were left to one, or all that Léa had to say to them was dropped unsent.
   */
  unanswered(conversationId: ConversationId): Promise<readonly Message[]>;
  /** They await an answer again; a turn is made due by `schedule`. */
  reopen(ids: readonly MessageId[]): Promise<void>;
  /** Remembers by a keyed hash of its words that a word from the shop's phone came too swiftly to be typed. */
  noteSwift(id: MessageId, hash: string): Promise<void>;
  /** Words of this hash in other conversations, the last 50. */
  swift(hash: string, except: ConversationId): Promise<readonly Message[]>;
  /**
   * Swift words in conversations that no advisor has taken and nobody has typed in since: said before an instant,
   * within a day of it, at most `limit`.
   */
  unsureAnswers(before: Date, limit: number): Promise<readonly Message[]>;
  /** A machine of the shop's said it, no human. */
  markAutomatic(ids: readonly MessageId[]): Promise<void>;
  /** Outbound messages not yet sent (`queued`, or `sending` after a crash), in order. */
  outbox(conversationId: ConversationId): Promise<readonly Message[]>;
  /**
   * Marks a message that still waits (`queued`, or `sending` after a crash) as being sent, with the words as they
   * go out; false when it waits no more.
   */
  beginSending(id: MessageId, content: string): Promise<boolean>;
  /** `said` replaces the words, and what they were made from, by what is kept of them. */
  setStatus(
    id: MessageId,
    status: DeliveryStatus,
    fields?: { readonly providerId?: string; readonly said?: Pick<Message, 'content' | 'part'> },
  ): Promise<void>;
  /** Drops what Léa has queued or suggested, except what is sent in any case; answers how many. */
  dropPending(conversationId: ConversationId): Promise<number>;
  /**
   * Queues a suggested message and the others suggested with it in the same turn; `content` replaces its
   * words (and its `part`) by an advisor's. What was approved goes out whoever has the conversation then. Answers
   * how many were queued.
   */
  releaseSuggested(id: MessageId, content: string | null): Promise<number>;
  /** Moves the delivery status of what we sent forward by provider id; never back. */
  advanceStatus(
    updates: readonly { readonly providerId: string; readonly status: DeliveryStatus }[],
  ): Promise<void>;
  /** The message with its new words; null when they are no others, or it is unknown or taken back. */
  edit(
    providerId: string,
    content: string,
    now: Date,
  ): Promise<{
    readonly message: Message;
    /** Its words until now. */
    readonly before: string;
    /** Whether a turn has dealt with it, or left it to a human. */
    readonly handled: boolean;
  } | null>;
  /**
   * An unknown provider id is no error. Taken back by its writer: the content goes, also for a later edit, and it
   * awaits no answer.
   */
  markDeleted(providerId: string, now: Date): Promise<void>;
  setAttachment(id: MessageId, attachment: Attachment, content: string): Promise<void>;
  /** In the order of `ids`; unknown ones are left out. */
  getMany(ids: readonly MessageId[]): Promise<readonly Message[]>;
  /** Empties content and attachment: what a person who refused consent wrote is not kept. */
  dropContents(ids: readonly MessageId[]): Promise<void>;
  /**
   * The same for all that a person wrote, in every conversation, since an instant or ever; what raised an alert
   * by its triage stays for the advisor who has to act on it.
   */
  forgetSaid(userId: UserId, since: Date | null): Promise<void>;
}
