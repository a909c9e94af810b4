/**
 * Letters of other scripts that look like a Latin one, so that a look-alike cannot hide a word.
 * Only exact look-alikes: transliterating whole alphabets would invent words nobody wrote.
 */
const HOMOGLYPHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    у: 'y',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ɑ: 'a',
    ɡ: 'g',
    ł: 'l',
    ø: 'o',
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    đ: 'd',
    ɩ: 'i',
    ʀ: 'r',
    ɪ: 'i',
    ɴ: 'n',
    ᴀ: 'a',
    ᴄ: 'c',
    ᴅ: 'd',
    ᴇ: 'e',
    ᴋ: 'k',
    ᴍ: 'm',
    ᴏ: 'o',
    ᴘ: 'p',
    ᴛ: 't',
    ᴜ: 'u',
    ᴠ: 'v',
    ꜱ: 's',
    ʟ: 'l',
    ᴊ: 'j',
    ʙ: 'b',
    ʜ: 'h',
    ɢ: 'g',
  }),
);

/** The one emoji that is a word: people press it instead of writing. */
const SOS_EMOJI = /🆘/gu;
/** Format characters (zero width, bidi, tags, soft hyphen), combining marks and variation selectors. */
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
/** Letters that become a space in the end, and of which one may be eighteen on the way. */
const ARABIC = /\p{Script=Arabic}/gu;
const NOT_ASCII = /[^\p{ASCII}]/gu;
const PICTOGRAPHIC = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/gu;
/** What WhatsApp turns into bold, italic, struck and monospace. */
const MARKUP = /[*_~`]/g;
/** Hyphens, dashes and the minus sign: "3000–5000". */
const DASHES = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[‘’‚‛ʼʹʻ´`′＇]/gu;
/** Three or more of a letter is emphasis ("aideeez"); digits keep theirs ("1000"). */
const STRETCHED = /([a-z])\1{2,}/g;

/**
 * Folds a message for matching: lower case, no accents, ASCII letters for look-alikes, no markup, emoji or
 * invisible characters, plain apostrophes, single spaces, line breaks kept as "\n". Digits and punctuation
 * stay, because they carry doses and sentence limits. Idempotent; never throws.
 */
export function foldText(text: string): string {
  return (ASCII.test(text) ? text.replace(BACKTICK, "'").toLowerCase() : toAscii(text))
    .replace(MARKUP, '')
    .replace(STRETCHED, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

/** What most catalogue texts and many messages are already. */
const ASCII = /^\p{ASCII}*$/u;
const BACKTICK = /`/g;

const toAscii = (text: string): string =>
  text
    .replace(SOS_EMOJI, ' sos ')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(/°/g, ' degres ')
    // Before as well: putting a long row of marks in their order takes quadratic time.
    .replace(INVISIBLE, '')
    .replace(ARABIC, ' ')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(PICTOGRAPHIC, (symbol) => (symbol.codePointAt(0)! < 0x80 ? symbol : ' '))
    .toLowerCase()
    .replace(NOT_ASCII, (character) => HOMOGLYPHS.get(character) ?? ' ');
