import fc from 'fast-check';

/** An amount as somebody writes it, with what it is worth. Made without a look at how it is read. */
export interface Written {
  readonly text: string;
  readonly cfa: number;
}

const FRENCH_ONES = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const FRENCH_TEENS = 'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
  ' ',
);
const FRENCH_TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const ENGLISH_SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen`.split(/\s+/);
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];

const french99 = (n: number): string => {
  if (n < 10) return FRENCH_ONES[n]!;
  if (n < 20) return FRENCH_TEENS[n - 10]!;
  if (n < 70) {
    const tens = FRENCH_TENS[Math.floor(n / 10)]!;
    return n % 10 === 0 ? tens : n % 10 === 1 ? `${tens} et un` : `${tens}-${FRENCH_ONES[n % 10]}`;
  }
  if (n < 80) return n === 71 ? 'soixante et onze' : `soixante-${french99(n - 60)}`;
  return n === 80 ? 'quatre-vingts' : `quatre-vingt-${french99(n - 80)}`;
};
const french999 = (n: number): string => {
  const hundreds = Math.floor(n / 100);
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'cent' : `${FRENCH_ONES[hundreds]} cent`;
  return `${head} ${french99(n % 100)}`.trim();
};
/** "dix-huit mille cinq cents". */
const inFrench = (n: number): string => {
  const thousands = Math.floor(n / 1000);
  const head = thousands === 0 ? '' : thousands === 1 ? 'mille' : `${french999(thousands)} mille`;
  return `${head} ${french999(n % 1000)}`.trim();
};
const english99 = (n: number): string =>
  n < 20
    ? ENGLISH_SMALL[n]!
    : `${ENGLISH_TENS[Math.floor(n / 10)]}${n % 10 === 0 ? '' : `-${ENGLISH_SMALL[n % 10]}`}`;
/** Thousands up to fifty-nine, and full hundreds. */
const inEnglish = (n: number): string =>
  [
    n >= 1000 ? `${english99(Math.floor(n / 1000))} thousand` : '',
    n % 1000 === 0 ? '' : `${ENGLISH_SMALL[Math.floor((n % 1000) / 100)]} hundred`,
  ]
    .join(' ')
    .trim();

const grouped = (n: number, separator: string): string =>
  n.toString().replace(/(\d)(?=(?:\d{3})+$)/g, `$1${separator}`);
const SEPARATORS = ['', ' ', '.', ',', '\u00a0', '\u202f'];
const THOUSANDS = ['k', 'K', ' k', 'mil', ' mil', ' mille', 'mille', ' milles', ' kolos'];

/** Prices are round: full hundreds, from a thousand on. */
const cfa = fc.integer({ min: 10, max: 590 }).map((hundreds) => hundreds * 100);
const currency = fc.constantFrom(
  '',
  ' F',
  'f',
  ' FCFA',
  'fcfa',
  ' francs',
  ' frs',
  ' CFA',
  ' francs cfa',
  ' XAF',
);

const forms = (amount: number): readonly string[] => [
  ...SEPARATORS.map((separator) => grouped(amount, separator)),
  `${grouped(amount, '.')},00`,
  `${amount},00`,
  inFrench(amount),
  inFrench(amount).replaceAll('-', ' '),
  inEnglish(amount),
  ...(amount % 1000 === 0 ? THOUSANDS.map((thousand) => `${amount / 1000}${thousand}`) : []),
  ...(amount % 1000 === 0
    ? []
    : [
        `${Math.floor(amount / 1000)}k${(amount % 1000) / 100}`,
        `${Math.floor(amount / 1000)}mille${(amount % 1000) / 100}`,
        `${Math.floor(amount / 1000)} mille ${amount % 1000}`,
        `${amount / 1000}k`,
        `${(amount / 1000).toString().replace('.', ',')} mille`,
      ]),
];

/** An amount in one of its forms, with or without its currency. */
export const written = (at: fc.Arbitrary<number> = cfa): fc.Arbitrary<Written> =>
  at.chain((amount) =>
    fc.tuple(fc.constantFrom(...forms(amount)), currency).map(([text, unit]) => ({
      // Nobody glues the currency onto a number in words.
      text: /[a-z]$/i.test(text) ? `${text} ${unit.trim()}`.trim() : `${text}${unit}`,
      cfa: amount,
    })),
  );

/** Two amounts of which the first is the lower one. */
export const twoWritten: fc.Arbitrary<readonly [Written, Written]> = fc
  .uniqueArray(cfa, { minLength: 2, maxLength: 2 })
  .map((two) => two.toSorted((a, b) => a - b) as [number, number])
  .chain(([low, high]) => fc.tuple(written(fc.constant(low)), written(fc.constant(high))));

export const CAPS = [
  'moins de *',
  'max *',
  'Max: *',
  '* max',
  '* maximum',
  'pas plus de *',
  'pas plus cher que *',
  'ne dépassant pas *',
  'qui ne dépasse pas *',
  'sans dépasser *',
  "jusqu'à *",
  'dans les *',
  'autour de *',
  'budget *',
  'mon budget est de *',
  "j'ai un budget de *",
  "j'ai *",
  "je n'ai que *",
  'avec *',
  'à *',
  'under *',
  'less than *',
  'up to *',
  'no more than *',
  'my budget is *',
  '* or less',
  '*',
];
export const FLOORS = [
  'à partir de *',
  'plus de *',
  'au moins *',
  'at least *',
  'more than *',
  '* minimum',
];
export const RANGES = [
  'entre # et *',
  'de # à *',
  '# à *',
  'between # and *',
  'from # to *',
  'budget entre # et *',
];
/** Frames around it, with what is looked for. */
export const FRAMES = [
  '*',
  'crème visage *',
  'bjr je cherche un savon *',
  '* svp',
  'Bonjour, * pour ma peau',
];

export const NO_MONEY = [
  '# ml',
  'SPF#',
  '#°',
  '# g',
  '# mg',
  '# ans',
  '# mois',
  '# jours',
  '# gélules',
  '#h30',
  '#%',
  'le #',
  'commande n° #',
  'commande LEA-#',
  'réf #',
  '# fois par jour',
  'vitamine c #',
];
