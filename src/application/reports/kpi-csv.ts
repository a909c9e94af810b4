import type { KpiReport, KpiReportDay } from './kpi-report.ts';

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
  const lines = report.days.map((day) => COLUMNS.map((column) => cell(day[column])).join(';'));
  return `\uFEFF${[COLUMNS.join(';'), ...lines].join('\r\n')}\r\n`;
}
