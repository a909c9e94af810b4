import { CONCEPTS } from '../../../../src/domain/recommendation/lexicon/concepts.ts';
import { LEXICON } from '../../../../src/domain/triage/lexicon/lexicon.ts';
import type { Hostile } from './growth.ts';

const shown = (piece: string): string =>
  JSON.stringify(piece.length > 40 ? `${piece.slice(0, 40)}…` : piece);

/** The same piece again and again. */
const repeated = (piece: string): Hostile => ({
  name: `${shown(piece)} again and again`,
  make: (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
});

/** A run between something that begins a reading and something that spoils it at the very end. */
const spoilt = (before: string, piece: string, after: string): Hostile => ({
  name: `${shown(before)}, ${shown(piece)} again and again, ${shown(after)}`,
  make: (length) => before + repeated(piece).make(length) + after,
});

const nested = (open: string, close: string): Hostile => ({
  name: `${shown(open)} nested`,
  make: (length) => {
    const depth = Math.floor(length / (open.length + close.length));
    return open.repeat(depth) + close.repeat(depth);
  },
});

/** Words that all differ, so that nothing remembered helps. */
const distinct = (prefix: string, gap: string): Hostile => ({
  name: `words that all differ, such as ${shown(`${prefix}1x${gap}`)}`,
  make: (length) => {
    let text = '';
    for (let count = 0; text.length < length; count += 1)
      text += `${prefix}${count.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}${gap}`;
    return text.slice(0, length);
  },
});

/** Every character class that some pattern knows: letters, digits, separators, quotes, brackets, the invisible. */
const CHARACTERS = [
  ...' \n\t\r0159aezshvgéœßIİΣ\'’"`*_~-–.,;:!?…/\\|%@+#&=<>()[]{}$€°µ',
  ...['\u00a0', '\u202f', '\u2028', '\ufeff', '\u200b', '\u200d', '\u202e', '\u00ad', '\u0000'],
  ...[
    '\u0301',
    '\u0316',
    '\u20e3',
    '\ufe0f',
    '\ud800',
    'ﬁ',
    'ﷺ',
    '٣',
    '०',
    '你',
    'א',
    'ش',
    'а',
    '♪',
  ],
  ...['👍', '🆘', '🇬🇦', '👨‍👩‍👧', '👍🏾', '❤️', '😀'],
];

/** Two that alternate: a figure or a letter with what may stand between. */
const ALTERNATING = ['0', '9', 'a', 's', 'é', '👍'].flatMap((one) =>
  [
    ' ',
    '.',
    ',',
    "'",
    '’',
    '-',
    '\n',
    '/',
    '_',
    '*',
    '@',
    '"',
    '\\',
    '(',
    '\u0301',
    '\u200d',
    '+',
  ].map((gap) => one + gap),
);

const TOKENS = [
  "100'",
  '000 ',
  '1 000 ',
  '3.500,00 ',
  '12 ',
  '5k ',
  'mille ',
  '077 12 33 99 ',
  '+241 77 ',
  '00',
  '1234567 ',
  '1-2-3-4-5-6-7 ',
  'budget ',
  'budget max ',
  'moins de ',
  'entre 3 et ',
  'de 5 a ',
  'à 2500 ',
  'pas plus de ',
  'un ',
  'de ',
  'le ',
  'la la ',
  'le numero ',
  'pas ',
  'ne ',
  'sans ',
  'sans huile ',
  'et ',
  'je ',
  'je prends le ',
  'oui ',
  'ok alors ',
  'svp ',
  'c est ',
  'cest ',
  "j'ai ",
  "l'",
  'plus ',
  'il y a ',
  '2 mois ',
  'bebe de 2 mois ',
  'ans ',
  '38 ',
  'il a 39 ',
  '20 comprimes ',
  'allergique a la ',
  'allergie au x et au ',
  'je suis enceinte de ',
  'je m appelle ',
  "je m'appelle Awa ",
  'my name is ',
  'prix tue ',
  'prix prix ',
  'envie de faire ',
  'mort ',
  'mort de ',
  'cheveux ',
  'cheveux secs ',
  'peau seche et ',
  'sensible ',
  'peau ',
  'douleur ',
  'douleur poitrine ',
  'poitrine ',
  'mal ',
  'mal a ',
  'respire ',
  'respire pas ',
  'sang ',
  'saigne beaucoup ',
  'fievre ',
  'pas de fievre ',
  'pilule ',
  'commande ',
  'ma commande ',
  'ou ',
  'ou est ',
  'vous etes ',
  'boutique ',
  'autre ',
  'd autres ',
  'promo ',
  'trop cher ',
  'merci ',
  'bonjour ',
  'spf 50 ',
  'vitamine b6 ',
  'the ',
  'i want to order ',
  'a@',
  'a.a@a.a ',
  'aa.',
  'http://',
  'https://a.b/',
  'www.',
  '<b>',
  '<|',
  '[INST]',
  '&amp;',
  '{"a":',
  '{"',
  '\\"',
  '"",',
  '"a","',
  'a,b\n',
  ';;\n',
  'a=b&',
  '%41',
  '%',
  'eq.',
  'not.in.(',
  '2026-01-01',
  '2026-01-01T00:00:00Z ',
  '12/05/2027 ',
  '0f0e0d0c-',
  'a\u0301\u0316',
  '\u0301\u0316',
  '\u0316\u0301\u0327',
  'e\u0323\u0302 ',
  'سلام ',
  '\u202eabc\u202c',
  '{prenom}',
  ' {prenom',
  'at Object.<anonymous> (/a/b.ts:1:1)\n',
];

const SPOILT = [
  '0',
  '00 ',
  "0'",
  'a',
  's',
  'a ',
  'é',
  ' ',
  '\n',
  '.',
  ',',
  '-',
  '/',
  '\\',
  '👍',
  '\u0301',
].flatMap((piece) => [spoilt('', piece, '\u0001'), spoilt('budget ', piece, 'x')]);
const BEGUN = [
  '"',
  "'",
  '(',
  '[',
  '{',
  '*',
  '_',
  '<',
  'http://',
  '{"kind":"',
  'in.(',
  'in.("',
  'cs.{',
  'select=',
  'data:image/png;base64,',
  '+',
  '00',
  'je m’appelle ',
  'prix ',
  'cheveux ',
  'allergi',
  'mort',
  'ou ',
].map((before) => spoilt(before, 'a', '!'));

/** Phrases of the lexicons that come nearest to costing something: the longest, without their last letter. */
function nearMisses(phrases: readonly string[], many: number): readonly Hostile[] {
  const longest = [...new Set(phrases)].toSorted((a, b) => b.length - a.length).slice(0, many);
  return [
    ...longest.map((phrase) => repeated(`${phrase.slice(0, -1)} `)),
    repeated(`${longest.join(' ')} `),
    repeated(`${longest.map((phrase) => phrase.slice(0, -1)).join(' ')} `),
  ];
}
const TRIAGE_PHRASES = [...LEXICON.values()].flat().map((phrase) => phrase.replace(/[=*]/g, ''));
const NEED_PHRASES = CONCEPTS.flatMap(({ say }) => say.split('|'));

/** All first words of the triage lexicon in turn: as many concepts as possible at once. */
const everyConcept = repeated(
  `${[...LEXICON.values()].map((phrases) => phrases[0]!.replace(/[=*]/g, '')).join(' ')} `,
);

/** What has cost most so far; every reader reads them in the short form as well. */
const WORST: readonly Hostile[] = [
  ...['0', 's', ' ', '\\', '"', "100'", '000 ', 'a ', 'ﬁ', '\u0301\u0316', '{"a":'].map(repeated),
  spoilt('', ' ', '\u0001'),
  spoilt('', 's', '\u0001'),
  nested('{"a":', '}'),
  distinct('m', ' '),
  everyConcept,
];
/** Families of texts that nobody writes in good faith. */
const ALL: readonly Hostile[] = [
  ...CHARACTERS.map(repeated),
  ...ALTERNATING.map(repeated),
  ...TOKENS.map(repeated),
  ...SPOILT,
  ...BEGUN,
  ...nearMisses(TRIAGE_PHRASES, 8),
  ...nearMisses(NEED_PHRASES, 8),
  everyConcept,
  distinct('m', ' '),
  distinct('creme', ' '),
  distinct('allergique a ', ' '),
  distinct('', '\n'),
  distinct('Z', '-'),
  nested('(', ')'),
  nested('[', ']'),
  nested('{"a":', '}'),
  nested('<b>', '</b>'),
  nested('"', '"'),
];

const SHARES = 5;

/** The texts for one of the readers: all of them in the long form, else the worst and a fifth of each family. */
export const hostileTexts = (reader: number): readonly Hostile[] =>
  process.env['HOSTILE'] === 'long'
    ? ALL
    : [...WORST, ...ALL.filter((_, index) => index % SHARES === reader % SHARES)];
