import type { PersonalSpan } from './redacted-text.ts';

// Bounded and anchored: unbounded repeats would take quadratic time on a long word.
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@| @ | ?[([]at[)\]] ?)[\p{L}\p{N}.-]{1,255}/giu;
/** "awa point ndong arobase gmail point com". */
const SPOKEN_EMAIL =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._-]{1,40} (?:point|tiret|underscore|dot|dash) ){0,3}[\p{L}\p{N}._-]{1,64} (?:arobase|arobas|arrobase|at(?= (?:gmail|yahoo|hotmail|outlook|icloud|live|orange)))(?: [\p{L}\p{N}.-]{1,40}(?: ?(?:point|dot|\.) ?[a-z]{2,6}\b)?)?/giu;
const ACCOUNT = /(?<![\p{L}\p{N}@])@ ?[\p{L}\p{N}][\p{L}\p{N}._-]{1,60}/gu;
const LINK =
  /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)\S{1,2000}|(?<![\p{L}\p{N}.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,6}\/[^\s]{1,2000}/giu;
/** "12 rue de la Paix", "BP 1234". */
const STREET =
  /(?<![\p{L}\p{N}])(?:(?:n ?° ?)?\d{1,4}(?: ?(?:bis|ter))?,? )(?:rue|avenue|av\.?|boulevard|bd|impasse|allée|allee|chemin|street|road)(?: (?:de|du|des|la|le|les|l|d|of))*[ '’]\p{L}{1,40}(?: \p{Lu}\p{L}{1,40}){0,3}/giu;
const POST_BOX =
  /(?<![\p{L}\p{N}])(?:b\.? ?p\.?|bo[iî]te postale|p\.?o\.? box) ?:? ?n?°? ?\d{1,6}/giu;

const KINDS = [
  [EMAIL, 'address'],
  [SPOKEN_EMAIL, 'address'],
  [LINK, 'link'],
  [ACCOUNT, 'account'],
  [STREET, 'address'],
  [POST_BOX, 'address'],
] as const;

/** Mail addresses, accounts, links, and what is written as a street with its number or a post box. */
export const personalAddresses = (text: string): readonly PersonalSpan[] =>
  KINDS.flatMap(([pattern, what]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      what,
    })),
  );
