import { LONGEST_WORD } from '../shared/reading.ts';
import { phoneticKey } from './phonetic-key.ts';

export interface Token {
  /** The folded word, or a number ("38.5"). */
  readonly word: string;
  readonly key: string;
  /** Place in the message; punctuation adds distance, so that windows seldom reach across sentences. */
  readonly at: number;
}

/** How far a sentence end and a comma push words apart. */
const SENTENCE_GAP = 3;
const COMMA_GAP = 1;

/** Texting forms that phonetics cannot reach. */
const TEXTING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    jai: 'j ai',
    gai: 'j ai',
    chui: 'je suis',
    chuis: 'je suis',
    jsui: 'je suis',
    jsuis: 'je suis',
    bb: 'bebe',
    bbs: 'bebe',
    beb: 'bebe',
    bcp: 'beaucoup',
    bcoup: 'beaucoup',
    pb: 'probleme',
    c: 'c est',
    cest: 'c est',
    ya: 'y a',
    ilya: 'il y a',
    kelkun: 'quelqu un',
    kelkin: 'quelqu un',
    kelqun: 'quelqu un',
    qqn: 'quelqu un',
    qqun: 'quelqu un',
    qlqun: 'quelqu un',
    quelqun: 'quelqu un',
    quelquun: 'quelqu un',
    tt: 'tout',
    pr: 'pour',
    dpuis: 'depuis',
    dps: 'depuis',
    ds: 'dans',
    o: 'au',
    tjr: 'toujours',
    tjrs: 'toujours',
    msg: 'message',
    med: 'medecin',
    medoc: 'medicament',
    medocs: 'medicaments',
    cp: 'comprime',
    cps: 'comprimes',
    ala: 'a la',
    alo: 'a l eau',
    jame: 'jamais',
    kan: 'quand',
    qd: 'quand',
    malo: 'mal au',
    lair: 'l air',
    tro: 'trop',
    boku: 'beaucoup',
    bocou: 'beaucoup',
    tre: 'tres',
    dla: 'de la',
    cnest: 'ce n est',
    depui: 'depuis',
    jvai: 'je vais',
    jve: 'je vais',
    kil: 'qu il',
    kel: 'quel',
    dan: 'dans',
    pandan: 'pendant',
    mala: 'mal a',
    dun: 'd un',
    dune: 'd une',
    ki: 'qui',
    ke: 'que',
    cant: 'can t',
    wont: 'won t',
    dont: 'don t',
    didnt: 'didn t',
    doesnt: 'doesn t',
    isnt: 'isn t',
    im: 'i m',
  }).map(([short, long]) => [short, long.split(' ')]),
);
const PIECES = /\d+(?:[.,]\d+)?|[a-z]+|[.!?;\n]+|,/g;

/**
 * Splits folded text into words with their phonetic keys; texting shorthand is written out, what is too long for a
 * word is cut.
 */
export function tokenise(folded: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let previous = '';
  for (const [piece] of folded.matchAll(PIECES)) {
    if (piece === ',') at += COMMA_GAP;
    else if (/^[.!?;\n]/.test(piece)) at += SENTENCE_GAP;
    else {
      for (const word of expand(piece.slice(0, LONGEST_WORD), previous)) {
        tokens.push({ word, key: phoneticKey(word), at });
        at += 1;
      }
      previous = piece;
    }
  }
  return tokens;
}

function expand(piece: string, previous: string): readonly string[] {
  // "g" is "j'ai", except behind a number, where it is grams.
  if (piece === 'g' || piece === 'ge') return /^\d/.test(previous) ? ['g'] : ['j', 'ai'];
  const written = TEXTING.get(piece);
  if (written) return written;
  if (/^\d/.test(piece)) return [piece.replace(',', '.')];
  // "jveux", "jpeux", "jfais": je + verb.
  return /^j[bcdfgklmnprstvz]../.test(piece) ? ['je', piece.slice(1)] : [piece];
}
