import { describe, expect, it } from 'vitest';
import { readCell } from '../../../src/adapters/http/catalogue/csv-cell.ts';
import { headerKey } from '../../../src/adapters/http/catalogue/csv-columns.ts';
import { decodeCsv, delimiterOf } from '../../../src/adapters/http/catalogue/decode-csv.ts';
import { readProductsCsv } from '../../../src/adapters/http/catalogue/read-products-csv.ts';
import { csvHeader, csvOf } from '../../../src/adapters/http/catalogue/write-products-csv.ts';
import { aProduct } from '../../support/builders.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const only = (text: string) => readProductsCsv(utf8(text)).lines[0]!;

describe('decoding', () => {
  it('reads UTF-8 with and without its mark, Windows-1252 and UTF-16', () => {
    const bytes = [
      utf8('Nom;Prix\nCrème à l’œuf;1'),
      utf8('\ufeffNom;Prix\nCrème à l’œuf;1'),
      Buffer.from([...'Nom;Prix\nCr\xe8me \xe0 l\x92\x9cuf;1'].map((char) => char.charCodeAt(0))),
      Buffer.from('\ufeffNom;Prix\nCrème à l’œuf;1', 'utf16le'),
    ];
    for (const file of bytes)
      expect(readProductsCsv(file).lines[0]!.fields.name).toBe('Crème à l’œuf');
    expect(decodeCsv(new Uint8Array())).toBe('');
  });

  it('finds the separator outside of quotes', () => {
    expect(delimiterOf('a;b;c\n1,2,3,4')).toBe(';');
    expect(delimiterOf('a,b\n')).toBe(',');
    expect(delimiterOf('a\tb\tc')).toBe('\t');
    expect(delimiterOf('"a;b;c",d\n')).toBe(',');
    expect(delimiterOf('alone')).toBe(',');
  });
});

describe('cells', () => {
  it.each([
    ['3500', 3500],
    ['3 500', 3500],
    ['3\u202f500 FCFA', 3500],
    ['3.500', 3500],
    ['3,500.00', 3500],
    ['1 234 567 F CFA', 1_234_567],
    ['3500,00', 3500],
    ['3500 XAF', 3500],
  ])('the price %s', (text, value) => expect(readCell('price', text)).toEqual({ value }));

  it.each(['0', '0 FCFA', '12,5', '-3', 'gratuit', '1e3', '3 50', '35.0000', ''])(
    'no price: "%s"',
    (text) => expect(readCell('price', text)).toHaveProperty('problem'),
  );

  it.each([
    ['12', 12],
    ['1 200', 1200],
    ['12.0', 12],
    ['+4', 4],
  ])('the stock %s', (text, value) => expect(readCell('count', text)).toEqual({ value }));
  it.each(['12.000', '1,5', '-1', 'beaucoup'])('no stock: %s', (text) =>
    expect(readCell('count', text)).toHaveProperty('problem'),
  );

  it.each([
    ['2027-01-31', '2027-01-31'],
    ['31/01/2027', '2027-01-31'],
    ['1.2.2027', '2027-02-01'],
    ['02/2028', '2028-02-29'],
    ['2027-01-31 00:00:00', '2027-01-31'],
  ])('the day %s', (text, value) => expect(readCell('day', text)).toEqual({ value }));
  it.each(['2027-02-30', '31/13/2027', '13/2027', 'demain', '01/02/27', '0001-01-01'])(
    'no day: %s',
    (text) => expect(readCell('day', text)).toHaveProperty('problem'),
  );

  it('flags and lists', () => {
    expect([readCell('flag', 'Oui'), readCell('flag', 'inactif')]).toEqual([
      { value: true },
      { value: false },
    ]);
    expect(readCell('flag', 'peut-être')).toHaveProperty('problem');
    expect(readCell('words', 'bio, vegan ;bio')).toEqual({ value: ['bio', 'vegan'] });
    expect(readCell('words', 'peau sèche, ridée|bio')).toEqual({
      value: ['peau sèche, ridée', 'bio'],
    });
  });

  it('headers in French and English', () => {
    expect(headerKey('  Date d’Expiration ')).toBe('date d expiration');
    const { lines, ignored } = readProductsCsv(
      utf8('Désignation;Prix (FCFA);Qté;Code-barres;Péremption;Couleur\nA;1;2;3;01/2027;rouge'),
    );
    expect(ignored).toEqual(['Couleur']);
    expect(lines[0]!.fields).toEqual({
      name: 'A',
      priceCfa: 1,
      stockQty: 2,
      barcode: '3',
      expirationDate: '2027-01-31',
    });
    expect(only('name,price,stock,brand\nA,1,2,B').fields).toEqual({
      name: 'A',
      priceCfa: 1,
      stockQty: 2,
      brand: 'B',
    });
  });
});

describe('lines', () => {
  it('are counted as an editor counts them', () => {
    const { lines } = readProductsCsv(utf8('nom;prix\r\nA;1\r\n\r\n"B\r\nC";2\r\nD;3\r\n'));
    expect(lines.map(({ line, fields }) => [line, fields.name])).toEqual([
      [2, 'A'],
      [4, 'B\nC'],
      [6, 'D'],
    ]);
  });

  it('name each cell that cannot be read', () => {
    expect(
      only('nom;prix;stock;peremption\nA;cher;-2;hier').problems.map(({ field }) => field),
    ).toEqual(['price_cfa', 'stock_qty', 'expiration_date']);
    expect(only('nom;prix\nA;1;2').problems[0]).toMatchObject({ field: 'line' });
  });

  it('empty what may be empty, and leave out what may not', () => {
    expect(only('nom;prix;marque;tags;stock\nA;;;;').fields).toEqual({
      name: 'A',
      brand: null,
      tags: [],
    });
    expect(only('nom;prix;marque\nA').fields).toEqual({ name: 'A' });
  });

  it('say only the cautions that they have', () => {
    expect(only('nom;grossesse;age minimum (mois)\nA;oui;36').cautions).toEqual({
      pregnancy: true,
      minAgeMonths: 36,
    });
  });

  it.each([
    ['', 'invalid_csv'],
    ['a;b\n1;2', 'unknown_columns'],
    ['nom;name\nA;B', 'invalid_csv'],
    ['nom;prix\n"A;1\nB;2', 'invalid_csv'],
    [`nom;prix\n${'A;1\n'.repeat(10_001)}`, 'too_many_lines'],
  ])('are refused as a whole: %.12s', (text, code) =>
    expect(() => readProductsCsv(utf8(text))).toThrow(expect.objectContaining({ code })),
  );
});

describe('an export', () => {
  it('comes back as it was', () => {
    const product = {
      ...aProduct({
        name: '=HYPERLINK("http://x")',
        description: 'Deux\nlignes; "citées"',
        brand: '+Bio',
        category: "'@maison",
        ingredients: '-',
        barcode: '3400930000007',
        tags: ['a, b'],
        attributes: ['bio', 'peau sèche'],
        cautions: {
          ...aProduct().cautions,
          pregnancy: true,
          minAgeMonths: 3,
          allergens: ['latex', 'soja'],
        },
        expirationDate: '2027-01-31',
        promoPriceCfa: 5000,
      }),
      lowStockThreshold: 9,
    };
    const text = csvHeader() + csvOf([product]);
    expect(text.startsWith('\ufeffid;barcode;name')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`;'+Bio;`);
    const { lines, ignored } = readProductsCsv(utf8(text));
    const { id, cautions, ...fields } = product;
    expect([ignored, lines]).toEqual([[], [{ line: 2, id, fields, cautions, problems: [] }]]);
  });
});
