import { beginning } from './reading.ts';

/** Line ends and everything else that moves the pen. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** What is not seen and turns, hides or splits what is; the joiner of emoji may stay. */
const UNSEEN = /(?!\u200d)[\p{Cf}\p{Cs}\p{Co}]/gu;
/** More accents on one letter than any language writes climb over other lines. */
const HEAP = /(\p{M}{4})\p{M}+/gu;

/** Somebody's words as one line that reads from left to right like the sentence around it. Linear. */
export const asOneLine = (text: string): string =>
  text.replace(CONTROLS, ' ').replace(UNSEEN, '').replace(HEAP, '$1').trim();

/** The dots that mail programs and browsers take for one in a host's name. */
const DOT = /([.。．｡․])(?=\p{L})/gu;
const MAIL_SIGN = / ?@ ?/gu;
/** `https:`, `mailto:`, `tel:+`, `:emoji:`; no hour and no price. */
const COLON = /:(?=[^\s\p{N}])/gu;

/** The same words, of which no reader makes a link, an address or a picture; one still reads them. Linear. */
export const withoutLinks = (text: string): string =>
  text.replace(COLON, ': ').replace(MAIL_SIGN, ' @ ').replace(DOT, '$1 ');

/** Cuts to so many characters, never half of one. */
export function cut(text: string, most: number): string {
  const characters = Array.from(beginning(text, 4 * most));
  return characters.length <= most && text.length <= 4 * most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * What somebody else wrote (a name, a product, a customer's sentence) as it may stand inside of a mail or a message
 * of ours: one line of at most so many characters, without a link. What shows a page or has marks of its own (HTML,
 * Slack) escapes it besides.
 */
export const quoted = (text: string, most = 120): string =>
  cut(withoutLinks(asOneLine(beginning(text, 8 * most))), most);
