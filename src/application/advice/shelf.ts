import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import type { HealthProfile } from '../../domain/customer/customer.ts';
import { isSuitable } from '../../domain/recommendation/cautions.ts';
import { relaxNeed } from '../../domain/recommendation/merge-need.ts';
import type { Need } from '../../domain/recommendation/need.ts';
import { isAskedFor, termScore } from '../../domain/recommendation/search-score.ts';
import type { UnmetReason } from '../../ports/repositories/records.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/** What a model is shown at most; more costs tokens and chooses no better. */
const MAX_CANDIDATES = 10;
/** Sold-out products that are named to a customer; each comes with an offer to be told. */
const MAX_SOLD_OUT = 2;
/** Retrieved before the cautions filter, so that enough remain after it. */
const RETRIEVED = 30;

interface Wish {
  readonly need: Need;
  readonly health: HealthProfile;
  /** Seen already. */
  readonly without?: readonly ProductId[];
  /** The shop's day. */
  readonly today: string;
}

/** What stands on the shelf for this need and person, best first, or why nothing does. */
export async function onTheShelf(
  { products }: Pick<Repositories, 'products'>,
  { need, health, today, without = [] }: Wish,
): Promise<{ candidates: readonly Product[]; unmet: UnmetReason | null }> {
  const exact = await products.search(need, today, RETRIEVED);
  const relaxed = exact.length > 0 ? null : relaxNeed(need);
  const found =
    relaxed === null
      ? exact
      : (await products.search(relaxed, today, RETRIEVED)).filter(
          // What gives way may not leave the need.
          (product) => termScore(product, relaxed.terms) > 0,
        );
  const suitable = found.filter(
    (product) => isSuitable(product, health) && !without.includes(product.id),
  );
  if (suitable.length > 0) return { candidates: suitable.slice(0, MAX_CANDIDATES), unmet: null };
  if (found.some(({ id }) => !without.includes(id))) return { candidates: [], unmet: 'unsuitable' };
  const tooExpensive =
    need.budgetMaxCfa !== null &&
    (await products.search({ ...need, budgetMaxCfa: null }, today, 1)).length > 0;
  return { candidates: [], unmet: tooExpensive ? 'too_expensive' : 'not_found' };
}

/** What the shop carries for this need and person, and has not got today. */
export async function soldOut(
  { products }: Pick<Repositories, 'products'>,
  { need, health, today }: Wish,
): Promise<readonly Product[]> {
  const named =
    need.terms.length > 0 ||
    need.category !== null ||
    need.brand !== null ||
    need.attributes.length > 0;
  if (!named || need.promotionsOnly) return [];
  return (await products.searchSoldOut(need, today, RETRIEVED))
    .filter((product) => isAskedFor(product, need) && isSuitable(product, health))
    .slice(0, MAX_SOLD_OUT);
}
