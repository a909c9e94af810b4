import type { Choice } from '../domain/conversation/dialogue-state.ts';

/** What is put on the wire; the adapter falls back to numbered text where a channel lacks buttons. */
export type OutboundContent =
  | { readonly kind: 'text'; readonly text: string }
  /** A JPEG or PNG: of a picture of another kind only the caption may arrive. */
  | { readonly kind: 'image'; readonly imageUrl: string; readonly caption: string }
  | {
      readonly kind: 'choices';
      readonly text: string;
      readonly choices: readonly Choice[];
      /** Words on a list that opens, in the customer's language. */
      readonly labels?: ListLabels;
    };

export interface ListLabels {
  /** On the button that opens it. */
  readonly open: string;
  /** Above its rows. */
  readonly section: string;
}

export interface OutboundMessage {
  /** The chat exactly as it was received, such as `24174000000@s.whatsapp.net`. */
  readonly chatId: string;
  readonly content: OutboundContent;
  /** Our message id, for channels that can deduplicate. */
  readonly idempotencyKey: string;
}

export interface MediaReference {
  readonly providerMediaId: string | null;
  readonly link: string | null;
  readonly mimeType: string;
}

export interface FetchedMedia {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** A message of ours as the channel has it. */
export interface SentByUs {
  readonly providerId: string;
  /** What is written in it, a caption included. */
  readonly text: string;
}

export type ChannelHealth = 'connected' | 'disconnected' | 'unknown';

/** The way to the customer's phone. Every failure is a `ProviderError`. */
export interface MessagingGateway {
  /** Hands one message to the channel; resolves with the channel's id for it. */
  send(message: OutboundMessage): Promise<{ readonly providerId: string }>;
  /**
   * What the channel took from us for a chat since a moment, at most the last 100: tells after a crash or a
   * lost answer whether a message is out. `rejected` where a channel keeps no such list.
   */
  sentSince(chatId: string, since: Date): Promise<readonly SentByUs[]>;
  /** Shows "typing" for some seconds; a failure is of no consequence to the caller. */
  showTyping(chatId: string): Promise<void>;
  /** Bytes of a customer's file, at most `maxBytes`; never from a private address. */
  fetchMedia(media: MediaReference, maxBytes: number): Promise<FetchedMedia>;
  health(): Promise<ChannelHealth>;
}
