import { foldText } from '../language/normalise-text.ts';
import { CAPITALS, FORBIDDEN, KNOWN_BRANDS, SENTENCE_STARTS } from './lexicon/forbidden.ts';
import { shelfText } from './shelf-text.ts';

export const LONGEST_SENTENCE = 300;

/** What a model may say about; everything else that looks like a name or a figure is refused. */
export interface SayableFacts {
  /** Names, brands, categories and attributes of the candidates. */
  readonly names: readonly string[];
  /** Texts of the product that the sentence is about, for figures such as "SPF50"; empty for a general sentence. */
  readonly texts: readonly string[];
}

/** Zero-width, bidirectional, tag, soft-hyphen, filler and control characters, and private use. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u115f\u1160\u3164\uffa0\u2800]|(?![\n\t\r])\p{Cc}/gu;
const EMOJI =
  /\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)*/gu;
const ODD_SYMBOLS = /\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0e|\ufe0f|\u20e3/gu;
/** Figures that belong to a name on the shelf: "SPF50", "vitamine B6", "oméga 3", "Q10". */
const SHELF_FIGURE = /\b(?:spf|b|c|d|e|k|q|omega|deet|ph) ?\d{1,2}(?![\d.,])\b/g;

/**
 * A model's sentence cleaned of invisible characters and surplus emoji, or null when it says anything that
 * only the catalogue or a person may say: prices, links, contacts, foreign names, medical claims, doses,
 * promises, other roles. Refusing too much costs a neutral sentence; refusing too little costs trust.
 */
export function safeSentence(text: string, facts: SayableFacts): string | null {
  const clean = tidy(text);
  if (clean === '' || clean.length > LONGEST_SENTENCE || !/\p{L}{2}/u.test(clean)) return null;
  if (
    /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(clean) ||
    /\p{M}{2}/u.test(clean)
  )
    return null;
  const folded = foldText(clean);
  const joined = folded.replace(/[^a-z0-9]+/g, ' ').trim();
  // Folding takes WhatsApp's markup away, so the text as it stands is looked at too.
  if (
    [clean.toLowerCase(), folded, ` ${joined} `].some((variant) =>
      FORBIDDEN.some((pattern) => pattern.test(variant)),
    )
  )
    return null;
  if (hasForeignFigure(clean, folded, facts) || hasSpacedOutWord(clean)) return null;
  return hasForeignName(clean, joined, facts) ? null : clean;
}

/** Visible characters on one line, with one emoji at most. */
export function tidy(text: string): string {
  let emoji = 0;
  // A family or a flag is several symbols in one; the first of them says enough.
  const keepFirst = (symbol: string): string =>
    (emoji += 1) === 1 ? String.fromCodePoint(symbol.codePointAt(0)!) : '';
  return text
    .slice(0, 4 * LONGEST_SENTENCE)
    .replace(EMOJI, keepFirst)
    .replace(ODD_SYMBOLS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Any digit of any script, unless the product's own texts have that very figure. */
function hasForeignFigure(clean: string, folded: string, { texts }: SayableFacts): boolean {
  if (!/\p{N}/u.test(clean) && !/\d/.test(folded)) return false;
  const own = new Set(
    texts
      .flatMap((text) => foldText(text).match(SHELF_FIGURE) ?? [])
      .map((figure) => figure.replace(' ', '')),
  );
  const rest = folded.replace(SHELF_FIGURE, (figure) =>
    own.has(figure.replace(' ', '')) ? ' ' : figure,
  );
  return /\d/.test(rest) || /[^\P{N}0-9]/u.test(clean);
}

/** "g r a t u i t", "p.r.i.x": letters set apart to slip through. */
const hasSpacedOutWord = (clean: string): boolean =>
  /(?:(?<!\p{L})\p{L}[\s.\-·_/]+){4,}/u.test(clean);

function hasForeignName(clean: string, joined: string, { names, texts }: SayableFacts): boolean {
  const own = new Set([...names, ...texts].flatMap((text) => shelfText(text).words));
  if (
    KNOWN_BRANDS.some(
      (brand) =>
        ` ${joined} `.includes(` ${brand} `) &&
        !names.some((name) => ` ${shelfText(name).words.join(' ')} `.includes(` ${brand} `)),
    )
  )
    return true;
  for (const match of clean.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    if (!/\p{Lu}/u.test(word)) continue;
    const folded = foldText(word);
    if (own.has(folded) || CAPITALS.has(folded)) continue;
    const begins = /(?:^|[.!?:…«"(]\s*|[-–—]\s+)$/u.test(clean.slice(0, match.index));
    const plain = !/\p{Lu}/u.test(word.slice(1));
    if (!(begins && plain && (word.length === 1 || SENTENCE_STARTS.has(folded)))) return true;
  }
  return false;
}
