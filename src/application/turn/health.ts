import type { HealthProfile } from '../../domain/customer/customer.ts';
import { extractHealthFacts } from '../../domain/triage/profile-facts.ts';

/** What words say about the person; a list without an entry was not spoken of. */
export function healthIn(words: string): HealthProfile {
  const { allergens, medicines, ...said } = extractHealthFacts(words);
  return {
    ...said,
    ...(allergens.length > 0 ? { allergens } : {}),
    ...(medicines.length > 0 ? { medicines } : {}),
  };
}

/** Of allergens or medicines that are kept of a person; a filter needs no more. */
const MOST_NAMED = 40;

/** What the customer says now wins; lists grow, and what was said longest ago goes first. */
export function mergeHealth(known: HealthProfile, said: HealthProfile): HealthProfile {
  const union = (a: readonly string[] = [], b: readonly string[] = []) =>
    [...new Set([...a, ...b])].slice(-MOST_NAMED);
  const speaksOf = (list: 'allergens' | 'medicines'): boolean =>
    known[list] !== undefined || said[list] !== undefined;
  return {
    ...known,
    ...said,
    ...(speaksOf('allergens') ? { allergens: union(known.allergens, said.allergens) } : {}),
    ...(speaksOf('medicines') ? { medicines: union(known.medicines, said.medicines) } : {}),
  };
}
