import { randomUUID } from 'node:crypto';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { ChannelEvent, InboundMedia, InboundMessage } from '../../../ports/inbound-channel.ts';
import { simulatedChat } from '../../../domain/customer/alias.ts';
import { readChatId } from '../shared/chat-id.ts';
import { readDataUrl } from './sample-media.ts';

/** What somebody does on the simulator page: exactly one of text, button, voice and image. */
export interface SimulatorInput {
  /** With country code; spaces and signs do not matter. */
  readonly phone: string;
  /** Also the caption of an image and the title of a button. */
  readonly text?: string;
  /** The id of a button or row. */
  readonly button?: string;
  /** A data URL, or true for a sample. */
  readonly voice?: string | true;
  readonly image?: string | true;
  readonly name?: string;
  /** To try a redelivery. */
  readonly id?: string;
}

const MAX_DATA_URL = 8 * 1024 * 1024;

const invalid = (field: string, message: string): LeaError =>
  new LeaError('invalid', 'invalid_message', message, { field });

/** The number that is played, E.164. @throws LeaError `invalid_message` */
export function simulatorPhone(phone: string): string {
  const digits = phone.replace(/^00/, '').replace(/\D/g, '');
  // A number that WhatsApp could have.
  if (readChatId(`${digits}@s.whatsapp.net`).kind === 'person') return `+${digits}`;
  throw invalid('phone', 'The phone number needs its country code, as in +241 74 00 00 00.');
}

/** The chat of a number that is played. @throws LeaError `invalid_message` */
export const simulatorChatId = (phone: string): string => simulatedChat(simulatorPhone(phone));

/**
 * What a customer would have sent, as an event of the channel.
 * @throws LeaError `invalid_message` naming the field
 */
export function simulatorMessage(
  input: SimulatorInput,
  deps: { readonly now?: () => Date; readonly newId?: () => string } = {},
): Extract<ChannelEvent, { type: 'message' }> {
  const phone = simulatorPhone(input.phone);
  const sentAt = (deps.now ?? (() => new Date()))();
  const name = input.name?.trim() ?? '';
  const message: InboundMessage = {
    providerId: input.id ?? (deps.newId ?? (() => `sim.${randomUUID()}`))(),
    chatId: simulatedChat(phone),
    phone,
    lid: null,
    senderName: name === '' ? null : name,
    // WhatsApp knows seconds only.
    sentAt: new Date(Math.trunc(sentAt.getTime() / 1_000) * 1_000),
    ...contentOf(input),
  };
  return { type: 'message', message };
}

function contentOf(
  input: SimulatorInput,
): Pick<InboundMessage, 'kind' | 'text' | 'buttonId' | 'media'> {
  const { button, voice, image } = input;
  const text = input.text ?? '';
  if ([button, voice, image].filter((given) => given !== undefined).length > 1) {
    throw invalid('text', 'A message is one of text, button, voice and image.');
  }
  if (button !== undefined) {
    if (button === '') throw invalid('button', 'The button needs its id.');
    return { kind: 'button', text: text === '' ? button : text, buttonId: button, media: null };
  }
  if (voice !== undefined) {
    const media = mediaOf('voice', voice, 'audio/ogg');
    return { kind: 'voice', text: '', buttonId: null, media };
  }
  if (image !== undefined) {
    const media = mediaOf('image', image, 'image/png');
    return { kind: 'image', text, buttonId: null, media };
  }
  if (text.trim() === '') throw invalid('text', 'The message is empty.');
  return { kind: 'text', text, buttonId: null, media: null };
}

/** The file travels inside of the link: whichever process takes the message up has it. */
function mediaOf(field: 'voice' | 'image', given: string | true, sampleType: string): InboundMedia {
  const rest = { seconds: null, fileName: null };
  if (given === true) {
    return {
      ...rest,
      providerMediaId: `sample:${field}`,
      link: null,
      mimeType: sampleType,
      fileSize: null,
    };
  }
  if (given.length > MAX_DATA_URL) throw invalid(field, `The ${field} is too large.`);
  const file = readDataUrl(given);
  if (file === null) throw invalid(field, `The ${field} must be a base64 data URL.`);
  return {
    ...rest,
    providerMediaId: null,
    link: given,
    mimeType: file.mimeType,
    fileSize: file.bytes.length,
  };
}
