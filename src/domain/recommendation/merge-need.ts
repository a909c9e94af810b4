import { foldText } from '../language/normalise-text.ts';
import { FORM_WORDS } from './lexicon/stop-words.ts';
import { EMPTY_NEED, type Need } from './need.ts';
import type { ParsedNeed } from './parse-need.ts';
import { stem } from '../language/words.ts';

const MAX_TERMS = 12;
/** A skin or head of hair is one of these at a time: the later word replaces the earlier. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['peau seche', 'peau grasse', 'peau mixte', 'peau normale'],
  ['cheveux gras', 'cheveux secs'],
];

/**
 * The need after one more message. "Moins cher" keeps what is looked for and goes below the cheapest price
 * shown; "et en bio ?" adds to it; a new topic replaces it, budget included.
 */
export function mergeNeed(
  previous: Need | null,
  parsed: ParsedNeed,
  context: { readonly offeredPricesCfa: readonly number[] },
): Need {
  const said = needOf(parsed);
  const merged = previous === null || isNewTopic(previous, parsed) ? said : refine(previous, said);
  const cheapest = Math.min(...context.offeredPricesCfa);
  if (
    !parsed.cheaper ||
    parsed.budgetMaxCfa !== null ||
    !Number.isFinite(cheapest) ||
    cheapest <= 1
  )
    return merged;
  const budgetMaxCfa = Math.min(cheapest - 1, merged.budgetMaxCfa ?? Infinity);
  return {
    ...merged,
    budgetMaxCfa,
    budgetMinCfa:
      merged.budgetMinCfa !== null && merged.budgetMinCfa > budgetMaxCfa
        ? null
        : merged.budgetMinCfa,
  };
}

/**
 * The same need with what is merely preferred made searchable instead of required, for when nothing
 * fits; null when all that remains is firm: budget, brand, labels
 * such as "sans parfum", and the person: skin, hair, babies and children.
 */
export function relaxNeed(need: Need): Need | null {
  const firm = need.attributes.filter((name) =>
    /^(?:sans |bio$|vegan$|bebe$|enfant$|peau |cheveux )/.test(foldText(name)),
  );
  const loose = need.attributes.filter((name) => !firm.includes(name));
  if (loose.length === 0 || need.attributes.length + need.terms.length < 2) return null;
  return {
    ...need,
    attributes: firm,
    terms: joinTerms(
      need.terms,
      loose.flatMap((name) => foldText(name).split(' ')),
    ),
  };
}

function needOf(parsed: ParsedNeed): Need {
  const { terms, budgetMaxCfa, budgetMinCfa, category, brand, attributes, promotionsOnly } = parsed;
  return {
    ...EMPTY_NEED,
    terms,
    budgetMaxCfa,
    budgetMinCfa,
    category,
    brand,
    attributes,
    promotionsOnly,
  };
}

function isNewTopic(previous: Need, parsed: ParsedNeed): boolean {
  if (parsed.category !== null && parsed.category !== previous.category) return true;
  if (parsed.isFollowUp) return false;
  // Small talk, or words that mean nothing here: what was looked for stands.
  if (
    parsed.terms.length === 0 &&
    parsed.attributes.length === 0 &&
    parsed.brand === null &&
    parsed.category === null
  )
    return false;
  const before = new Set(previous.terms.map(stem));
  const related =
    parsed.terms.some((term) => before.has(stem(term)) && !FORM_WORDS.has(term)) ||
    parsed.attributes.some((name) => previous.attributes.includes(name));
  return !related;
}

function refine(previous: Need, said: Need): Need {
  const swapsForm = said.terms.some((term) => FORM_WORDS.has(term));
  const kept = swapsForm ? previous.terms.filter((term) => !FORM_WORDS.has(term)) : previous.terms;
  return {
    terms: joinTerms(kept, said.terms),
    budgetMaxCfa: said.budgetMaxCfa ?? previous.budgetMaxCfa,
    budgetMinCfa: said.budgetMinCfa ?? (said.budgetMaxCfa !== null ? null : previous.budgetMinCfa),
    category: said.category ?? previous.category,
    brand: said.brand ?? previous.brand,
    attributes: [
      ...new Set([
        ...previous.attributes.filter(
          (name) => !said.attributes.some((other) => excludes(other, name)),
        ),
        ...said.attributes,
      ]),
    ],
    promotionsOnly: previous.promotionsOnly || said.promotionsOnly,
  };
}

const excludes = (a: string, b: string): boolean =>
  a !== b && EXCLUSIVE.some((group) => group.includes(foldText(a)) && group.includes(foldText(b)));

const joinTerms = (first: readonly string[], second: readonly string[]): readonly string[] =>
  [...new Map([...first, ...second].map((term) => [stem(term), term])).values()].slice(
    0,
    MAX_TERMS,
  );
