import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBarcode } from '../../../src/domain/catalogue/barcode.ts';

const read = (text: string) => {
  const found = readBarcode(text);
  return found.kind === 'bad' || found.kind === 'none' ? found.kind : [found.kind, found.value];
};

/** Digits with the check digit that GS1 gives them, by its own wording: odd places from the right weigh 3. */
const withCheckDigit = (body: string): string => {
  let sum = 0;
  for (let place = 1; place <= body.length; place += 1)
    sum += Number(body[body.length - place]) * (place % 2 === 1 ? 3 : 1);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
/** Not so many zeros at the end as a spreadsheet leaves. */
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
    .filter((text) => !/0{4}$/.test(text));

describe('a barcode', () => {
  it.each([
    // Printed on real packs: GS1's own examples, ISBN-13 and CIP13 of public registers.
    ['4006381333931', ['gtin', '4006381333931']],
    ['9780201379624', ['gtin', '9780201379624']],
    ['96385074', ['gtin', '96385074']],
    ['036000291452', ['gtin', '0036000291452']],
    ['0036000291452', ['gtin', '0036000291452']],
    ['00036000291452', ['gtin', '0036000291452']],
    ['36000291452', ['gtin', '0036000291452']],
    ['0000096385074', ['gtin', '96385074']],
    ['10036000291459', ['gtin', '10036000291459']],
    ['3400935955838', ['gtin', '3400935955838']],
  ])('%s is one article however many zeros stand before it', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['2000000000039', ['in_store', '2000000000039']],
    ['2410026100079', ['in_store', '2410026100079']],
    ['1234563', ['house', '1234563']],
    ['3595583', ['cip7', '3595583']],
    ['REF-0042', ['house', 'REF-0042']],
    ['B7', ['house', 'B7']],
    ['999', ['house', '999']],
    ['100042', ['house', '100042']],
  ])('%s is told apart', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '="4006381333931"',
    "'4006381333931",
    ' 4006381333931 ',
    '\u00a04006381333931\u200b',
    '4 006381 333931',
    '400-6381-33393-1',
    '"4006381333931"',
    'EAN: 4006381333931',
    'EAN-13 : 4006381333931',
    '(01)04006381333931',
    '４００６３８１３３３９３１',
    '04006381333931',
  ])('%s is freed of what is around it', (text) => {
    expect(read(text)).toEqual(['gtin', '4006381333931']);
  });

  it.each([
    ...['', ' ', '-', '–', '--', '.', '/', '?', '_', '0', '00', '0000000000000', '0.0', '="0"', '=""'],
    ...['N/A', 'n/a', '#N/A', 'NA', 'n.d.', 'NC', 'aucun', 'Aucune', 'néant', 'NEANT', 'sans', 'Sans code-barres'],
    ...['rien', 'inconnu', 'null', 'NULL', 'none', 'undefined', 'NaN', 'x', 'XXX', 'vide', 'non', 'à définir'],
  ])('"%s" says that there is none', (text) => {
    expect(read(text)).toBe('none');
  }); // prettier-ignore

  it.each([
    ...['3.60E12', '3.60E+12', '3,6E+12', '3,60052E+12', '3.60052 e 12', '4E12', '3,60x10^12'],
    ...['4006381333931.0', '4006381333931,00', '3600000000000', '3600520000000', '36000000000'],
    ...['4006381333932', '96385073', '036000291453', '10036000291450', '1234567890123', '12345678'],
    ...['########', '1', '12', '123456789012345', '010400638133393117', 'crème', 'a', 'code 12', '<b>', '36005E'],
  ])('%s is refused with the reason', (text) => {
    const found = readBarcode(text);
    if (text === '36005E') return expect(found).toMatchObject({ kind: 'house' });
    expect(found).toMatchObject({ kind: 'bad', problem: expect.stringMatching(/^[A-Z0-9].*\.$/) as string });
  }); // prettier-ignore

  it('is read to the same value again, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d .,E+-]{0,20}$/)), (text) => {
        const found = readBarcode(text);
        if (found.kind === 'none' || found.kind === 'bad') return;
        expect(readBarcode(found.value)).toEqual(found);
      }),
      { numRuns: 2_000 },
    );
  });

  it('notices one wrong digit, and most neighbours that changed places', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(7, 11, 12).chain(digits),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (body, place, step) => {
          const right = withCheckDigit(body);
          if (/^0+$/.test(right)) return;
          expect(readBarcode(right).kind).toMatch(/gtin|in_store/);
          const at = place % right.length;
          const wrong = `${right.slice(0, at)}${(Number(right[at]) + step) % 10}${right.slice(at + 1)}`;
          // Zeros in front may make it another number's length, never a sound one.
          expect(read(wrong) === 'bad' || read(wrong) === 'none').toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('written as UPC-A and as EAN-13 is one value, and other numbers are others', () => {
    fc.assert(
      fc.property(digits(11), digits(11), (a, b) => {
        const [upc, other] = [withCheckDigit(a), withCheckDigit(b)];
        if (/^0*$/.test(a) || /^0*$/.test(b)) return;
        expect(read(`0${upc}`)).toEqual(read(upc));
        expect(read(`00${upc}`)).toEqual(read(upc));
        expect(JSON.stringify(read(upc)) === JSON.stringify(read(other))).toBe(upc === other);
      }),
      { numRuns: 1_000 },
    );
  });
});
