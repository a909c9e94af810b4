import { DAY_COLUMNS, type KpiReport } from '../../../application/reports/kpi-report.ts';
import { csvRows } from '../core/csv-rows.ts';

/** One line a day; semicolons, decimal commas and a byte order mark, as spreadsheets in French expect. */
export function kpiCsv(report: KpiReport): string {
  const cell = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value;
  const days = report.days.map((day) => DAY_COLUMNS.map((column) => cell(day[column])));
  return `\uFEFF${csvRows([DAY_COLUMNS, ...days])}`;
}
