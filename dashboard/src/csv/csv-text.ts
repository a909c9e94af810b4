import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * A table as a spreadsheet reads it, also a French one: marked as UTF-8, parted by semicolons, and a cell that would
 * run as a formula defused.
 */
export const csvText = (
  fields: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string =>
  stringify([fields, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /^\s|,|\t/,
  });
