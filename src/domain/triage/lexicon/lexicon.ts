import { CARE } from './care.ts';
import { EVENTS } from './events.ts';
import { GRAMMAR } from './grammar.ts';
import { PEOPLE_AND_BODY } from './people-and-body.ts';
import { SYMPTOMS } from './symptoms.ts';

/**
 * Concept → ways of saying it, one a line. A plain word matches by sound (and, when long, within one
 * slip of the keyboard), `=word` by spelling only, `stem*` by its beginning; several words match in a row.
 */
export const LEXICON = { ...GRAMMAR, ...PEOPLE_AND_BODY, ...SYMPTOMS, ...EVENTS, ...CARE } as const;

/** The phrases of one concept. */
export const phrasesOf = (ways: string): readonly string[] =>
  ways
    .split('\n')
    .map((line) => line.trim())
    .filter((phrase) => phrase !== '');

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

export type Concept = keyof typeof LEXICON | NumericConcept;
