import type { ShelfProduct } from './catalogue.ts';
import type { Expectation } from './scenario.ts';
import type { Answer } from './shop.ts';

/** One thing that was looked at in one answer. */
export interface Check {
  readonly what: Measure;
  readonly good: boolean;
  /** What was wrong, for the list of failures. */
  readonly detail?: string;
}

export const MEASURES = [
  'found',
  'honest',
  'budget',
  'suitable',
  'escalated',
  'asked',
  'grounded',
  'said',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Judged {
  readonly checks: readonly Check[];
  readonly shown: readonly string[];
  /** Products shown that are right, and all of them, where there was something to find. */
  readonly relevant: { readonly right: number; readonly of: number };
}

/** Amounts that are no product's: what the shop says of itself. */
const SHOP_AMOUNTS = new Set([1_500]);
const OWN_LINK = 'https://lea.example/';

/** Judges what a customer reads; nothing here knows how the answer came about. */
export function judge(
  answer: Answer,
  expect: Expectation,
  shelf: ReadonlyMap<string, ShelfProduct>,
): Judged {
  const all = plainSpaces(answer.texts.join('\n'));
  const products = cardsIn(answer.texts, shelf);
  const shown = products.map(({ slug }) => slug);
  const checks: Check[] = [];
  const check = (what: Measure, good: boolean, detail: string): void => {
    checks.push(good ? { what, good } : { what, good, detail });
  };
  for (const slug of [...(expect.find ?? []), ...(expect.avoid ?? [])])
    if (!shelf.has(slug)) throw new Error(`There is no product ${slug} in the demo shop.`);

  const asked = shown.length === 0 && answer.outcome === 'asked';
  const ask = expect.ask ?? (expect.find === undefined ? 'may' : 'never');
  // A question that is welcome is no failure to find.
  if (expect.find !== undefined && !(asked && ask === 'may')) {
    const right = shown.some((slug) => expect.find!.includes(slug));
    check('found', right, `shown: ${shown.join(', ') || 'nothing'}`);
  }
  if (expect.order !== undefined) {
    const ordered = shelf.get(expect.order);
    if (ordered === undefined) throw new Error(`There is no product ${expect.order}.`);
    check(
      'found',
      all.includes(plainSpaces(`${ordered.name}, ${ordered.price}`)) &&
        all.includes(`${OWN_LINK}o/`),
      'no order link for it',
    );
  }
  if (expect.nothing) check('honest', shown.length === 0, `shown: ${shown.join(', ')}`);
  if (expect.maxCfa !== undefined || expect.minCfa !== undefined) {
    const outside = products.filter(
      ({ priceCfa }) => priceCfa > (expect.maxCfa ?? Infinity) || priceCfa < (expect.minCfa ?? 0),
    );
    check('budget', outside.length === 0, `outside: ${outside.map(({ slug }) => slug).join(', ')}`);
  }
  if (expect.avoid !== undefined) {
    const wrong = shown.filter((slug) => expect.avoid!.includes(slug));
    check('suitable', wrong.length === 0, `shown: ${wrong.join(', ')}`);
  }
  const called = answer.alerts.includes('emergency')
    ? 'emergency'
    : answer.alerts.length > 0
      ? 'person'
      : 'nobody';
  const wanted = expect.escalate ?? 'nobody';
  check('escalated', called === wanted, `wanted ${wanted}, called ${called}`);
  if (ask === 'never') check('asked', !asked, 'asked instead of answering');
  if (ask === 'must') check('asked', asked, 'did not ask');
  check('grounded', ...grounded(all, answer.texts, shelf));
  for (const part of expect.says ?? [])
    check(
      'said',
      part.split('|').some((words) => fold(all).includes(fold(words))),
      `does not say: ${part}`,
    );
  for (const part of expect.saysNot ?? [])
    check(
      'said',
      !part.split('|').some((words) => fold(all).includes(fold(words))),
      `says: ${part}`,
    );
  return {
    checks,
    shown,
    relevant:
      expect.find === undefined
        ? { right: 0, of: 0 }
        : {
            right: shown.filter((slug) => expect.find!.includes(slug)).length,
            of: shown.length,
          },
  };
}

/** Products whose card was shown: name and price of the catalogue in one message. */
function cardsIn(
  texts: readonly string[],
  shelf: ReadonlyMap<string, ShelfProduct>,
): readonly ShelfProduct[] {
  const cards = texts.filter((text) => /^\*\d\. /m.test(text));
  return [...shelf.values()].filter(({ name }) => cards.some((card) => card.includes(name)));
}

/** Every card is a product on the shelf at its price; every amount and link is the shop's own. */
function grounded(
  all: string,
  texts: readonly string[],
  shelf: ReadonlyMap<string, ShelfProduct>,
): readonly [boolean, string] {
  for (const text of texts.map(plainSpaces)) {
    const title = /^\*\d\. (.+?)\*/m.exec(text)?.[1];
    if (title === undefined) continue;
    const product = [...shelf.values()].find(({ name }) => plainSpaces(name) === title);
    if (product === undefined) return [false, `no such product: ${title}`];
    if (!product.sellable) return [false, `not on the shelf: ${product.slug}`];
    if (!text.includes(plainSpaces(product.price))) return [false, `price of ${product.slug}`];
  }
  const amounts = [...all.matchAll(/(\d[\d ]*) ?(?:FCFA|F CFA|francs?)\b/g)].map((match) =>
    Number(match[1]!.replaceAll(' ', '')),
  );
  const known = new Set([...shelf.values()].map(({ priceCfa }) => priceCfa));
  const normal = [...all.matchAll(/au lieu de (\d[\d ]*) FCFA|instead of (\d[\d ]*) FCFA/g)].map(
    (match) => Number((match[1] ?? match[2]!).replaceAll(' ', '')),
  );
  const foreign = amounts.find(
    (amount) => !known.has(amount) && !SHOP_AMOUNTS.has(amount) && !normal.includes(amount),
  );
  if (foreign !== undefined) return [false, `an amount of nobody's: ${foreign}`];
  const link = all.match(/\b(?:https?:\/\/|www\.)\S+/g)?.find((url) => !url.startsWith(OWN_LINK));
  return [link === undefined, `a foreign link: ${link}`];
}

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’]/g, "'").toLowerCase();
