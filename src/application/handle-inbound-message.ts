import { isSimulatedChat, phoneAliases, simulatedAliases } from '../domain/customer/alias.ts';
import type { ConversationId } from '../domain/conversation/conversation.ts';
import type { UserId } from '../domain/customer/customer.ts';
import type { Message, MessageId } from '../domain/message/message.ts';
import type { DataRecipients } from '../domain/shop/data-recipients.ts';
import { SERVICE } from '../domain/shared/actor.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { ChannelEvent, InboundMessage } from '../ports/inbound-channel.ts';
import type { KeyedHash } from '../ports/keyed-hash.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { NewMessage } from '../ports/repositories/messages.ts';
import type { ShopSettingsSource } from '../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { isUrgent } from './is-urgent.ts';
import { applyChange, storeChanges } from './message-changes.ts';
import { giveBackFromMachine, judgePhoneAnswer } from './phone-answers.ts';

/** The quiet period slides with each message, but no longer than this after the first, in milliseconds. */
const MAX_BURST_MS = 5_000;
const HOUR_MS = 3_600_000;

export interface InboundDeps {
  readonly uow: UnitOfWork;
  readonly ids: IdGenerator;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly settings: ShopSettingsSource;
  readonly recipients: DataRecipients;
  readonly metrics: Metrics;
  /** Of the channel, as it is kept with each chat. */
  readonly channelName: string;
  /** The quiet period that gathers a burst of messages, in milliseconds. */
  readonly burstWindowMs: number;
}

/** Stores everything that a channel reported, in one durable commit, and makes turns due. */
export class HandleInboundMessage {
  readonly #deps: InboundDeps;

  constructor(deps: InboundDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly events: readonly ChannelEvent[];
  }): Promise<{ readonly stored: number }> {
    const { events } = command;
    for (const event of events)
      this.#deps.metrics.count('lea_webhook_events_total', { type: event.type });
    if (events.every((event) => event.type === 'ignored')) return { stored: 0 };
    const { uow } = this.#deps;
    const { stored, mistaken } = await uow.run(SERVICE, async (repositories) => {
      const messages = await this.#storeMessages(repositories, events);
      await storeChanges(repositories, this.#deps, events);
      await this.#storeTheRest(repositories, events);
      return messages;
    });
    // Of other customers, whom this transaction must not hold up.
    for (const { conversationId: id, timestamp } of mistaken)
      await giveBackFromMachine(uow, { id, timestamp });
    return { stored };
  }

  async #storeMessages(
    repositories: Repositories,
    events: readonly ChannelEvent[],
  ): Promise<{ readonly stored: number; readonly mistaken: readonly Message[] }> {
    const incoming = await this.#wanted(repositories, events);
    if (incoming.length === 0) return { stored: 0, mistaken: [] };
    const changes = await repositories.earlyChanges.take(
      incoming.map(({ message }) => message.providerId),
    );
    const { ids, clock, settings } = this.#deps;
    const now = clock.now();

    const people = new Map<string, InboundMessage>();
    for (const { message } of incoming)
      people.set(message.chatId, withMore(people.get(message.chatId) ?? message, message));
    const contacts = [...people.values()];
    const userIds = await repositories.customers.resolve(
      contacts.map((message) => ({
        newId: ids.uuid() as UserId,
        aliases: aliasesOf(message),
        phone: message.phone === null ? null : phoneAliases(message.phone)[0]!,
        name: message.senderName,
      })),
      now,
    );
    const staleBefore = new Date(
      now.getTime() - settings.current().conversationQuietHours * HOUR_MS,
    );
    const opened = await repositories.conversations.ensureOpen(
      contacts.map((message, index) => ({
        userId: userIds[index]!,
        newId: ids.uuid() as ConversationId,
        chatId: message.chatId,
      })),
      now,
      staleBefore,
    );
    const conversationOf = new Map(
      contacts.map((message, index) => [message.chatId, opened[index]!.id]),
    );

    const rows = incoming.map((item) => ({
      item,
      row: this.#row(item.message, item.fromShop, conversationOf.get(item.message.chatId)!, now),
    }));
    const fresh = new Set(await repositories.messages.appendInbound(rows.map(({ row }) => row)));
    const added = rows.filter(({ row }) => fresh.has(row.id));
    await this.#schedule(
      repositories,
      added.filter(({ item }) => !item.fromShop),
    );
    // After the turn is due, which an edit may bring forward; one that was answered before is looked at anew.
    for (const change of changes) await applyChange(repositories, this.#deps, change);
    const mistaken: Message[] = [];
    for (const { row } of added.filter(({ item }) => item.fromShop))
      mistaken.push(...(await judgePhoneAnswer(repositories, this.#deps, row, now)));
    return { stored: added.length, mistaken };
  }

  /** Leaves out echoes of our own messages and whatever an erased person's gateway delivers late. */
  async #wanted(repositories: Repositories, events: readonly ChannelEvent[]) {
    const incoming = events
      .filter((event) => event.type === 'message' || event.type === 'phone_answer')
      .map((event) => ({ message: event.message, fromShop: event.type === 'phone_answer' }));
    if (incoming.length === 0) return [];
    const { hash, clock } = this.#deps;
    const erased = await repositories.erasure.erasedAmong(
      incoming.map(({ message }) => hash.of(message.providerId)),
      clock.now(),
    );
    const phoneAnswers = incoming
      .filter(({ fromShop }) => fromShop)
      .map(({ message }) => message.providerId);
    const ours =
      phoneAnswers.length === 0
        ? new Set<string>()
        : await repositories.messages.knownProviderIds(phoneAnswers);
    return incoming.filter(
      ({ message, fromShop }) =>
        !erased.has(hash.of(message.providerId)) && !(fromShop && ours.has(message.providerId)),
    );
  }

  #row(
    message: InboundMessage,
    fromShop: boolean,
    conversationId: ConversationId,
    now: Date,
  ): NewMessage {
    return {
      id: this.#deps.ids.uuid() as MessageId,
      conversationId,
      sender: fromShop ? 'human' : 'user',
      authorId: null,
      kind: message.kind,
      content: message.text,
      buttonId: message.buttonId,
      attachment:
        message.media === null ? null : { ...message.media, storageKey: null, transcript: null },
      part: null,
      status: fromShop ? 'sent' : 'received',
      providerId: message.providerId,
      timestamp: message.sentAt ?? now,
      turnId: null,
      echoId: null,
      quotedId: message.quotedId ?? null,
      details: message.details ?? null,
    };
  }

  async #schedule(
    repositories: Repositories,
    added: readonly {
      readonly item: { readonly message: InboundMessage };
      readonly row: NewMessage;
    }[],
  ): Promise<void> {
    const byConversation = new Map<ConversationId, typeof added>();
    for (const entry of added)
      byConversation.set(entry.row.conversationId, [
        ...(byConversation.get(entry.row.conversationId) ?? []),
        entry,
      ]);
    if (byConversation.size === 0) return;
    await repositories.conversations.schedule(
      [...byConversation].map(([id, entries]) => ({
        id,
        quietMs: entries.some(({ item }) => isPressing(item.message))
          ? 0
          : this.#deps.burstWindowMs,
        inbound: entries.length,
        lastInboundAt: entries.map(({ row }) => row.timestamp).reduce((a, b) => (a > b ? a : b)),
      })),
      MAX_BURST_MS,
    );
  }

  async #storeTheRest(repositories: Repositories, events: readonly ChannelEvent[]): Promise<void> {
    const { ids, clock, channelName } = this.#deps;
    const now = clock.now();
    const statuses = events.filter((event) => event.type === 'status');
    if (statuses.length > 0) await repositories.messages.advanceStatus(statuses);
    const bad = events.filter((event) => event.type === 'quarantined');
    if (bad.length > 0)
      await repositories.quarantine.add(
        bad.map(({ reason, raw }) => ({
          id: ids.uuid(),
          channel: channelName,
          reason,
          raw,
          at: now,
        })),
      );
  }
}

/** One of several messages of a chat may know more of the person. */
const withMore = (known: InboundMessage, other: InboundMessage): InboundMessage => ({
  ...known,
  phone: known.phone ?? other.phone,
  lid: known.lid ?? other.lid,
  senderName: known.senderName ?? other.senderName,
});

const aliasesOf = (message: InboundMessage): readonly string[] => [
  ...(message.phone === null
    ? []
    : isSimulatedChat(message.chatId)
      ? simulatedAliases(message.phone)
      : phoneAliases(message.phone)),
  ...(message.lid === null ? [] : [message.lid]),
];

const isPressing = ({ buttonId, kind, text }: InboundMessage): boolean =>
  buttonId !== null || isUrgent(kind, text);
