import { bothEnds, READ } from '../shared/reading.ts';
import { findAges } from './ages.ts';
import { allergensIn } from './allergens.ts';
import { findConcepts } from './concept-matcher.ts';
import type { Concepts } from './concept-matcher.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { medicineFamiliesIn } from './medicine-families.ts';
import { isDenied } from './negation.ts';
import { foldText } from '../language/normalise-text.ts';
import { tokenise } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** What a message says about the person who will use the product; absent means "not said". */
export interface HealthFacts {
  /** False when the customer says that it is not so, or no longer. */
  readonly pregnant?: boolean;
  readonly breastfeeding?: boolean;
  readonly ageMonths?: number;
  /** As in the catalogue's cautions: lower-case French names. */
  readonly allergens: readonly string[];
  readonly asthma?: true;
  readonly epilepsy?: true;
  /** Drug families, as in the catalogue's cautions. */
  readonly medicines: readonly string[];
}

/** Wanting a child, a pregnancy behind or a test to buy says nothing about now. */
const NOT_PREGNANCY =
  /\b(?:tests? (?:de )?(?:grossesse|gross\w*)|pregnancy tests?|(?:apres|avant|depuis|post) (?:la |ma |une |mon |mes )?(?:grossesses?|pregnancy)|(?:tomber|devenir|etais|etait|ete|si j etais) enceinte|(?:veux|voudrais|essaie|essaye)(?: d| de)? (?:tomber )?enceinte|desir de grossesse|masque de grossesse|taches? de grossesse|get pregnant|was pregnant|after (?:my )?pregnancy)\b/g;
const NO_LONGER_BREASTFEEDING =
  /\b(?:(?:fini|arrete|termine|cesse)(?: \w+)? (?:d |de |l )?allait\w*|(?:apres|avant|fin de|fin d) (?:l |mon )?allaitement|stopped breast ?feeding|no longer breast ?feeding)\b/g;
/** Said of no one: "lait sans parfum pour bébé" has an age only through the word. */
const NEWBORN_WORDS = /^(?:nouveau|newborn|premature|prema)$/;

/**
 * Reads health facts out of one message, so that code can filter products by their cautions. Takes back
 * what is denied ("je ne suis pas enceinte" → false). The youngest age wins when several are said. It only
 * narrows what is offered and never replaces triage; cautions and families need a pharmacist's review.
 */
export function extractHealthFacts(text: string): HealthFacts {
  const folded = foldText(bothEnds(text, READ.danger))
    .replace(/['\-/]/g, ' ')
    .replace(/ {2,}/g, ' ');
  const stopped = folded.search(NO_LONGER_BREASTFEEDING) >= 0;
  const tokens = tokenise(
    folded.replace(NOT_PREGNANCY, ' , ').replace(NO_LONGER_BREASTFEEDING, ' , '),
  );
  const concepts = findConcepts(tokens);
  const pregnant = said(concepts, 'pregnant');
  const breastfeeding = said(concepts, 'breastfeeding') ?? (stopped ? false : undefined);
  const ageMonths = youngest(tokens);
  const denied = (start: number, end: number): boolean => isDenied(tokens, start, end);
  return {
    ...(pregnant === undefined ? {} : { pregnant }),
    ...(breastfeeding === undefined ? {} : { breastfeeding }),
    ...(ageMonths === undefined ? {} : { ageMonths }),
    allergens: allergensIn(tokens, denied),
    ...(said(concepts, 'asthma_word') ? { asthma: true as const } : {}),
    ...(said(concepts, 'epilepsy_word') ? { epilepsy: true as const } : {}),
    medicines: medicineFamiliesIn(tokens, denied),
  };
}

/** The last word on it counts: "enceinte… enfin non, pas enceinte" is no. */
function said(concepts: Concepts, concept: Concept): boolean | undefined {
  const last = concepts.get(concept)?.at(-1);
  return last && !last.denied;
}

function youngest(tokens: readonly Token[]): number | undefined {
  const ages = findAges(tokens).map(({ months }) => months);
  if (
    tokens.some(
      ({ word }, index) =>
        NEWBORN_WORDS.test(word) &&
        (word !== 'nouveau' || /^nee?s?$/.test(tokens[index + 1]?.word ?? '')),
    )
  )
    ages.push(0);
  return ages.length === 0 ? undefined : Math.min(...ages);
}
