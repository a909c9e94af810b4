import type { Branded } from '../shared/branded.ts';

/** A text from which names and numbers of people were taken out. Only `redact` makes one. */
export type RedactedText = Branded<string, 'RedactedText'>;

/** What stands where something was taken out; a sentence stays readable. */
export const PLACEHOLDERS = {
  name: '[nom]',
  number: '[numéro]',
  address: '[adresse]',
  link: '[lien]',
  account: '[compte]',
} as const;

/** A part of a text that tells who somebody is, in UTF-16 units. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly what: keyof typeof PLACEHOLDERS;
}

const MARK = /\[(?:nom|num\u00e9ro|adresse|lien|compte)\]/g;

/** What is left to search for: a placeholder is no word of a customer's. */
export const withoutPlaceholders = (text: string): string => text.replace(MARK, ' ');
