/** Who a chat id stands for. */
export type Chat =
  | { readonly kind: 'person'; readonly phone: string | null; readonly lid: string | null }
  | { readonly kind: 'other'; readonly reason: string };

const NUMBER = /^([1-9]\d{6,14})(?::\d{1,5})?@s\.whatsapp\.net$/;
const HIDDEN = /^(\d{1,32})(?::\d{1,5})?@lid$/;
const OTHERS: readonly (readonly [suffix: string, reason: string])[] = [
  ['@g.us', 'group'],
  ['@newsletter', 'newsletter'],
  ['@broadcast', 'broadcast'],
  ['@s.whatsapp.net', 'system_chat'],
];

/** Only people are answered; groups, channels, stories and WhatsApp's own notices are not. */
export function readChatId(chatId: string): Chat {
  const number = NUMBER.exec(chatId)?.[1];
  if (number !== undefined) return { kind: 'person', phone: `+${number}`, lid: null };
  // Without the device that it was written on: it is the same person's on all of them.
  const hidden = HIDDEN.exec(chatId)?.[1];
  if (hidden !== undefined) return { kind: 'person', phone: null, lid: `${hidden}@lid` };
  const reason = OTHERS.find(([suffix]) => chatId.endsWith(suffix))?.[1] ?? 'unknown_chat';
  return { kind: 'other', reason };
}
