import type { inboxTexts } from './texts.ts';

type Texts = (typeof inboxTexts)['fr'];

/** What a message without words is, in words. */
export function kindLabel(kind: string, t: Texts): string {
  switch (kind) {
    case 'image':
      return t.photo;
    case 'voice':
      return t.transcript;
    case 'order':
      return t.basket;
    case 'sticker':
    case 'document':
    case 'video':
    case 'location':
    case 'contact':
      return t[`kind_${kind}`];
    default:
      return '';
  }
}
