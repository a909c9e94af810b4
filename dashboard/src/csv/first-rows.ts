import { parse } from 'csv-parse/browser/esm/sync';

/** The first rows of a table, parted by whichever separator finds most cells; none of a text that is no table. */
export function firstRows(text: string, most: number): readonly string[][] {
  const readings = [';', ',', '\t'].map((delimiter) => {
    try {
      return parse(text, {
        delimiter,
        bom: true,
        to: most,
        skip_empty_lines: true,
        relax_column_count: true,
        relax_quotes: true,
      });
    } catch {
      // An open quote; what the server says of the file is shown in its place.
      return [];
    }
  });
  const width = (rows: readonly string[][]): number => rows[0]?.length ?? 0;
  return readings.reduce((best, rows) => (width(rows) > width(best) ? rows : best));
}
