import {
  currentPriceCfa,
  isInStock,
  isPromoted,
  isSellable,
  type Product,
  type ProductId,
} from '../../../domain/catalogue/product.ts';
import type { Act, Aspect } from '../../../domain/dialogue/act.ts';
import { sizeIn, substanceIn } from '../../../domain/dialogue/product-facts.ts';
import { attributesNamed } from '../../../domain/recommendation/match-concepts.ts';
import { unsuitableReasons } from '../../../domain/recommendation/cautions.ts';
import { parseNeed } from '../../../domain/recommendation/parse-need.ts';
import { isAskedFor } from '../../../domain/recommendation/search-score.ts';
import { mentions } from '../../../domain/recommendation/shelf-text.ts';
import { SERVICE } from '../../../domain/shared/actor.ts';
import type { ProductAnswer } from '../../../domain/texts/product-answer.ts';
import { healthIn, mergeHealth } from '../health.ts';
import type { TurnContext } from '../turn-context.ts';
import { beyondShelf } from '../../advice/beyond-shelf.ts';
import type { TurnPlan } from '../turn-plan.ts';
import type { ActDeps, SearchOptions } from './act-deps.ts';
import { search } from './search-act.ts';

const MOST = 3;

/** A question about products, answered from the catalogue; what it does not say is an advisor's to answer. */
export async function askProduct(
  deps: ActDeps,
  context: TurnContext,
  act: Extract<Act, { kind: 'ask_product' }>,
  options: SearchOptions,
): Promise<TurnPlan> {
  const products = await productsOf(deps, context, act);
  if (products.length === 0) return search(deps, context, act.words, options);
  const { texts, customer } = context;
  const said = healthIn(act.words);
  const health = mergeHealth(customer.health, said);
  const answers = products
    .slice(0, MOST)
    .map((product) => answerFor(context, product, act.aspect, act.words, health));
  const known = answers.filter(({ kind }) => kind !== 'unknown');
  const rank = (product: Product): number | null => {
    const at = context.offered.findIndex(({ id }) => id === product.id);
    return at < 0 ? null : at + 1;
  };
  const lines = answers.map((answer, index) =>
    texts.about.answer(
      answer,
      products[index]!.name,
      products.length > 1 || COSTS.has(answer.kind) ? rank(products[index]!) : null,
    ),
  );
  const needsAdvisor = answers.some(
    ({ kind }) => kind === 'unknown' || kind === 'unsuitable' || kind === 'nothing_against',
  );
  const sentence = [
    known.length === 0
      ? texts.about.unknown(
          act.aspect,
          products.map(({ name }) => name),
        )
      : lines.join('\n\n'),
  ].join('\n');
  const choices = [
    ...products.slice(0, MOST).flatMap((product) =>
      isSellable(product, context.today) && unsuitableReasons(product, health).length === 0
        ? [
            {
              id: `order:${product.id}`,
              title: rank(product) === null ? texts.orderIt : texts.order(rank(product)!),
              description: product.name,
            },
          ]
        : [],
    ),
    ...(needsAdvisor || products.length < 3 ? [{ id: 'advisor', title: texts.advisor }] : []),
  ];
  const shown = context.conversation.dialogue.offered;
  return {
    outcome: 'informed',
    parts: [{ kind: 'choices', text: sentence, choices }],
    customer: { health },
    dialogue: {
      choices,
      focus: products.map(({ id }) => id),
      offered: products.every(({ id }) => shown.includes(id))
        ? shown
        : products.slice(0, MOST).map(({ id }) => id),
    },
  };
}

async function productsOf(
  { uow }: ActDeps,
  { offered, vocabulary, today }: TurnContext,
  { products, words }: Extract<Act, { kind: 'ask_product' }>,
): Promise<readonly Product[]> {
  const shown = offered.filter(({ id }) => products.includes(id));
  if (shown.length > 0) return shown;
  return uow.run(SERVICE, async (repositories) => {
    if (products.length > 0) return repositories.products.getMany(products);
    const { things } = await beyondShelf(repositories, { text: words, vocabulary, today });
    if (things.length > 0) return [];
    const need = parseNeed(words, vocabulary);
    if (need.terms.length === 0 && need.brand === null) return [];
    const hits = await repositories.products.search(
      { ...need, budgetMaxCfa: null, budgetMinCfa: null, attributes: [] },
      today,
      3,
    );
    const asked = hits.filter((product) => isAskedFor(product, { ...need, attributes: [] }));
    return asked.slice(0, 1);
  });
}

/** What the catalogue says, as a fact to be worded. */
function answerFor(
  context: TurnContext,
  product: Product,
  aspect: Aspect,
  words: string,
  health: Parameters<typeof unsuitableReasons>[1],
): ProductAnswer {
  const { today, vocabulary } = context;
  const priceCfa = currentPriceCfa(product, today);
  const normalPriceCfa = isPromoted(product, today) ? product.priceCfa : null;
  switch (aspect) {
    case 'use':
      return product.usageTip === null ? UNKNOWN : { kind: 'text', text: product.usageTip };
    case 'ingredients':
      return product.ingredients === null
        ? UNKNOWN
        : { kind: 'ingredients', ingredients: product.ingredients };
    case 'contains': {
      const substance = substanceIn(words);
      if (substance === null || product.ingredients === null)
        return product.ingredients === null
          ? UNKNOWN
          : { kind: 'ingredients', ingredients: product.ingredients };
      const without = product.attributes.find((name) => mentions(name, `sans ${substance}`));
      return {
        kind: 'contains',
        substance,
        contains: without === undefined && mentions(product.ingredients, substance),
        ingredients: product.ingredients,
      };
    }
    case 'suitability': {
      const reasons = unsuitableReasons(product, health);
      if (reasons.length > 0) return { kind: 'unsuitable', reasons };
      const asked = attributesNamed(words, vocabulary);
      const meets = asked.filter((name) => product.attributes.includes(name));
      if (meets.length > 0) return { kind: 'made_for', attributes: meets };
      return { kind: 'nothing_against', minAgeMonths: product.cautions.minAgeMonths };
    }
    case 'size': {
      const size = sizeIn(product.name) ?? sizeIn(product.description ?? '');
      return size === null ? UNKNOWN : { kind: 'size', size };
    }
    case 'price':
      return { kind: 'price', priceCfa, normalPriceCfa };
    case 'promotion':
      return normalPriceCfa === null
        ? { kind: 'no_promotion', priceCfa }
        : { kind: 'price', priceCfa, normalPriceCfa };
    case 'stock':
      return { kind: 'stock', inStock: isInStock(product, today) };
    case 'picture':
      return { kind: 'picture', hasOne: product.imageUrl !== null };
    case 'expiry':
      return product.expirationDate === null
        ? UNKNOWN
        : { kind: 'expiry', day: product.expirationDate };
    case 'general':
    case 'effect':
      return product.description === null
        ? UNKNOWN
        : { kind: 'described', text: product.description, priceCfa };
    case 'origin':
      return UNKNOWN;
  }
}

/** Answers with a price stand as cards do, under the number that they were shown with. */
const COSTS: ReadonlySet<ProductAnswer['kind']> = new Set(['described', 'price', 'no_promotion']);

const UNKNOWN = { kind: 'unknown' } as const;

/** What tells two or three of those shown apart: price, size, for whom, and what it says of itself. */
export function compare(context: TurnContext, ids: readonly ProductId[]): TurnPlan {
  const { texts, offered, today } = context;
  const products = offered.filter(({ id }) => ids.includes(id)).slice(0, MOST);
  const shared = products[0]!.attributes.filter((name) =>
    products.every(({ attributes }) => attributes.includes(name)),
  );
  const cheapest = Math.min(...products.map((product) => currentPriceCfa(product, today)));
  const facts = products.map((product) => ({
    rank: offered.indexOf(product) + 1,
    name: product.name,
    priceCfa: currentPriceCfa(product, today),
    isCheapest:
      currentPriceCfa(product, today) === cheapest &&
      products.filter((one) => currentPriceCfa(one, today) === cheapest).length === 1,
    attributes: product.attributes.filter((name) => !shared.includes(name)),
    description: product.description,
  }));
  const choices = [
    ...products.map((product, index) => ({
      id: `order:${product.id}`,
      title: texts.order(facts[index]!.rank),
      description: product.name,
    })),
    { id: 'advisor', title: texts.advisor },
  ];
  return {
    outcome: 'informed',
    parts: [{ kind: 'choices', text: texts.about.compare(facts, shared), choices }],
    dialogue: { choices, focus: products.map(({ id }) => id) },
  };
}
