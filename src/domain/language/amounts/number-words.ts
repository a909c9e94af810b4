import type { Piece } from './pieces.ts';

/** A number that was read, and the piece behind it. */
export interface Spelt {
  readonly value: number;
  readonly to: number;
}

const numbers = (lines: string): ReadonlyMap<string, number> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...words] = line.trim().split(' ');
        return words.map((word) => [word, Number(value)] as const);
      }),
  );

/** As they are written, and as they are heard. */
const ONES = numbers(`
  1 un une one
  2 deux deu dheux two
  3 trois troi trwa three
  4 quatre quatr katre katr four
  5 cinq cinque sinq sink senk five
  6 six siss
  7 sept seven
  8 huit wit uit eight
  9 neuf nef nine
`);
const TEENS = numbers(`
  10 dix dis diss ten
  11 onze eleven
  12 douze twelve
  13 treize thirteen
  14 quatorze katorze fourteen
  15 quinze kinze fifteen
  16 seize sixteen
  17 seventeen
  18 eighteen
  19 nineteen
`);
const TENS = numbers(`
  20 vingt vin twenty
  30 trente thirty
  40 quarante karante forty fourty
  50 cinquante fifty
  60 soixante sixty
  70 septante seventy
  80 octante huitante eighty
  90 nonante ninety
`);
export const HUNDRED: ReadonlySet<string> = new Set(['cent', 'cents', 'hundred', 'hundreds']);

type Words = readonly Piece[];
const at = (pieces: Words, index: number): string => pieces[index]?.text ?? '';

/** A number below a thousand in words, French or English, from a piece on; null when none begins there. */
export function belowThousand(pieces: Words, index: number): Spelt | null {
  const count = belowHundred(pieces, index);
  const hundreds = count?.to ?? index;
  if (!HUNDRED.has(at(pieces, hundreds))) return count;
  const value = (count?.value ?? 1) * 100;
  const rest = belowHundred(pieces, hundreds + 1);
  return rest === null ? { value, to: hundreds + 1 } : { value: value + rest.value, to: rest.to };
}

function belowHundred(pieces: Words, index: number): Spelt | null {
  const word = at(pieces, index);
  const one = ONES.get(word);
  if (one === 4 && /^vin(?:gt)?s?$/.test(at(pieces, index + 1)))
    return withRest(pieces, 80, index + 2);
  if (one !== undefined) return { value: one, to: index + 1 };
  const teen = TEENS.get(word);
  if (teen !== undefined) return fromTen(pieces, teen, index + 1);
  const ten = TENS.get(word);
  return ten === undefined ? null : withRest(pieces, ten, index + 1);
}

/** "dix-sept", "dix-huit", "dix-neuf". */
function fromTen(pieces: Words, teen: number, to: number): Spelt {
  const more = teen === 10 ? ONES.get(at(pieces, to)) : undefined;
  return more !== undefined && more >= 7 ? { value: 10 + more, to: to + 1 } : { value: teen, to };
}

/** "vingt et un", "vingt-cinq", "soixante-quinze", "quatre-vingt-dix-huit", "twenty-five". */
function withRest(pieces: Words, tens: number, to: number): Spelt {
  const next = at(pieces, to) === 'et' ? to + 1 : to;
  const one = ONES.get(at(pieces, next));
  if (one !== undefined && (next === to || one === 1)) return { value: tens + one, to: next + 1 };
  const teen = tens === 60 || tens === 80 ? TEENS.get(at(pieces, next)) : undefined;
  if (teen === undefined) return { value: tens, to };
  const rest = fromTen(pieces, teen, next + 1);
  return { value: tens + rest.value, to: rest.to };
}
