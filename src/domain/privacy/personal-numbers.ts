import { isAmounts, isDate, type Group } from './plain-figures.ts';
import type { PersonalSpan } from './redacted-text.ts';
import { readSpoken } from './spoken-digits.ts';
import type { Written } from './written-words.ts';

/** A number of a person has as many digits; fewer when it is announced as one, or is part of a known one. */
const FEWEST = 8;
const FEWEST_ANNOUNCED = 6;
const FEWEST_SPOKEN = 6;
const JOINS = /^[\s.,\-‐-―−/\\_()[\]+|•·~*'’#&\p{M}\p{Cf}]{0,5}$/u;
const ANNOUNCES =
  /^(?:tel|telephone|telefon|phone|portable|mobile|fixe|whatsapp|watsap|wathsapp|wasap|numero|num|nro|number|call|appel\w{0,5}|joindre|joignable|contact\w{0,4}|ecri[st]\w{0,4}|cni|passeport|passport|carte|card|compte|account|iban|rib|matricule|momo|airtel|moov|wave|code)$/;
const SIZES = /^(?:taille|tailles|pointure|pointures|size|sizes|cm|page|pages)$/;
const ANNOUNCED_WITHIN = 5;

/**
 * Numbers of phones, cards, accounts and papers, in whatever way the digits are set apart, in figures of any
 * script or in words. Amounts, sizes, quantities and dates stay.
 * @param known digits of numbers that are this person's; six of them in a row are enough.
 */
export function personalNumbers(
  words: readonly Written[],
  known: readonly string[],
): readonly PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let run: Group[] = [];
  const close = (): void => {
    if (run.length > 0 && isPersonal(words, run, known))
      spans.push({ start: run[0]!.start, end: run.at(-1)!.end, what: 'number' });
    run = [];
  };
  for (let index = 0; index < words.length;) {
    const group = readGroup(words, index);
    if (group === null) {
      close();
      index += 1;
      continue;
    }
    if (!joins(run, group)) close();
    run.push(group);
    if (!endsOpen(words[group.last]!)) close();
    index = group.last + 1;
  }
  close();
  return spans;
}

function readGroup(words: readonly Written[], index: number): Group | null {
  const word = words[index]!;
  const { start, end, gap } = word;
  const own = { start, end, gap, last: index, spoken: false };
  const digits = digitsIn(word.text);
  if (digits !== null) return { ...own, digits };
  if (/\p{N}/u.test(word.text)) {
    const plain = figures(word.text);
    const many = plain.replace(/\D/g, '');
    if (many.length >= FEWEST_ANNOUNCED) return { ...own, digits: many };
    // "tel077", "GA21": what follows the letters may go on.
    const tail = /^\D+(\d+)$/.exec(plain)?.[1];
    return tail === undefined
      ? null
      : { ...own, digits: tail, start: end - tail.length, gap: 'a new number' };
  }
  const spoken = readSpoken(words, index);
  return spoken === null ? null : { ...own, spoken: true, ...spoken, end: words[spoken.last]!.end };
}

/** "50ml" ends a number; "077" may go on. */
const endsOpen = ({ text }: Written): boolean =>
  !/\p{Nd}/u.test(text) || /[\p{Nd}oO][\p{M}\p{Cf}]*$/u.test(text);

function joins(run: readonly Group[], next: Group): boolean {
  const last = run.at(-1);
  if (last === undefined) return true;
  if (next.spoken || last.spoken) return next.gap.length <= 4 && !/[!?;]/.test(next.gap);
  // "15:30" is a time; "77:12:33:99" keeps to its colons.
  const colon = next.gap.trim() === ':';
  if (run.length > 1 ? colon !== (last.gap.trim() === ':') : false) return false;
  if (colon) return true;
  // Lines of a list are amounts or quantities of their own, unless the pieces are short.
  if (next.gap.includes('\n') && Math.max(last.digits.length, next.digits.length) > 3) return false;
  return JOINS.test(next.gap);
}

function isPersonal(
  words: readonly Written[],
  run: readonly Group[],
  known: readonly string[],
): boolean {
  const digits = run.map((group) => group.digits).join('');
  if (digits.length < FEWEST_ANNOUNCED) return false;
  if (known.some((number) => number.includes(digits) || (number !== '' && digits.includes(number))))
    return true;
  if (run.some(({ spoken }) => spoken))
    return digits.length >= FEWEST_SPOKEN && run.length + (run.at(-1)!.last - run[0]!.last) >= 4;
  const next = words[run.at(-1)!.last + 1];
  const currency =
    next !== undefined && /^(?:f|fr|frs|fcfa|cfa|xaf|xof|franc|francs|balles)$/.test(next.folded);
  if (isDate(run) || isAmounts(run, currency)) return false;
  const before = words
    .slice(Math.max(0, run[0]!.last - ANNOUNCED_WITHIN), run[0]!.last)
    .map(({ folded }) => folded);
  if (before.slice(-1).some((word) => SIZES.test(word))) return false;
  const isOne = digits.startsWith('0') || before.some((word) => ANNOUNCES.test(word));
  return (
    digits.length >= (isOne ? FEWEST_ANNOUNCED : FEWEST) || (digits.length === 7 && run.length > 2)
  );
}

const figures = (text: string): string =>
  text
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Nd}/gu, valueOf)
    .normalize('NFKC');

/** Figures of any script, with letters O for zeros among them; null for anything else. */
function digitsIn(text: string): string | null {
  const plain = figures(text);
  if (!/^[\doO]+$/.test(plain) || !/\d/.test(plain)) return null;
  return plain.replace(/o/gi, '0');
}

/** Digits of every script stand in rows of ten from zero on. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
