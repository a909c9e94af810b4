import type { KpiReport, KpiReportDay } from '../../../application/reports/kpi-report.ts';
import { csvRows } from '../core/csv-rows.ts';

const COLUMNS: readonly (keyof KpiReportDay)[] = [
  'day',
  'conversations',
  'conversion_rate',
  'sales_cfa',
  'orders',
  'satisfaction',
  'response_time_ms',
  'automation_rate',
  'escalations',
  'unmet_demand',
  'model_cost_cfa',
];

/** One line a day; semicolons, decimal commas and a byte order mark, as spreadsheets in French expect. */
export function kpiCsv(report: KpiReport): string {
  const cell = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value;
  const days = report.days.map((day) => COLUMNS.map((column) => cell(day[column])));
  return `\uFEFF${csvRows([COLUMNS, ...days])}`;
}
