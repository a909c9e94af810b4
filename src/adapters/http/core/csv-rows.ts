import { stringify } from 'csv-stringify/sync';

/** Lines as French spreadsheets read them. Cells that others wrote are defused by who makes them. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { delimiter: ';', record_delimiter: 'windows' });
