import type { MessageDetails } from '../domain/message/message-details.ts';
import type { DeliveryStatus, MessageKind } from '../domain/message/message.ts';

export interface InboundMedia {
  readonly providerMediaId: string | null;
  readonly link: string | null;
  readonly mimeType: string;
  readonly fileSize: number | null;
  readonly seconds: number | null;
  readonly fileName: string | null;
}

export interface InboundMessage {
  readonly providerId: string;
  readonly chatId: string;
  /** E.164 with `+` when the chat id carries a number. */
  readonly phone: string | null;
  /** WhatsApp's own id of a person who hides the number (`…@lid`). */
  readonly lid: string | null;
  readonly senderName: string | null;
  /** WhatsApp's second; null when absurd or absent. */
  readonly sentAt: Date | null;
  readonly kind: MessageKind;
  readonly text: string;
  readonly buttonId: string | null;
  /** The message that this one answers to, by its provider id. */
  readonly quotedId?: string | null;
  readonly details?: MessageDetails | null;
  readonly media: InboundMedia | null;
}

export interface ChangedMessage {
  /** Of a message that may come later than its change. */
  readonly providerId: string;
  /** Where it was said, if the channel tells. */
  readonly chatId?: string | null;
}

/** What a channel reports, in our words. */
export type ChannelEvent =
  | { readonly type: 'message'; readonly message: InboundMessage }
  /** The shop answered from its own phone: sent from the number, but not by us. */
  | { readonly type: 'phone_answer'; readonly message: InboundMessage }
  | { readonly type: 'status'; readonly providerId: string; readonly status: DeliveryStatus }
  | ({ readonly type: 'edit'; readonly text: string } & ChangedMessage)
  | ({ readonly type: 'deletion' } & ChangedMessage)
  | { readonly type: 'channel_health'; readonly connected: boolean }
  /** Authentic, but nothing that Léa handles (groups, reactions, history syncs, unknown kinds). */
  | { readonly type: 'ignored'; readonly reason: string }
  /** One item that does not fit its schema, kept aside so that the others are not lost. */
  | { readonly type: 'quarantined'; readonly reason: string; readonly raw: unknown };

/** Turns a channel's webhook into events. */
export interface InboundChannel {
  /** Constant-time check of the webhook's credentials; header names are lower case. */
  authenticate(headers: Readonly<Record<string, string | readonly string[] | undefined>>): boolean;
  /** @throws LeaError `invalid_event` when the envelope is no event of this channel. */
  parse(body: unknown): readonly ChannelEvent[];
}
