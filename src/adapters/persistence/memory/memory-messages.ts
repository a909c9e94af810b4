import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { TurnId } from '../../../domain/conversation/turn.ts';
import {
  isForward,
  type Attachment,
  type DeliveryStatus,
  type Message,
  type MessageId,
} from '../../../domain/message/message.ts';
import type { Messages, NewMessage } from '../../../ports/repositories/messages.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MessageRow } from './rows.ts';

const UNHANDLED_AT_ONCE = 50;
const DAY_MS = 86_400_000;
const NEVER_SENT: ReadonlySet<DeliveryStatus> = new Set(['dropped', 'failed']);

export class MemoryMessages implements Messages {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async appendInbound(messages: readonly NewMessage[]): Promise<readonly MessageId[]> {
    return messages.flatMap((message) => {
      if (message.providerId !== null && this.#byProviderId(message.providerId) !== undefined)
        return [];
      this.#append(message);
      return [message.id];
    });
  }

  async appendOutbound(messages: readonly NewMessage[]): Promise<void> {
    for (const message of messages) this.#append(message);
  }

  #append(message: NewMessage): void {
    const conversation = this.#store.conversations.get(message.conversationId);
    if (conversation === undefined)
      throw new Error(`Not in conversations: ${message.conversationId}`);
    this.#mayBear(message.id, message.providerId);
    const seq = this.#store.nextSequence();
    this.#store.messages.insert({
      ...message,
      seq,
      handledAt: null,
      leftToHuman: false,
      swiftHash: null,
      editedAt: null,
      deletedAt: null,
      sendAttempts: 0,
    });
    if (message.sender !== 'user' && message.timestamp > conversation.lastMessageAt) {
      this.#store.conversations.update(conversation.id, { lastMessageAt: message.timestamp });
    }
  }

  /** @throws as the unique index does, when another message has this provider id. */
  #mayBear(id: MessageId, providerId: string | null): void {
    const other = providerId === null ? undefined : this.#byProviderId(providerId);
    if (other !== undefined && other.id !== id)
      throw new Error(`Duplicate provider id in messages: ${providerId}`);
  }

  #byProviderId(providerId: string): MessageRow | undefined {
    return this.#store.messages.by('providerId', providerId)[0];
  }

  async get(id: MessageId): Promise<Message | null> {
    const row = this.#store.messages.get(id);
    return row === undefined ? null : toMessage(row);
  }

  async getMany(ids: readonly MessageId[]): Promise<readonly Message[]> {
    return ids.flatMap((id) => this.#store.messages.get(id) ?? []).map(toMessage);
  }

  async knownProviderIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => this.#byProviderId(id) !== undefined));
  }

  async unhandled(conversationId: ConversationId): Promise<readonly Message[]> {
    return this.#thread(conversationId)
      .filter(isUnhandled)
      .slice(0, UNHANDLED_AT_ONCE)
      .map(toMessage);
  }

  async recent(conversationId: ConversationId, limit: number): Promise<readonly Message[]> {
    const thread = this.#thread(conversationId);
    return thread.slice(Math.max(0, thread.length - limit)).map(toMessage);
  }

  async lastHumanAt(conversationId: ConversationId, since: Date): Promise<Date | null> {
    const last = this.#thread(conversationId).findLast(({ sender }) => sender === 'human');
    return last !== undefined && last.timestamp >= since ? last.timestamp : null;
  }

  /** In WhatsApp's order. */
  #thread(conversationId: ConversationId): readonly MessageRow[] {
    return this.#store.messages
      .by('conversationId', conversationId)
      .toSorted((a, b) => a.timestamp.getTime() - b.timestamp.getTime() || a.seq - b.seq);
  }

  async markHandled(ids: readonly MessageId[], turnId: TurnId | null, now: Date): Promise<void> {
    for (const id of ids) this.#store.messages.update(id, { handledAt: now, turnId });
  }

  async leaveToHuman(ids: readonly MessageId[], now: Date): Promise<void> {
    for (const id of ids) {
      const handledAt = this.#store.messages.get(id)?.handledAt ?? now;
      this.#store.messages.update(id, { handledAt, leftToHuman: true });
    }
  }

  async unanswered(conversationId: ConversationId): Promise<readonly Message[]> {
    const thread = this.#thread(conversationId);
    const lastHuman = Math.max(
      0,
      ...thread
        .filter(({ sender, status }) => sender === 'human' && !NEVER_SENT.has(status))
        .map(({ seq }) => seq),
    );
    const wasDropped = ({ turnId }: MessageRow): boolean => {
      const replies = thread.filter((row) => row.sender === 'assistant' && row.turnId === turnId);
      return replies.length > 0 && replies.every(({ status }) => status === 'dropped');
    };
    return thread
      .filter(
        (row) =>
          row.sender === 'user' &&
          row.handledAt !== null &&
          row.deletedAt === null &&
          row.seq > lastHuman &&
          (row.leftToHuman || (row.turnId !== null && wasDropped(row))),
      )
      .slice(-UNHANDLED_AT_ONCE)
      .map(toMessage);
  }

  async reopen(ids: readonly MessageId[]): Promise<void> {
    for (const id of ids)
      this.#store.messages.update(id, { handledAt: null, turnId: null, leftToHuman: false });
  }

  async noteSwift(id: MessageId, hash: string): Promise<void> {
    this.#store.messages.update(id, { swiftHash: hash });
  }

  async swift(hash: string, except: ConversationId): Promise<readonly Message[]> {
    return this.#store.messages
      .all()
      .filter((row) => row.swiftHash === hash && row.conversationId !== except)
      .toSorted((a, b) => b.timestamp.getTime() - a.timestamp.getTime())
      .slice(0, UNHANDLED_AT_ONCE)
      .map(toMessage);
  }

  async unsureAnswers(before: Date, limit: number): Promise<readonly Message[]> {
    const isAlone = (row: MessageRow): boolean =>
      !this.#thread(row.conversationId).some(
        ({ swiftHash, sender, timestamp }) =>
          sender === 'human' && swiftHash === null && timestamp >= row.timestamp,
      );
    const isNobodys = ({ conversationId }: MessageRow): boolean => {
      const conversation = this.#store.conversations.get(conversationId);
      return (
        conversation?.status === 'open' &&
        conversation.mode === 'human' &&
        conversation.assignedTo === null
      );
    };
    return this.#store.messages
      .all()
      .filter(({ swiftHash, sender }) => swiftHash !== null && sender === 'human')
      .filter(
        ({ timestamp }) => timestamp < before && before.getTime() - timestamp.getTime() < DAY_MS,
      )
      .filter((row) => isNobodys(row) && isAlone(row))
      .toSorted((a, b) => a.timestamp.getTime() - b.timestamp.getTime())
      .slice(0, limit)
      .map(toMessage);
  }

  async markAutomatic(ids: readonly MessageId[]): Promise<void> {
    for (const id of ids) this.#store.messages.update(id, { sender: 'assistant' });
  }

  async outbox(conversationId: ConversationId): Promise<readonly Message[]> {
    return this.#store.messages
      .by('conversationId', conversationId)
      .filter(isUnsent)
      .toSorted((a, b) => a.seq - b.seq)
      .map(toMessage);
  }

  async beginSending(id: MessageId, content: string): Promise<boolean> {
    const message = this.#store.messages.get(id);
    if (message === undefined || !isUnsent(message)) return false;
    this.#store.messages.update(id, { status: 'sending', content });
    return true;
  }

  async setStatus(
    id: MessageId,
    status: DeliveryStatus,
    { said, ...fields }: Parameters<Messages['setStatus']>[2] = {},
  ): Promise<void> {
    if (fields.providerId !== undefined) this.#mayBear(id, fields.providerId);
    this.#store.messages.update(id, { status, ...fields, ...said });
  }

  async dropPending(conversationId: ConversationId): Promise<number> {
    const pending = this.#store.messages
      .by('conversationId', conversationId)
      .filter(
        (row) =>
          row.sender === 'assistant' && (row.status === 'queued' || row.status === 'suggested'),
      )
      .filter((row) => row.part?.always !== true);
    for (const { id } of pending) this.#store.messages.update(id, { status: 'dropped' });
    return pending.length;
  }

  async releaseSuggested(id: MessageId, content: string | null): Promise<number> {
    const approved = this.#store.messages.get(id);
    if (approved?.status !== 'suggested') return 0;
    const others = this.#store.messages
      .by('conversationId', approved.conversationId)
      .filter(
        (row) =>
          row.id !== id &&
          row.status === 'suggested' &&
          row.turnId !== null &&
          row.turnId === approved.turnId,
      );
    const reworded: MessageRow =
      content === null ? approved : { ...approved, content, part: { kind: 'text', text: content } };
    for (const row of [reworded, ...others]) {
      const part = row.part === null ? null : { ...row.part, always: true as const };
      this.#store.messages.update(row.id, { status: 'queued', content: row.content, part });
    }
    return others.length + 1;
  }

  async advanceStatus(
    updates: readonly { readonly providerId: string; readonly status: DeliveryStatus }[],
  ): Promise<void> {
    for (const { providerId, status } of updates) {
      const row = this.#byProviderId(providerId);
      if (row === undefined || row.sender === 'user' || !isForward(row.status, status)) continue;
      this.#store.messages.update(row.id, { status });
    }
  }

  async edit(providerId: string, content: string, now: Date): ReturnType<Messages['edit']> {
    const row = this.#byProviderId(providerId);
    if (row === undefined || row.deletedAt !== null || row.content === content) return null;
    this.#store.messages.update(row.id, { content, editedAt: now });
    const message = toMessage({ ...row, content });
    return { message, before: row.content, handled: row.handledAt !== null };
  }

  async markDeleted(providerId: string, now: Date): Promise<void> {
    const row = this.#byProviderId(providerId);
    if (row !== undefined)
      this.#store.messages.update(row.id, {
        content: '',
        attachment: null,
        details: null,
        deletedAt: now,
      });
  }

  async setAttachment(id: MessageId, attachment: Attachment, content: string): Promise<void> {
    this.#store.messages.update(id, { attachment, content });
  }

  async dropContents(ids: readonly MessageId[]): Promise<void> {
    for (const id of ids)
      this.#store.messages.update(id, { content: '', attachment: null, details: null });
  }

  async forgetSaid(userId: UserId, since: Date | null): Promise<void> {
    const isAlarm = ({ turnId }: MessageRow): boolean =>
      turnId !== null && (this.#store.turns.get(turnId)?.triage ?? null) !== null;
    for (const { id } of this.#store.conversations.by('userId', userId))
      await this.dropContents(
        this.#store.messages
          .by('conversationId', id)
          .filter((row) => row.sender === 'user' && (since === null || row.timestamp >= since))
          .filter((row) => !isAlarm(row))
          .map((row) => row.id),
      );
  }
}

/** Said by the customer, not taken back, and not answered yet. */
export const isUnhandled = (row: MessageRow): boolean =>
  row.sender === 'user' && row.handledAt === null && row.deletedAt === null;

/** Still to be sent, or begun when a worker died. */
export const isUnsent = (row: MessageRow): boolean =>
  row.status === 'queued' || row.status === 'sending';

function toMessage(row: MessageRow): Message {
  const { id, conversationId, seq, sender, authorId, kind, content } = row;
  const { buttonId, attachment, part, status, providerId, timestamp } = row;
  const { quotedId = null, details = null } = row;
  return {
    id,
    conversationId,
    seq,
    sender,
    authorId,
    kind,
    content,
    buttonId,
    attachment,
    part,
    status,
    providerId,
    timestamp,
    quotedId,
    details,
  };
}
