import { prepare, NOBODY, type Known, type People } from './known-people.ts';
import { personalAddresses } from './personal-addresses.ts';
import { personalNames } from './personal-names.ts';
import { personalNumbers } from './personal-numbers.ts';
import { PLACEHOLDERS, type PersonalSpan, type RedactedText } from './redacted-text.ts';
import { writtenWords } from './written-words.ts';

/**
 * Takes out what tells who somebody is: numbers in any writing, addresses, accounts, names that are introduced or
 * common, and all of the people who are known, in any spelling near theirs. What no rule recognises stays: a rare
 * name that nothing introduces.
 */
export function redact(text: string, people: People = NOBODY): RedactedText {
  return redactor(people)(text);
}

/** For several texts of one person. */
export function redactor(people: People): (text: string) => RedactedText {
  const known = prepare(people);
  return (text) => replaced(text, spansOf(text, known)) as RedactedText;
}

/** A text of the shop's own, in which nothing but a number can be somebody's. */
export const withoutNumbers = (text: string): string =>
  replaced(text, personalNumbers(writtenWords(text), []));

/** The names that a text introduces, as they are written. */
export const introducedNames = (text: string): readonly string[] =>
  personalNames(writtenWords(text), prepare(NOBODY)).flatMap(({ start, end, introduced, what }) =>
    introduced && what === 'name' ? [text.slice(start, end)] : [],
  );

function spansOf(text: string, known: Known): readonly PersonalSpan[] {
  const words = writtenWords(text);
  const found = [
    ...personalAddresses(text),
    ...personalNumbers(words, known.numbers),
    ...personalNames(words, known),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found;
}

function replaced(text: string, spans: readonly PersonalSpan[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, what } of spans) {
    if (end <= at) continue;
    if (start >= at) out += text.slice(at, start) + PLACEHOLDERS[what];
    at = end;
  }
  return out + text.slice(at);
}
