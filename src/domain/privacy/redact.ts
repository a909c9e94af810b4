// Bounded and anchored: unbounded repeats would take quadratic time on a long word.
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu;
/** Eight digits or more of any script, however they are grouped: a phone, account or card number; a price has fewer. */
const LONG_NUMBER = /\+?\p{Nd}(?:[\s.\u00a0-]?\p{Nd}){7,}/gu;
/** "je m'appelle Awa", "my name is Awa Ndong". */
const NAME =
  /\b(je m['’ ]?appelle|mon nom (?:est|c['’]est)|my name is|je suis (?:m\.|mme|monsieur|madame))\s+(\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)?)/giu;

/** Masks what would tell who somebody is: numbers, mail addresses, a name that is given. */
export function redact(text: string): string {
  return text
    .replace(EMAIL, '[adresse]')
    .replace(LONG_NUMBER, '[numéro]')
    .replace(NAME, '$1 [nom]');
}
