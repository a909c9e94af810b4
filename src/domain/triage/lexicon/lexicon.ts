import { mergeLexicons, readLexicon, type Entry } from '../../shared/read-lexicon.ts';
import { ENGLISH_CARE } from './en/care.ts';
import { ENGLISH_EVENTS } from './en/events.ts';
import { ENGLISH_GRAMMAR } from './en/grammar.ts';
import { ENGLISH_PEOPLE_AND_BODY } from './en/people-and-body.ts';
import { ENGLISH_SYMPTOMS } from './en/symptoms.ts';
import { FRENCH_CARE } from './fr/care.ts';
import { FRENCH_EVENTS } from './fr/events.ts';
import { FRENCH_GRAMMAR } from './fr/grammar.ts';
import { FRENCH_PEOPLE_AND_BODY } from './fr/people-and-body.ts';
import { FRENCH_SYMPTOMS } from './fr/symptoms.ts';

const FRENCH = {
  ...FRENCH_GRAMMAR,
  ...FRENCH_PEOPLE_AND_BODY,
  ...FRENCH_SYMPTOMS,
  ...FRENCH_EVENTS,
  ...FRENCH_CARE,
} as const;
const ENGLISH = {
  ...ENGLISH_GRAMMAR,
  ...ENGLISH_PEOPLE_AND_BODY,
  ...ENGLISH_SYMPTOMS,
  ...ENGLISH_EVENTS,
  ...ENGLISH_CARE,
} as const;

/** What is read in words, in either language. */
type SpokenConcept = keyof typeof FRENCH | keyof typeof ENGLISH;

/** Concept → its ways of being said in each language; how a file is written is told in README.md beside this one. */
export const ENTRIES: readonly Entry[] = [
  ...readLexicon('fr', FRENCH),
  ...readLexicon('en', ENGLISH),
];

/** Concept → all its ways of being said. */
export const LEXICON = mergeLexicons(ENTRIES) as ReadonlyMap<SpokenConcept, readonly string[]>;

/** Concepts read from numbers rather than from words; see `read-numbers.ts`. */
export type NumericConcept =
  | 'age_under_3_months'
  | 'age_under_2_years'
  | 'age_child'
  | 'fever_value'
  | 'many_pills'
  | 'high_pressure'
  | 'high_sugar'
  | 'years_ago';

export type Concept = SpokenConcept | NumericConcept;
