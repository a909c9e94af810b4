import { LONGEST_WORD } from '../shared/reading.ts';
import { foldText } from '../language/normalise-text.ts';

/** A word or figure as it stands in a text. */
export interface Written {
  readonly text: string;
  /** Lower case, without accents; letters of other scripts stay. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the word before. */
  readonly gap: string;
  readonly isWord: boolean;
  /** Begins with a capital in a text that uses both cases. */
  readonly capital: boolean;
  /** Here a capital says nothing. */
  readonly beginsSentence: boolean;
}

const RUN = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/gu;
const LETTERS = /\p{L}/gu;
const ENDS_SENTENCE = /[.!?:;\n]/;

/** The words of a text in order. A letter joined by an apostrophe is a word of its own: "N'Guessan" is two. */
export function writtenWords(text: string): readonly Written[] {
  const upper = text.match(UPPER)?.length ?? 0;
  const shouts = upper > 6 && upper > 0.6 * (text.match(LETTERS)?.length ?? 0);
  const words: Written[] = [];
  let last = 0;
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    const short = run.slice(0, LONGEST_WORD);
    const plain = foldText(short).replace(/[^a-z0-9]/g, '');
    const folded = plain === '' ? short.normalize('NFKC').toLowerCase() : plain;
    const isWord = LETTER.test(run);
    if (!isWord && !/\p{N}/u.test(run)) continue;
    const gap = text.slice(last, start);
    last = start + run.length;
    words.push({
      text: run,
      folded,
      start,
      end: last,
      gap,
      isWord,
      capital: !shouts && /^\p{Lu}/u.test(run),
      beginsSentence: words.length === 0 || ENDS_SENTENCE.test(gap),
    });
  }
  return words;
}

const BREAKS = /[!?;\n()[\]{}"«»…]|\.[ .]/;

/** Whether two neighbours can belong to one phrase: a blank, an apostrophe, a hyphen or a comma between them. */
export const isNear = (gap: string): boolean => gap.length <= 4 && !BREAKS.test(gap);
