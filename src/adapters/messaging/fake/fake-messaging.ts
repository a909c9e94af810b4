import { randomUUID } from 'node:crypto';
import { isSimulatedChat } from '../../../domain/customer/alias.ts';
import type {
  ChannelHealth,
  FetchedMedia,
  MediaReference,
  MessagingGateway,
  OutboundContent,
  OutboundMessage,
  SentByUs,
} from '../../../ports/messaging-gateway.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { readChatId } from '../shared/chat-id.ts';
import { vettedMediaType } from '../shared/media-type.ts';
import { FileTooLargeError } from '../shared/safe-fetch.ts';
import { readDataUrl, SAMPLE_MEDIA } from './sample-media.ts';
import { show, type Shown } from './shown.ts';

export interface FakeMessagingOptions {
  readonly now?: () => Date;
  readonly newId?: () => string;
  /** How much is remembered: messages of a chat, and chats. */
  readonly perChat?: number;
  readonly chats?: number;
}

export interface SentMessage {
  readonly providerId: string;
  readonly at: Date;
  readonly content: OutboundContent;
  readonly shown: Shown;
}

export type FakeActivity =
  | { readonly type: 'sent'; readonly chatId: string; readonly message: SentMessage }
  | { readonly type: 'typing'; readonly chatId: string };

const rejected = (message: string): ProviderError => new ProviderError('fake', 'rejected', message);

/** A gateway to nowhere: keeps the last messages in memory and tells whoever listens. */
export class FakeMessaging implements MessagingGateway {
  readonly #options: Required<FakeMessagingOptions>;
  readonly #sent = new Map<string, SentMessage[]>();
  readonly #media = new Map<string, FetchedMedia>(SAMPLE_MEDIA);
  readonly #failures: Error[] = [];
  readonly #listeners = new Set<(activity: FakeActivity) => void>();
  #health: ChannelHealth = 'connected';

  constructor(options: FakeMessagingOptions = {}) {
    this.#options = {
      now: options.now ?? (() => new Date()),
      newId: options.newId ?? (() => `fake.${randomUUID()}`),
      perChat: options.perChat ?? 200,
      chats: options.chats ?? 1_000,
    };
  }

  async send({ chatId, content }: OutboundMessage): Promise<{ readonly providerId: string }> {
    if (!isSimulatedChat(chatId) && readChatId(chatId).kind !== 'person')
      throw rejected('Only people are written to.');
    const shown = show(content);
    if (shown.text === '' && shown.imageUrl === null) throw rejected('There is nothing to send.');
    const failure = this.#failures.shift();
    if (failure !== undefined) throw failure;
    const message = { providerId: this.#options.newId(), at: this.#options.now(), content, shown };
    this.#remember(chatId, message);
    this.#tell({ type: 'sent', chatId, message });
    return { providerId: message.providerId };
  }

  async sentSince(chatId: string, since: Date): Promise<readonly SentByUs[]> {
    return this.sentTo(chatId)
      .filter(({ at }) => at >= since)
      .slice(-100)
      .map(({ providerId, shown }) => ({ providerId, text: shown.text }));
  }

  async showTyping(chatId: string): Promise<void> {
    this.#tell({ type: 'typing', chatId });
  }

  async fetchMedia(media: MediaReference, maxBytes: number): Promise<FetchedMedia> {
    const { link, providerMediaId: id, mimeType: claimed } = media;
    const file = (link === null ? null : readDataUrl(link)) ?? this.#media.get(id ?? '');
    if (file === undefined) throw rejected('The file is unknown here.');
    if (file.bytes.length > maxBytes) throw new FileTooLargeError();
    return {
      bytes: file.bytes,
      mimeType: await vettedMediaType(file.bytes, claimed, file.mimeType),
    };
  }

  async health(): Promise<ChannelHealth> {
    return this.#health;
  }

  /** What was sent to a chat, oldest first. */
  sentTo(chatId: string): readonly SentMessage[] {
    return [...(this.#sent.get(chatId) ?? [])];
  }

  /** Calls back on every message and every "typing"; returns how to stop that. */
  subscribe(listener: (activity: FakeActivity) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next message that could be sent fails with this instead; several wait for their turn. */
  failNext(error: Error): void {
    this.#failures.push(error);
  }

  /** Makes a file fetchable by its media id; the oldest is forgotten over 50. */
  addMedia(providerMediaId: string, file: FetchedMedia): void {
    this.#media.set(providerMediaId, file);
    if (this.#media.size <= 50 + SAMPLE_MEDIA.size) return;
    const oldest = [...this.#media.keys()].find((id) => !SAMPLE_MEDIA.has(id));
    if (oldest !== undefined) this.#media.delete(oldest);
  }

  setHealth(health: ChannelHealth): void {
    this.#health = health;
  }

  #remember(chatId: string, message: SentMessage): void {
    const earlier = this.#sent.get(chatId) ?? [];
    // Written last means forgotten last.
    this.#sent.delete(chatId);
    this.#sent.set(chatId, [...earlier, message].slice(-this.#options.perChat));
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > this.#options.chats && oldest !== undefined) this.#sent.delete(oldest);
  }

  #tell(activity: FakeActivity): void {
    for (const listener of this.#listeners) {
      try {
        listener(activity);
      } catch {
        // A page that cannot draw a message does not keep it from being sent.
      }
    }
  }
}
