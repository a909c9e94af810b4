import { formatFcfa, useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** How a figure is written, and which way is good. */
export const FIGURES = [
  { key: 'conversations', kind: 'count', good: 'up' },
  { key: 'sales_cfa', kind: 'money', good: 'up' },
  { key: 'orders', kind: 'count', good: 'up' },
  { key: 'conversion_rate', kind: 'share', good: 'up' },
  { key: 'satisfaction', kind: 'score', good: 'up' },
  { key: 'response_time_ms', kind: 'time', good: 'down' },
  { key: 'automation_rate', kind: 'share', good: 'up' },
  { key: 'escalations', kind: 'count', good: 'down' },
  { key: 'unmet_demand', kind: 'count', good: 'down' },
  { key: 'model_cost_cfa', kind: 'money', good: 'down' },
] as const;
export type Kind = (typeof FIGURES)[number]['kind'];

export function useFigures() {
  const { language } = useLanguage();
  const format = useFormat();
  const decimal = (value: number, digits: number) =>
    value.toLocaleString(language, { maximumFractionDigits: digits });
  const share = (value: number, digits = 1) =>
    value.toLocaleString(language, { style: 'percent', maximumFractionDigits: digits });
  return {
    share,
    show(kind: Kind, value: number): string {
      switch (kind) {
        case 'count':
          return format.number(value);
        case 'money':
          return formatFcfa(value);
        case 'share':
          return share(value);
        case 'score':
          return `${decimal(value, 1)} / 5`;
        case 'time':
          return `${decimal(value / 1000, 1)} s`;
      }
    },
    /** Shares move by points, scores by tenths, the rest in per cent. */
    change(kind: Kind, value: number, previous: number): string {
      const sign = value > previous ? '+' : '−';
      if (kind === 'share') return `${sign}${decimal(Math.abs(value - previous) * 100, 1)} pt`;
      if (kind === 'score') return `${sign}${decimal(Math.abs(value - previous), 1)}`;
      return `${sign}${share(Math.abs(value - previous) / previous, 0)}`;
    },
  };
}
