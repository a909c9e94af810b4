import { foldText } from '../../../domain/language/normalise-text.ts';
import { wordsOf } from '../../../domain/language/words.ts';
import type { Transcript } from '../../../ports/language-model.ts';
import { cleanText } from './prompt.ts';

/** Some twenty minutes; all of it is searched for signs of danger. */
const LONGEST = 20_000;
const PROMPT_LENGTH = 600;
/** What recognisers write over silence and music: they learned it from film subtitles. */
const HALLUCINATED =
  /sous[ -]?titr\w*|amara\.? ?org|soustitreur|radio[ -]canada|merci d'? ?avoir (?:regarde|ecoute|suivi)|merci de (?:votre attention|m'? ?avoir)|abonnez[ -]vous|n'? ?oubliez pas de (?:vous abonner|liker)|a la prochaine(?: video| fois)?|thanks? (?:you )?for watching|subscribe|subtitles? by|transcri(?:bed|ption|t) (?:by|par)|copyright|www\.|❤️ par|musique de fond/;
const NOISE = /[[(*♪][^\])*♪]{0,40}[\])*♪]|♪/g;

/** The catalogue's words, as a recogniser's hint. */
export function hintFor(vocabulary: readonly string[]): string {
  let hint = 'Message vocal à une parapharmacie. Mots possibles : ';
  for (const word of vocabulary) {
    const clean = cleanText(word, 40);
    if (hint.length + clean.length + 2 > PROMPT_LENGTH) break;
    if (clean !== '') hint += `${clean}, `;
  }
  return hint.replace(/, $/, '.');
}

/** What was said, and how far to trust it: silence and film subtitles are no sentence, odd speech is read back. */
export function judgeTranscript(raw: string, seconds: number | null, hint: string): Transcript {
  const text = raw
    .slice(0, LONGEST)
    .replace(NOISE, ' ')
    .replace(/[\p{Cf}\p{Co}]|\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const folded = foldText(text);
  const words = wordsOf(text);
  const letters = words.join('').length;
  const silence = { text: '', confidence: 'silence' } as const;
  if (letters < 2 || /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text))
    return silence;
  if (HALLUCINATED.test(folded) && words.length <= 14) return silence;
  // Over silence some recognisers repeat the hint itself.
  if (words.length >= 4 && foldText(hint).includes(folded.replace(/(?<![.!?])[.!?]+$/, '')))
    return silence;
  return {
    text,
    confidence: isOdd(words, letters, seconds) || HALLUCINATED.test(folded) ? 'unsure' : 'sure',
  };
}

function isOdd(words: readonly string[], letters: number, seconds: number | null): boolean {
  const unique = new Set(words);
  if (words.length >= 8 && unique.size * 3 <= words.length) return true;
  if (letters < 3) return true;
  if (seconds === null || seconds <= 0) return false;
  // Nobody says more than 25 letters a second; ten seconds for two words is mostly something else.
  return letters / seconds > 25 || (seconds >= 8 && words.length <= 2);
}
