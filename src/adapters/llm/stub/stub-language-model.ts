import type { Language } from '../../../domain/customer/customer.ts';
import { neutralReason } from '../../../domain/recommendation/neutral-reason.ts';
import { termScore } from '../../../domain/recommendation/search-score.ts';
import { stem, wordsOf } from '../../../domain/language/words.ts';
import { smallTalkOf, type SmallTalk } from '../../../domain/recommendation/small-talk.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import type {
  Advice,
  AdviceRequest,
  Candidate,
  LanguageModel,
  ModelUsage,
  PhotoReading,
  Transcript,
} from '../../../ports/language-model.ts';
import { asksForSomethingElse, chooseQuestion } from './choose-question.ts';
import { markedText } from './marked-text.ts';

const FREE: ModelUsage = {
  model: 'stub',
  promptTokens: 0,
  local: true,
  cachedTokens: 0,
  completionTokens: 0,
  costMilliCfa: 0,
};
const MOST_ITEMS = 3;
/** Of the best candidate's score; what answers much less is left out. */
const CLOSE_ENOUGH = 0.5;
/** What is made for one of these is no first answer to who did not name it. */
const PLACES: ReadonlySet<string> = new Set(
  ['mains', 'pieds', 'talons', 'lèvres', 'yeux', 'ongles', 'intime'].map((place) =>
    stem(foldText(place)),
  ),
);
const WANTS_PERSON =
  /\b(?:conseillere?s?|humain|vraie personne|quelqu'? ?un|responsable|ordonnance|reclamation|plainte|rembours\w*|speak to (?:a|some)|human|advisor|prescription)\b/;
const ASKS_ADVISOR =
  /\b(?:parler|appeler|contacter|joindre|transferer|speak|talk)\b|\b(?:ordonnance|reclamation|plainte|rembours\w*|prescription)\b/;

const SENTENCES: Readonly<
  Record<Language, Readonly<Record<SmallTalk | 'found' | 'one' | 'cheap', string>>>
> = {
  fr: {
    greeting: 'Bonjour ! Que puis-je faire pour vous ?',
    thanks: 'Avec plaisir ! Je reste là si besoin.',
    bye: 'Merci de votre visite, à bientôt !',
    found: 'Voici ce que je vous propose.',
    one: 'Voici ce qui me semble convenir.',
    cheap: 'le moins cher de la sélection',
  },
  en: {
    greeting: 'Hello! How can I help you?',
    thanks: 'You are welcome! I am here if you need me.',
    bye: 'Thank you for your visit, see you soon!',
    found: 'Here is what I suggest.',
    one: 'Here is what seems right for you.',
    cheap: 'the cheapest of this selection',
  },
};

/**
 * A model that is no model: the same rules for everyone, no network, no cost. Used for demos and when a budget is
 * used up.
 */
export class StubLanguageModel implements LanguageModel {
  async advise(
    request: AdviceRequest,
  ): Promise<{ readonly advice: Advice; readonly usage: ModelUsage }> {
    return { advice: { ...decide(request), redFlag: null }, usage: FREE };
  }

  async readPhoto(photo: {
    readonly bytes: Uint8Array;
    readonly mimeType: string;
  }): Promise<{ readonly reading: PhotoReading; readonly usage: ModelUsage }> {
    const text = markedText(photo.bytes);
    const isPrescription = text !== null && /^(?:ordonnance|prescription)\b/.test(foldText(text));
    const reading: PhotoReading =
      text === null
        ? { kind: 'unreadable', searchText: '' }
        : isPrescription
          ? { kind: 'prescription', searchText: '' }
          : { kind: 'product', searchText: text.slice(0, 80) };
    return { reading, usage: FREE };
  }

  async transcribe(audio: {
    readonly bytes: Uint8Array;
    readonly mimeType: string;
    readonly seconds: number | null;
  }): Promise<{ readonly transcript: Transcript; readonly usage: ModelUsage }> {
    const text = markedText(audio.bytes);
    return {
      transcript:
        text === null ? { text: '', confidence: 'silence' } : { text, confidence: 'sure' },
      usage: FREE,
    };
  }

  async adjustLoyaltyScore(): Promise<{
    readonly delta: number;
    readonly reason: string;
    readonly usage: ModelUsage;
  }> {
    return { delta: 0, reason: '', usage: FREE };
  }
}

type Decision = Advice extends infer One
  ? One extends Advice
    ? Omit<One, 'redFlag'>
    : never
  : never;

function decide(request: AdviceRequest): Decision {
  const { candidates, language, need, text } = request;
  const sentences = SENTENCES[language];
  const small = smallTalkOf(text);
  if (small !== null) return { kind: 'talk', message: sentences[small] };
  const folded = foldText(text);
  if (WANTS_PERSON.test(folded) && ASKS_ADVISOR.test(folded))
    return { kind: 'handoff', message: '' };
  const question = chooseQuestion(request);
  if (question !== null) return { kind: 'ask', ...question };
  const isEmpty =
    need.terms.length === 0 &&
    need.category === null &&
    need.brand === null &&
    need.attributes.length === 0 &&
    need.budgetMaxCfa === null &&
    !need.promotionsOnly;
  if (
    candidates.length === 0 ||
    isEmpty ||
    asksForSomethingElse(request, (candidate, term) => score(candidate, [term]) > 0)
  )
    return { kind: 'nothing_fits', message: '' };
  const chosen = best(candidates, need.terms);
  return {
    kind: 'recommend',
    message: chosen.length === 1 ? sentences.one : sentences.found,
    items: chosen.map((candidate) => ({
      productId: candidate.id,
      reason: reasonFor(candidate, chosen, request),
    })),
  };
}

/** The first candidates, as they come best first, without those that answer much less than the best. */
function best(candidates: readonly Candidate[], terms: readonly string[]): readonly Candidate[] {
  const top = Math.max(...candidates.map((candidate) => score(candidate, terms)));
  const close = candidates.filter((candidate) => score(candidate, terms) >= top * CLOSE_ENOUGH);
  const asked = new Set(terms.map(stem));
  const isElsewhere = ({ name }: Candidate): boolean =>
    wordsOf(name).some((word) => PLACES.has(stem(word)) && !asked.has(stem(word)));
  return (close.length > 0 ? close : candidates)
    .toSorted((a, b) => Number(isElsewhere(a)) - Number(isElsewhere(b)))
    .slice(0, MOST_ITEMS);
}

function reasonFor(
  candidate: Candidate,
  chosen: readonly Candidate[],
  { language, need }: AdviceRequest,
): string {
  const reason = neutralReason(candidate, language, need.attributes);
  const isCheapest =
    chosen.length > 1 &&
    chosen.every(({ id, priceCfa }) => id === candidate.id || priceCfa > candidate.priceCfa);
  return isCheapest
    ? [reason, SENTENCES[language].cheap].filter((part) => part !== '').join(', ')
    : reason;
}

const score = (candidate: Candidate, terms: readonly string[]): number =>
  termScore({ ...candidate, tags: [] }, terms);
