import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

// The dashboard is compiled by itself, for a browser.
const dashboard = new URL('../../../dashboard/src/', import.meta.url).href;
const { csvText } = (await import(`${dashboard}csv/csv-text.ts`)) as {
  csvText: (fields: readonly string[], rows: readonly (readonly (string | number)[])[]) => string;
};
const { firstRows } = (await import(`${dashboard}csv/first-rows.ts`)) as {
  firstRows: (text: string, most: number) => readonly string[][];
};

describe('a table that is saved', () => {
  it.each(['=1+1', '+24177', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'runs no formula: %j',
    (cell) => {
      const [, row] = parse(csvText(['a'], [[cell]]), { delimiter: ';', bom: true });
      expect(row).toEqual([`'${cell}`]);
    },
  );

  it('keeps numbers below zero and every character of a text', () => {
    const row = ['a;b', 'a,b', 'say "hi"', 'two\nlines', '  spaces ', '', 'é', -5, 1500];
    const text = csvText(['h'], [row]);
    expect(text.startsWith('\ufeffh\r\n')).toBe(true);
    const [, read] = parse(text, { delimiter: ';', bom: true, relax_column_count: true });
    expect(read).toEqual(row.map(String));
  });
});

describe('the first rows of a file', () => {
  it.each([
    [
      'nom;prix\nCrème, riche;6500\n',
      [
        ['nom', 'prix'],
        ['Crème, riche', '6500'],
      ],
    ],
    [
      'name,price\n"Cream; rich",6500\n',
      [
        ['name', 'price'],
        ['Cream; rich', '6500'],
      ],
    ],
    [
      '\ufeffname\tprice\r\n\r\nSoap\t1500\r\n',
      [
        ['name', 'price'],
        ['Soap', '1500'],
      ],
    ],
    ['one column\nonly', [['one column'], ['only']]],
    ['', []],
  ])('of %j', (text, rows) => {
    expect(firstRows(text, 4)).toEqual(rows);
  });

  it('are no more than asked for, also when the text is cut within a later one', () => {
    expect(firstRows('a;b\n1;2\n3;4\n5;6\n"7', 3)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('are none of a text whose quote never closes', () => {
    expect(firstRows('"a;b\n1;2', 4)).toEqual([]);
  });
});
