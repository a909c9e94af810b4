import { CsvError, parse } from 'csv-parse/sync';
import type { ImportLine } from '../../../application/catalogue/import-products.ts';
import type { Cautions } from '../../../domain/catalogue/cautions.ts';
import type { FieldProblem } from '../../../domain/catalogue/field-problem.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import { HttpProblem } from '../core/http-problem.ts';
import { storableText } from '../core/request/parse-json.ts';
import { readCell, type CellValue } from './csv-cell.ts';
import { CSV_COLUMNS, headerKey, type CsvColumn } from './csv-columns.ts';
import { decodeCsv, delimiterOf } from './decode-csv.ts';

export const MAX_LINES = 10_000;

export interface ProductsCsv {
  readonly lines: readonly ImportLine[];
  /** Headers that mean nothing to us. */
  readonly ignored: readonly string[];
}

interface Record {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * A file of products, cell by cell.
 * @throws HttpProblem 400 `invalid_csv`, `unknown_columns`, 413 `too_many_lines`
 */
export function readProductsCsv(bytes: Uint8Array): ProductsCsv {
  const text = storableText(decodeCsv(bytes))
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // `="3600…"` keeps a spreadsheet from making a number of a text.
    .replace(/(^|[\n;,\t])=("[^"\n]*")(?=[\n;,\t]|$)/g, '$1$2');
  const [header, ...rows] = parseRecords(text);
  if (header === undefined)
    throw new HttpProblem(400, 'invalid_csv', 'The file is empty.', {
      details: { reason: 'empty' },
    });
  if (rows.length > MAX_LINES)
    throw new HttpProblem(
      413,
      'too_many_lines',
      `At most ${MAX_LINES} lines are imported at once; this file has ${rows.length}.`,
      { details: { most: MAX_LINES, lines: rows.length } },
    );
  const { columns, ignored } = readHeader(header.record);
  return { lines: rows.map(({ record, info }) => readLine(record, info.lines, columns)), ignored };
}

function parseRecords(text: string): readonly Record[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 200_000,
    }) as unknown as readonly Record[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new HttpProblem(
      400,
      'invalid_csv',
      `Line ${line}: the quotes of this line do not match.`,
      {
        details: {
          reason: 'quotes',
          errors: [
            { line, field: '', code: 'quotes', message: 'The quotes of this line do not match.' },
          ],
        },
      },
    );
  }
}

function readHeader(header: readonly string[]): {
  readonly columns: readonly (CsvColumn | null)[];
  readonly ignored: readonly string[];
} {
  const columns = header.map((title) => {
    const key = headerKey(title);
    return CSV_COLUMNS.find(({ headers }) => headers.includes(key)) ?? null;
  });
  const twice = columns.find(
    (column, index) => column !== null && columns.indexOf(column) !== index,
  );
  if (twice)
    throw new HttpProblem(400, 'invalid_csv', `Two columns mean "${twice.name}".`, {
      details: { reason: 'column_twice', column: twice.name },
    });
  if (!columns.some((column) => column !== null && ['id', 'barcode', 'name'].includes(column.name)))
    throw new HttpProblem(
      400,
      'unknown_columns',
      'The first line must name the columns, with "nom" or "code-barres" among them.',
      {
        details: { columns: header.slice(0, 50), known: CSV_COLUMNS.map(({ name }) => name) },
      },
    );
  return {
    columns,
    ignored: header.filter((title, index) => columns[index] === null && title.trim() !== ''),
  };
}

function readLine(
  record: readonly string[],
  line: number,
  columns: readonly (CsvColumn | null)[],
): ImportLine {
  const fields: ImportLine['fields'] = {};
  const cautions: Partial<Cautions> = {};
  const problems: FieldProblem[] = [];
  let id: ProductId | null = null;
  if (record.length > columns.length)
    problems.push({
      field: 'line',
      code: 'cells',
      values: { cells: record.length, columns: columns.length },
      message: `There are ${record.length} cells, but ${columns.length} columns: is a text with a separator missing its quotes?`,
    });
  columns.forEach((column, index) => {
    // A cell that is not there says nothing; an empty one empties what may be empty.
    const text = record[index];
    if (column === null || text === undefined) return;
    const cell = unguarded(text.trim());
    if (cell === '') return empty(column, fields, cautions);
    const read = readCell(column.kind, cell);
    if ('problem' in read) problems.push({ field: column.name, ...read.problem });
    else if (column.name === 'id') id = read.value as ProductId;
    else put(column, read.value, fields, cautions);
  });
  // A text over several lines is counted at its end; people look for where it begins.
  const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: line - breaks, id, fields, cautions, problems };
}

function put(
  { target }: CsvColumn,
  value: CellValue | null,
  fields: object,
  cautions: Partial<Cautions>,
): void {
  if ('caution' in target) Object.assign(cautions, { [target.caution]: value });
  else Object.assign(fields, { [target.field]: value });
}

function empty(column: CsvColumn, fields: object, cautions: Partial<Cautions>): void {
  if (column.needed || column.name === 'id') return;
  const value = column.kind === 'words' ? [] : column.kind === 'flag' ? false : null;
  put(column, value, fields, cautions);
}

/** Takes off the apostrophe that exports put before what a spreadsheet would run as a formula. */
const unguarded = (cell: string): string =>
  /^'\s*'*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
