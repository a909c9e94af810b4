import type { Product } from '../../../domain/catalogue/product.ts';
import { csvRows } from '../core/csv-rows.ts';
import { CSV_COLUMNS } from './csv-columns.ts';

/** With the mark that a French spreadsheet expects. */
export const csvHeader = (): string => `\ufeff${csvRows([CSV_COLUMNS.map(({ name }) => name)])}`;

export const csvOf = (products: readonly Product[]): string =>
  csvRows(products.map((product) => CSV_COLUMNS.map(({ get }) => cellOf(get(product)))));

function cellOf(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return guarded(value);
  const list = value.join('|');
  // A single word with a comma would be read as two.
  return guarded(value.length === 1 && /[,;]/.test(list) ? `${list}|` : list);
}

/** A spreadsheet runs what begins like a formula; an apostrophe makes it a text, and an import takes it off. */
const guarded = (text: string): string => (/^\s*'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
