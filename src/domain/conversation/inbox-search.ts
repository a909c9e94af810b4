import { phoneAliases, simulatedAliases } from '../customer/alias.ts';
import { searchLetters } from '../shared/search-text.ts';

/** One word as it was typed: it is found as a whole, or where all its parts are ("jean-pierre"). */
export interface SearchedWord {
  readonly whole: string;
  /** One or more; the whole itself where nothing joins any. */
  readonly parts: readonly string[];
  readonly isNumber: boolean;
}

/** A number, or some digits of it. */
export interface SearchedNumber {
  /** The one number that was typed in full, in all its writings, old ones too; else none. */
  readonly aliases: readonly string[];
  /** Digits that a number holds. */
  readonly within: string;
  /** What follows its calling code: what was typed after the 0 of a number at home. */
  readonly national: string | null;
  /** Its calling code and what follows, typed with a 0 between them that is none of its digits. */
  readonly international: { readonly code: string; readonly national: string } | null;
}

export interface InboxSearch {
  readonly words: readonly SearchedWord[];
  readonly number: SearchedNumber | null;
}

/** More is no search. */
const READ = 200;
const MOST_WORDS = 8;
const LONGEST_WORD = 60;
/** Fewer would be part of nearly every number. */
const FEWEST_DIGITS = 4;
const MOST_DIGITS = 15;
const JOINTS = /['-]+/;
const DIGITS = /^[0-9]+$/;
const LETTER = /\p{L}/u;

/**
 * What somebody looks for who typed this into the search of the inbox; `parse` reads numbers as `PhoneNumbers`
 * does.
 */
export function readInboxSearch(
  text: string,
  parse: (number: string) => string | null,
): InboxSearch {
  const read = text.slice(0, READ);
  const words = searchLetters(read)
    .split(' ')
    .map((word) => word.split(JOINTS).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .slice(0, MOST_WORDS)
    .map((parts) => {
      const short = parts.map((part) => part.slice(0, LONGEST_WORD));
      const whole = short.join('').slice(0, LONGEST_WORD);
      return { whole, parts: short, isNumber: DIGITS.test(whole) };
    });
  const typed = read
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => !LETTER.test(word))
    .join(' ');
  return { words, number: readNumber(typed, parse) };
}

function readNumber(
  typed: string,
  parse: (number: string) => string | null,
): SearchedNumber | null {
  const isAbroad = /^[^0-9]*(?:\+|00)/.test(typed);
  const digits = searchLetters(typed.replace(/\(0\)/g, ''))
    .replace(/[^0-9]/g, '')
    .replace(/^00/, '');
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS + 1) return null;
  const whole = parse(isAbroad ? `+${digits}` : digits);
  return {
    aliases: whole === null ? [] : [...phoneAliases(whole), ...simulatedAliases(whole)],
    within: digits,
    national: /^0[0-9]{3,}$/.test(digits) && !isAbroad ? digits.slice(1) : null,
    international: isAbroad ? withoutZero(digits) : null,
  };
}

/** "+241 074": people write the 0 of home after the calling code as well. */
function withoutZero(digits: string): SearchedNumber['international'] {
  const parts = /^([1-9][0-9]{0,2}?)0([0-9]{3,})$/.exec(digits);
  return parts === null ? null : { code: parts[1]!, national: parts[2]! };
}

/** From how many letters on a word is also found in the midst of another, not only at its beginning. */
const MIDST = 3;

/** Where a word, or part of one, stands in a `searchText`. */
export const soughtIn = (part: string): string => (part.length < MIDST ? ` ${part}` : part);

/** Whether a `searchText` holds a word: the rule that the database keeps with LIKE. */
export const holdsWord = (text: string, { whole, parts }: SearchedWord): boolean =>
  text.includes(soughtIn(whole)) || parts.every((part) => text.includes(soughtIn(part)));
