import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/domain/privacy/redact.ts';
import { FAMILY, folded, GIVEN, NEEDS, partsOf } from './people-of-the-tests.ts';

const RUNS = { numRuns: 600 };
const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const INTRODUCED = [
  'Bonjour, je m’appelle @', 'je m appelle @', "jm'appelle @", 'Moi c’est @', 'moi c @', 'Je suis @', 'slt je suis @', 'mon nom est @', 'Mon nom c’est @',
  'mon prénom c’est @', 'Nom : @', 'Nom et prénom: @', 'My name is @', 'Hello, I’m @', 'i am @', 'Ici Mme @', 'C’est madame @', 'bsr c’est Mlle @',
  'allô, @ à l’appareil', 'C’est @ à l’appareil', 'Mettez la commande au nom de @', 'de la part de @', 'ma fille s’appelle @', 'c’est pour mon fils @',
  'mon mari @', 'my son @', 'her name is @', 'je me nomme @', 'c’est tantie @', 'Dr @', 'on m’appelle @', 'c’est moi @',
]; // prettier-ignore

const person = fc
  .tuple(one(...GIVEN), one(...FAMILY), fc.boolean())
  .map(([given, family, turned]) => (turned ? `${family} ${given}` : `${given} ${family}`));
const written = one<(name: string) => string>(
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => folded(name),
  (name) => name.replace(/ /g, '  '),
);
const kept = (text: string, name: string): readonly string[] =>
  partsOf(name).filter((part) =>
    folded(text)
      .split(/[^a-z]+/)
      .includes(part),
  );

describe('names', () => {
  it('leave nothing of a name that is introduced, in any spelling', () => {
    fc.assert(
      fc.property(
        one(...INTRODUCED), person, written, one(...NEEDS), one('. ', ', ', '\n', ' et '),
        (form, name, write, need, joint) => {
          expect(kept(redact(form.replace('@', write(name)) + joint + need), name)).toEqual([]);
        },
      ),
      RUNS,
    ); // prettier-ignore
  });

  const MISSPELT = one<(word: string) => string>(
    (word) => word,
    (word) => word.toUpperCase(),
    (word) => folded(word).replace(/(.)$/, '$1$1'),
    (word) => (word.length < 6 ? word : `${word.slice(0, 2)}${word.slice(3)}`),
    (word) => (word.length < 6 ? word : `${word.slice(0, 3)}${word[2]}${word.slice(3)}`),
    (word) => [...word].join(' '),
  );
  it('leave nothing of a name that is known, wherever it stands', () => {
    fc.assert(
      fc.property(person, MISSPELT, one(...NEEDS), fc.boolean(), (name, misspell, need, glued) => {
        const people = { names: [name], numbers: [], brands: ['La Roche-Posay', 'Bioderma'] };
        const words = name.split(/[^\p{L}]+/u).reverse();
        const said = glued ? words.join('') : words.map(misspell).join(' ');
        const text = redact(`alors ${said}, ${need}`, people);
        const start = folded(text).split(folded(need)[0]!)[0]!;
        expect(kept(start, name)).toEqual([]);
        expect(text.startsWith(`alors ${said},`)).toBe(false);
        expect(text.endsWith(need)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('numbers', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const local = fc
    .tuple(
      one('06', '07', '077', '066', '+241 6', '+237 6', '00237 6', '+225 07', '+221 77', '+33 6', '(+241) 07', '4', '6', '77'),
      fc.array(digit, { minLength: 7, maxLength: 9 }),
    )
    .map(([prefix, rest]) => [prefix, rest.join('')] as const); // prettier-ignore
  const pieces = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 });
  const separator = one(
    ' ',
    '.',
    '-',
    '/',
    '_',
    ' - ',
    ' / ',
    ' . ',
    '–',
    '\u00a0',
    ') ',
    ', ',
    '*',
  );
  const script = one<(text: string) => string>(
    (text) => text,
    (text) => text.replace(/\d/g, (each) => String.fromCodePoint(0x660 + Number(each))),
    (text) => text.replace(/\d/g, (each) => String.fromCodePoint(0xff10 + Number(each))),
    (text) => text.replace(/\d/g, (each) => `${each}\ufe0f\u20e3`),
    (text) => text.replace(/(?<=\d)0/g, 'o'),
  );
  const figuresOf = (text: string): string => text.replace(/o/g, '0').replace(/[^\d\uff10-\uff19\u0660-\u0669]/g, '').normalize('NFKC')
      .replace(/[\u0660-\u0669]/g, (each) => String(each.codePointAt(0)! - 0x660)); // prettier-ignore

  it('leave no six digits of a number in a row, however it is written', () => {
    fc.assert(
      fc.property(local, pieces, separator, script, one('appelez moi au @', 'tel: @', '@', 'Voici mon contact @ merci', 'je cherche un savon @', 'whatsapp @, svp'),
        ([prefix, rest], sizes, between, write, sentence) => {
          const groups: string[] = [];
          for (let at = 0, index = 0; at < rest.length; index += 1) {
            groups.push(rest.slice(at, at + sizes[index % 8]!));
            at += sizes[index % 8]!;
          }
          const number = write(`${prefix}${between}${groups.join(between)}`);
          const left = figuresOf(redact(sentence.replace('@', number)));
          expect(left.length).toBeLessThan(6);
        },
      ),
      RUNS,
    ); // prettier-ignore
  });

  const WORDS =
    `zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize vingt trente-trois
    quarante soixante-dix-sept quatre-vingt-un quatre-vingt-dix`.split(/\s+/);
  it('are found when they are said in words', () => {
    fc.assert(
      fc.property(
        fc.array(one(...WORDS), { minLength: 7, maxLength: 9 }),
        one(' ', ', ', ' - '),
        (said, between) => {
          expect(redact(`mon numéro ${said.join(between)}`)).toBe('mon numéro [numéro]');
        },
      ),
      RUNS,
    );
  });
});

describe('what is no person', () => {
  const thousands = fc.integer({ min: 1, max: 99 });
  const amount = fc
    .tuple(thousands, one('000', '500', '250', '900'), one(' ', '.', '', '\u202f'))
    .map(([a, b, gap]) => `${a}${gap}${b}`);
  const MONEY = one('à @ F', 'moins de @ FCFA', 'c’est @ ?', 'budget @', '@ francs max');
  it('stays: prices and ranges of prices', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        MONEY,
        one(' ou ', ' - ', '-', '/', ' à '),
        fc.boolean(),
        (low, high, form, between, range) => {
          const text = `un savon ${form.replace('@', range ? `${low}${between}${high}` : low)}`;
          expect(redact(text)).toBe(text);
        },
      ),
      RUNS,
    );
  });
  it('stays: sizes, quantities, days and hours', () => {
    const figure = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(
        figure,
        figure,
        one(
          '@ ml et # ml',
          '@ tubes de # g',
          'SPF @, # ml',
          'le 12/03/2026 à 15:30, @ boîtes',
          'depuis @ jours, # fois',
          'taille @',
          'lot de @ x # ml',
        ),
        (a, b, form) => {
          const text = form.replace('@', String(a)).replace('#', String(b));
          expect(redact(text)).toBe(text);
        },
      ),
      RUNS,
    );
  });
  it('stays: what people need, with words that are names elsewhere', () => {
    const people = {
      names: ['Rose Petit', 'Blanche Nivea'],
      numbers: ['+24177123399'],
      brands: ['Nivea'],
    };
    for (const text of [
      ...NEEDS,
      'une crème à l’eau de rose',
      'le lait Nivea',
      'peau blanche et petit pot',
    ])
      expect(redact(text, people)).toBe(text);
  });
});

it('a text that was redacted stays as it is', () => {
  fc.assert(
    fc.property(person, one(...INTRODUCED), one(...NEEDS), (name, form, need) => {
      const once = redact(`${form.replace('@', name)}, 077 12 33 99, ${need}`);
      expect(redact(once)).toBe(once);
    }),
    RUNS,
  );
});
