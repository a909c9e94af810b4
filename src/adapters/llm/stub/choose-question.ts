import type { Language } from '../../../domain/customer/customer.ts';
import { CHANNEL_LIMITS } from '../../../domain/message/channel-limits.ts';
import { FORM_WORDS } from '../../../domain/recommendation/lexicon/stop-words.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import type { AdviceRequest, Candidate } from '../../../ports/language-model.ts';

export interface Question {
  readonly message: string;
  readonly options: readonly string[];
}

const MOST_OPTIONS = 3;

/** What tells the candidates apart, most telling first. */
const DIMENSIONS: readonly {
  readonly is: RegExp;
  readonly about: RegExp;
  readonly ask: Readonly<Record<Language, string>>;
}[] = [
  {
    is: /^cheveux /,
    about: /cheveu|shampooing|capillaire|masque|hair/,
    ask: { fr: 'Comment sont vos cheveux ?', en: 'What is your hair like?' },
  },
  {
    is: /^peau /,
    about: /./,
    ask: { fr: 'Quel est votre type de peau ?', en: 'What is your skin type?' },
  },
  {
    is: /^(?:bio|vegan|sans )/,
    about: /./,
    ask: { fr: 'Avez-vous une préférence ?', en: 'Do you have a preference?' },
  },
];
const DEPARTMENT: Readonly<Record<Language, string>> = {
  fr: 'Pour quel besoin cherchez-vous un produit ?',
  en: 'What are you looking for?',
};
const DEFAULT_DEPARTMENTS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Visage', 'Cheveux', 'Bébé'],
  en: ['Face', 'Hair', 'Baby'],
};

/** One targeted question for a vague need, with options that the shelf can answer; null when the need is clear. */
export function chooseQuestion(request: AdviceRequest): Question | null {
  const { need, candidates, language } = request;
  if (!request.mayAsk || need.promotionsOnly) return null;
  const precise = need.terms.filter((term) => !FORM_WORDS.has(term));
  const isEmpty =
    need.terms.length === 0 &&
    need.category === null &&
    need.brand === null &&
    need.attributes.length === 0;
  if (isEmpty)
    return {
      message: DEPARTMENT[language],
      options:
        byCount(candidates.map(({ category }) => category ?? '')).length >= 2
          ? byCount(candidates.map(({ category }) => category ?? ''))
          : DEFAULT_DEPARTMENTS[language],
    };
  if (
    precise.length > 0 ||
    need.attributes.length > 0 ||
    need.brand !== null ||
    candidates.length <= MOST_OPTIONS
  )
    return null;
  const text = [...need.terms, foldText(need.category ?? '')].join(' ');
  for (const { is, about, ask } of DIMENSIONS) {
    const options = byCount(
      candidates.flatMap(({ attributes }) => attributes.filter((name) => is.test(foldText(name)))),
    );
    if (about.test(text) && options.length >= 2)
      return { message: ask[language], options: options.map(capital) };
  }
  return null;
}

/** Distinct values that fit on a button, the most frequent first, then in order of appearance. */
function byCount(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== '' && value.length <= CHANNEL_LIMITS.buttonTitle)
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_OPTIONS)
    .map(([value]) => value);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Things that are asked for by name: when no candidate is one, none of them is an answer. */
const THINGS: ReadonlySet<string> = new Set(
  `couche couches biberon biberons tetine tetines sucette bonnet bonnets vernis rasoir rasoirs
    parfum parfums serviette serviettes tampon tampons test tests lunettes genouillere chaussettes
    bavoir coton talc perruque brosse thermometre tensiometre deodorant dentifrice shampooing savon
    mascara preservatifs pansements moustiquaire`.split(/\s+/),
);

/**
 * Whether what was named is none of the candidates: the things that were asked for by name, one of which is a
 * start where there are several, or else every word that says more than a form ("gélules de fer" without iron).
 */
export function asksForSomethingElse(
  request: AdviceRequest,
  hits: (candidate: Candidate, term: string) => boolean,
): boolean {
  const { terms, category, brand, attributes } = request.need;
  const isThere = (term: string): boolean =>
    request.candidates.some((candidate) => hits(candidate, term));
  const things = terms.filter((term) => THINGS.has(term));
  if (things.length > 0) return !things.some(isThere);
  const telling = terms.filter((term) => !FORM_WORDS.has(term));
  const bounded = category !== null || brand !== null || attributes.length > 0;
  return !bounded && telling.length > 0 && !telling.some(isThere);
}
