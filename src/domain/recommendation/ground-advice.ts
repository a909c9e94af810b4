import type { Product } from '../catalogue/product.ts';
import type { Language } from '../customer/customer.ts';
import { foldText } from '../language/normalise-text.ts';
import { neutralReason } from './neutral-reason.ts';
import { safeSentence, tidy } from './safe-sentence.ts';
import { hasUnfoundedClaim } from './unfounded-claim.ts';

interface RedFlag {
  readonly emergency: boolean;
  readonly reason: string;
}

/** What a model said, in the shape of the port's `Advice`; nothing in it is trusted. */
export type UngroundedAdvice = { readonly message: string; readonly redFlag: RedFlag | null } & (
  | {
      readonly kind: 'recommend';
      readonly items: readonly { readonly productId: string; readonly reason: string }[];
    }
  | { readonly kind: 'ask'; readonly options: readonly string[] }
  | { readonly kind: 'nothing_fits' }
  | { readonly kind: 'talk' }
  | { readonly kind: 'handoff' }
);

/** Advice that may be shown. An empty message means: the caller's own sentence; a question always has one. */
export type GroundedAdvice = { readonly message: string; readonly redFlag: RedFlag | null } & (
  | {
      readonly kind: 'recommend';
      readonly items: readonly { readonly product: Product; readonly reason: string }[];
    }
  | { readonly kind: 'ask'; readonly options: readonly string[] }
  | { readonly kind: 'nothing_fits' }
  | { readonly kind: 'talk' }
  | { readonly kind: 'handoff' }
);

const MOST_ITEMS = 3;
const MOST_OPTIONS = 3;
/** What fits on a WhatsApp button. */
const LONGEST_OPTION = 24;
const LONGEST_REASON = 140;
/** Bears nothing out: a sentence without claims passes. */
const NOTHING = {
  id: '',
  name: '',
  description: null,
  category: null,
  ingredients: null,
  attributes: [],
  tags: [],
  priceCfa: 0,
  promoPriceCfa: null,
};
const QUESTION: Readonly<Record<Language, string>> = {
  fr: 'Pouvez-vous me préciser ce que vous recherchez ?',
  en: 'Could you tell me a little more about what you are looking for?',
};

/**
 * Keeps of a model's advice what the catalogue bears out: products among the candidates, once each, three
 * at most, every sentence checked and replaced by a neutral one where it says too much.
 */
export function groundAdvice(
  advice: UngroundedAdvice,
  candidates: readonly Product[],
  language: Language,
): GroundedAdvice {
  const names = candidates.flatMap(({ name, brand, category, attributes }) => [
    name,
    brand ?? '',
    category ?? '',
    ...attributes,
  ]);
  const redFlag =
    advice.redFlag === null
      ? null
      : { emergency: advice.redFlag.emergency, reason: note(advice.redFlag.reason, language) };
  switch (advice.kind) {
    case 'recommend': {
      const products = uniqueProducts(advice.items, candidates);
      if (products.length === 0) return { kind: 'nothing_fits', message: '', redFlag };
      const items = products.map((product) => {
        const said = advice.items.find(({ productId }) => productId === product.id)?.reason ?? '';
        return {
          product,
          reason: safeReason(said, product, products, names) ?? neutralReason(product, language),
        };
      });
      return {
        kind: 'recommend',
        message: safeMessage(
          advice.message,
          names,
          (sentence) => !products.some((product) => hasUnfoundedClaim(sentence, product, products)),
        ),
        redFlag,
        items,
      };
    }
    case 'ask': {
      const safe = advice.options.flatMap((option) =>
        tidy(option).length <= LONGEST_OPTION
          ? (safeSentence(option, { names, texts: [] }) ?? [])
          : [],
      );
      const options = safe
        .filter(
          (option, index) =>
            safe.findIndex((other) => foldText(other) === foldText(option)) === index,
        )
        .slice(0, MOST_OPTIONS);
      return {
        kind: 'ask',
        message: safeMessage(advice.message, names, () => true) || QUESTION[language],
        redFlag,
        options,
      };
    }
    default:
      return {
        kind: advice.kind,
        message: safeMessage(advice.message, names, (sentence) =>
          [...candidates, NOTHING].some((product) => !hasUnfoundedClaim(sentence, product, [])),
        ),
        redFlag,
      };
  }
}

function uniqueProducts(
  items: readonly { readonly productId: string }[],
  candidates: readonly Product[],
): readonly Product[] {
  const byId = new Map<string, Product>(candidates.map((product) => [product.id, product]));
  return [...new Set(items.flatMap(({ productId }) => byId.get(productId) ?? []))].slice(
    0,
    MOST_ITEMS,
  );
}

function safeReason(
  text: string,
  product: Product,
  shown: readonly Product[],
  names: readonly string[],
): string | null {
  const texts = [product.name, product.description ?? '', ...product.attributes, ...product.tags];
  const safe = safeSentence(text, { names, texts });
  return safe === null || safe.length > LONGEST_REASON || hasUnfoundedClaim(safe, product, shown)
    ? null
    : safe;
}

/** A sentence about several products must be true of each; one about none in particular, of some candidate. */
function safeMessage(
  text: string,
  names: readonly string[],
  isTrue: (sentence: string) => boolean,
): string {
  const safe = safeSentence(text, { names, texts: [] });
  return safe === null || !isTrue(safe) ? '' : safe;
}

/** For advisors' eyes: words only, without links or figures that could be anybody's number. */
function note(reason: string, language: Language): string {
  const words = tidy(reason)
    .replace(/\S+/g, (word) => (/@|:\/\/|www\./.test(word) ? '' : word))
    .replace(/\+?\d[\d .-]{6,}\d/g, '')
    .replace(/[<>{}[\]|\\`*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
  return words === ''
    ? language === 'en'
      ? 'A sign that a person should see.'
      : 'Un signe qui doit être vu par une personne.'
    : words;
}
