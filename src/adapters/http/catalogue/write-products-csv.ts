import type { CatalogueProduct } from '../../../ports/repositories/catalogue.ts';
import { CSV_COLUMNS } from './csv-columns.ts';

const DELIMITER = ';';

/** With the mark and the separator that a French spreadsheet expects. */
export const csvHeader = (): string => `\ufeff${csvLine(CSV_COLUMNS.map(({ name }) => name))}`;

export const csvOf = (products: readonly CatalogueProduct[]): string =>
  products.map((product) => csvLine(CSV_COLUMNS.map(({ get }) => cellOf(get(product))))).join('');

const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(DELIMITER)}\r\n`;

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

const quoted = (cell: string): string =>
  /[";,\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
