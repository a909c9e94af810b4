import { isLeaked, WEAK_WORDS } from './common-passwords.ts';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;
const MIN_DISTINCT = 5;
/** What may be left of a password once the guessable parts are taken out. */
const MIN_OWN = 5;
const KEYBOARD_ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2z3e4r5t6y7u8i9o0p',
];

/** Why a password is too easy to guess, or null. `about` holds what an attacker knows: address, shop's name. */
export function weaknessOf(
  password: string,
  about: readonly string[] = [],
): 'too_short' | 'too_long' | 'too_common' | null {
  if ([...password].length < MIN_PASSWORD) return 'too_short';
  if (password.length > MAX_PASSWORD) return 'too_long';
  const plain = fold(password);
  if (new Set(plain).size < MIN_DISTINCT) return 'too_common';
  if (isLeaked(password.toLowerCase()) || isLeaked(plain)) return 'too_common';
  return own(plain, about.flatMap(words)).length < MIN_OWN ? 'too_common' : null;
}

/** Lower case, without accents, the usual digits and signs read as the letters that they stand for. */
function fold(password: string): string {
  return password
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!|](?=[a-z])/g, 'i')
    .replace(/0(?=[a-z])/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/7(?=[a-z])/g, 't');
}

const words = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 3);

/** The characters that are neither a known word, a run on the keyboard, nor a year or number tacked on. */
function own(plain: string, about: readonly string[]): string {
  let rest = plain;
  for (const word of [...WEAK_WORDS, ...about].sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(word, ' ');
  }
  return [...new Set(withoutRuns(rest).replace(/\P{L}/gu, ''))].join('');
}

/** Takes out four and more neighbours of a row, in either direction. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length < 4) rest += text[at];
    at += length < 4 ? 1 : length;
  }
  return rest;
}

function runAt(text: string, at: number): number {
  let longest = 0;
  for (const row of KEYBOARD_ROWS.flatMap((r) => [r, [...r].reverse().join('')])) {
    const start = row.indexOf(text[at]!);
    if (start < 0) continue;
    let length = 1;
    while (at + length < text.length && row[start + length] === text[at + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
