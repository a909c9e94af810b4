import { z } from 'zod';
import type { MessageDetails } from '../../../../domain/message/message-details.ts';
import type { MessageKind } from '../../../../domain/message/message.ts';
import type { InboundMedia } from '../../../../ports/inbound-channel.ts';
import { clean, cleanLine } from './clean.ts';
import { optional, webLink, word } from './content-fields.ts';
import { readAdvertisement, readBasket } from './message-details.ts';

export interface MessageContent {
  readonly kind: MessageKind;
  readonly text: string;
  readonly buttonId: string | null;
  readonly media: InboundMedia | null;
  readonly details?: MessageDetails;
}

type Read = (value: unknown) => MessageContent;

const amount = optional(z.number().finite().nonnegative().max(Number.MAX_SAFE_INTEGER));
const degrees = optional(z.number().finite());

const Body = z.object({ body: z.string() });
const Option = z.object({ id: word, title: word });
const Reply = z.object({ buttons_reply: Option.nullish(), list_reply: Option.nullish() });
const File = z.object({
  id: word,
  link: word,
  mime_type: word,
  file_size: amount,
  seconds: amount,
  filename: word,
  file_name: word,
  caption: word,
});
const Place = z.object({ latitude: degrees, longitude: degrees, name: word, address: word });
const Named = z.object({ name: word, title: word, text: word, body: word });
const NamedList = z.object({ list: optional(z.array(optional(Named)).max(1_000)) });

const plain = (kind: MessageKind, text: string): MessageContent => ({
  kind,
  text: clean(text),
  buttonId: null,
  media: null,
});

const words: Read = (value) => plain('text', Body.parse(value).body);

const file =
  (kind: MessageKind, fallbackType: string): Read =>
  (value) => {
    const { id, link, mime_type, file_size, seconds, filename, file_name, caption } =
      File.parse(value);
    const media: InboundMedia = {
      providerMediaId: cleanLine(id, 512),
      link: webLink(link),
      mimeType: cleanLine(mime_type, 255) ?? fallbackType,
      fileSize: file_size === null || file_size === undefined ? null : Math.round(file_size),
      seconds: seconds ?? null,
      fileName: cleanLine(filename ?? file_name, 255),
    };
    return { ...plain(kind, caption ?? ''), media };
  };

const reply: Read = (value) => {
  const { buttons_reply, list_reply } = Reply.parse(value);
  const option = Option.parse(buttons_reply ?? list_reply);
  const id = cleanLine(option.id?.replace(/^(?:ButtonsV3|ListV3):/, ''), 256);
  const content = plain('button', option.title ?? '');
  return id === null ? { ...content, kind: 'text' } : { ...content, buttonId: id };
};

const place: Read = (value) => {
  const { latitude, longitude, name, address } = Place.parse(value ?? {});
  const point = latitude == null || longitude == null ? null : `${latitude}, ${longitude}`;
  return plain('location', [name, address, point].filter(Boolean).join(', '));
};

const named =
  (kind: MessageKind) =>
  (value: unknown): MessageContent => {
    const { name, title, text, body } = Named.parse(value ?? {});
    return plain(kind, [name ?? title, text ?? body].filter(Boolean).join(' – '));
  };

const MOST_NAMES = 10;
const cards: Read = (value) => {
  const { list } = NamedList.parse(value ?? {});
  const names = (list ?? []).flatMap((card) => card?.name ?? []);
  return plain('contact', names.slice(0, MOST_NAMES).join(', '));
};

const basket: Read = (value) => {
  const told = readBasket(value);
  return { ...named('order')(value), ...(told === null ? {} : { details: { basket: told } }) };
};

/** The types that Léa takes, with where their content lies. Everything else is ignored. */
const TYPES: ReadonlyMap<string, { readonly field: string; readonly read: Read }> = new Map([
  ['text', { field: 'text', read: words }],
  ['link_preview', { field: 'link_preview', read: words }],
  ['reply', { field: 'reply', read: reply }],
  ['voice', { field: 'voice', read: file('voice', 'audio/ogg') }],
  ['audio', { field: 'audio', read: file('voice', 'audio/ogg') }],
  ['image', { field: 'image', read: file('image', 'image/jpeg') }],
  ['document', { field: 'document', read: file('document', 'application/octet-stream') }],
  ['video', { field: 'video', read: file('video', 'video/mp4') }],
  ['gif', { field: 'gif', read: file('video', 'video/mp4') }],
  ['short', { field: 'short', read: file('video', 'video/mp4') }],
  ['sticker', { field: 'sticker', read: file('sticker', 'image/webp') }],
  ['location', { field: 'location', read: place }],
  ['live_location', { field: 'live_location', read: place }],
  // The card of a third person: the name at most, nothing else of it is our business.
  ['contact', { field: 'contact', read: named('contact') }],
  ['contact_list', { field: 'contact_list', read: cards }],
  ['order', { field: 'order', read: basket }],
  ['product', { field: 'product', read: named('order') }],
]);

/**
 * What a message says; null for a type that Léa does not take. Whoever taps an advertisement may send nothing but
 * that, and is a contact all the same; of what may be seen only once the gateway may keep back everything.
 * @throws ZodError when the content of a known type is malformed
 */
export function readContent(
  type: string,
  item: Readonly<Record<string, unknown>>,
): MessageContent | null {
  const known = TYPES.get(type);
  if (known === undefined) return null;
  const value = item[known.field];
  const advertisement = readAdvertisement(item);
  if (advertisement === null) return known.read(value ?? (item['view_once'] === true ? {} : value));
  const isBare = value == null || (known.read === words && isWordless(value));
  const content = isBare ? plain('text', '') : known.read(value);
  return { ...content, details: { ...content.details, advertisement } };
}

const isWordless = (value: unknown): boolean =>
  z.object({ body: z.null().optional() }).safeParse(value).success;
