import type { Problem } from '../../../domain/catalogue/field-problem.ts';
import type { CsvKind } from './csv-columns.ts';

export type CellValue = string | number | boolean | readonly string[];

/** What a cell says, or why it cannot be read. */
export type ReadCell = { readonly value: CellValue } | { readonly problem: Problem };

const bad = (code: Problem['code'], message: string): { readonly problem: Problem } => ({
  problem: { code, message },
});

const TRUE = new Set([
  'oui',
  'o',
  'yes',
  'y',
  'true',
  'vrai',
  '1',
  'x',
  'actif',
  'active',
  'en vente',
]);
const FALSE = new Set([
  'non',
  'n',
  'no',
  'false',
  'faux',
  '0',
  'inactif',
  'inactive',
  'hors vente',
]);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a cell that is not empty. */
export function readCell(kind: CsvKind, text: string): ReadCell {
  switch (kind) {
    case 'text':
      return { value: text };
    case 'id':
      return UUID.test(text) ? { value: text.toLowerCase() } : bad('uuid', 'A UUID is expected.');
    case 'price':
      return readPrice(text) === 0
        ? bad('price_zero', 'A price of at least 1 CFA franc is expected.')
        : whole(
            readPrice(text),
            bad('price_form', 'A whole number of CFA francs is expected, such as 3500.'),
          );
    case 'count':
      return whole(readCount(text), bad('whole_form', 'A whole number is expected, such as 12.'));
    case 'day':
      return readDay(text);
    case 'flag':
      return readFlag(text);
    case 'words':
      return { value: readWords(text) };
  }
}

const whole = (value: number | null, otherwise: ReadCell): ReadCell =>
  value === null ? otherwise : { value };

/** `3 500`, `3.500 FCFA`, `3,500.00`: francs have no cents, so a point before three digits parts thousands. */
function readPrice(text: string): number | null {
  const plain = text.replace(/(?:f\s?cfa|cfa|xaf|xof|f)\.?$/i, '').trim();
  const [, digits = ''] = /^\+?(\d+|\d{1,3}(?:[\s.,'’]\d{3})+)(?:[.,]0{1,2})?$/u.exec(plain) ?? [];
  return digits === '' ? null : Number(digits.replace(/\D/g, ''));
}

function readCount(text: string): number | null {
  const [, digits = ''] = /^\+?(\d+|\d{1,3}(?:\s\d{3})+)(?:[.,]0{1,2})?$/u.exec(text.trim()) ?? [];
  return digits === '' ? null : Number(digits.replace(/\D/g, ''));
}

function readFlag(text: string): ReadCell {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return { value: true };
  if (FALSE.has(word)) return { value: false };
  return bad('yes_no', 'Yes or no is expected (oui, non).');
}

/** ISO, French order, or a month as printed on packages, which lasts until its last day. */
function readDay(text: string): ReadCell {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : french !== null
        ? [french[3], french[2], french[1]]
        : month !== null
          ? [month[2], month[1], null]
          : null;
  const problem = bad('day_form', 'A date is expected, such as 2027-01-31 or 31/01/2027.');
  if (parts === null) return problem;
  const [year, monthOfYear] = [Number(parts[0]), Number(parts[1])];
  const day =
    parts[2] === null ? new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate() : Number(parts[2]);
  const date = new Date(Date.UTC(year, monthOfYear - 1, day));
  const real =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === monthOfYear - 1 &&
    date.getUTCDate() === day;
  return real && year >= 1900 ? { value: date.toISOString().slice(0, 10) } : problem;
}

/** Parted by `|`; where there is none, by commas or semicolons. */
function readWords(text: string): readonly string[] {
  const words = text
    .split(text.includes('|') ? '|' : /[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)];
}
