import '@mantine/charts/styles.layer.css';
import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import { Paper, useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatFcfa, useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { useFigures } from './figures.ts';
import { kpiTexts } from './texts.ts';
import type { KpiDay } from './use-kpis.ts';
import classes from './Kpis.module.css';

/** From the palette of Okabe and Ito, made to be told apart by every kind of colour vision. */
const COLORS = {
  light: { first: '#0072b2', second: '#d55e00' },
  dark: { first: '#56b4e9', second: '#e69f00' },
} as const;

/** By day; what is drawn is also written, in the table below the charts. */
export function KpiCharts({ days }: { readonly days: readonly KpiDay[] }) {
  const t = useTexts(kpiTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const figures = useFigures();
  const color = COLORS[useComputedColorScheme('light')];
  const label = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const data = days.map((day) => ({
    label: label.format(new Date(`${day.day}T00:00:00Z`)),
    sales: day.sales_cfa,
    conversations: day.conversations,
    escalations: day.escalations,
    automation: day.automation_rate,
    conversion: day.conversion_rate,
    seconds: day.response_time_ms === null ? null : day.response_time_ms / 1000,
  }));
  const thousands = (value: number) =>
    value.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 1 });
  const shared = {
    h: 220,
    data,
    dataKey: 'label',
    withLegend: true,
    tickLine: 'none',
    xAxisProps: { minTickGap: 28 },
    legendProps: { verticalAlign: 'bottom' },
  } as const;
  // The drawings are for eyes only: screen readers get the table.
  const still = { accessibilityLayer: false } as const;
  return (
    <div className={classes.panels}>
      <Chart title={t.chartSales}>
        <BarChart
          {...shared}
          withLegend={false}
          barChartProps={still}
          valueFormatter={(value) => formatFcfa(value)}
          yAxisProps={{ tickFormatter: thousands, width: 52 }}
          series={[{ name: 'sales', label: t.sales_cfa, color: color.first }]}
        />
      </Chart>
      <Chart title={t.chartConversations}>
        <AreaChart
          {...shared}
          areaChartProps={still}
          curveType="linear"
          withDots={false}
          valueFormatter={(value) => format.number(value)}
          yAxisProps={{ allowDecimals: false, width: 40 }}
          series={[
            { name: 'conversations', label: t.conversations, color: color.first },
            {
              name: 'escalations',
              label: t.escalations,
              color: color.second,
              strokeDasharray: '5 4',
            },
          ]}
        />
      </Chart>
      <Chart title={t.chartQuality}>
        <LineChart
          {...shared}
          lineChartProps={still}
          curveType="linear"
          connectNulls
          withDots={days.length <= 31}
          valueFormatter={(value) => figures.share(value)}
          yAxisProps={{
            domain: [0, 1],
            width: 52,
            tickFormatter: (value: number) => figures.share(value, 0),
          }}
          series={[
            { name: 'automation', label: t.automation_rate, color: color.first },
            {
              name: 'conversion',
              label: t.conversion_rate,
              color: color.second,
              strokeDasharray: '5 4',
            },
          ]}
        />
      </Chart>
      <Chart title={t.chartResponse}>
        <LineChart
          {...shared}
          withLegend={false}
          lineChartProps={still}
          curveType="linear"
          connectNulls
          withDots={days.length <= 31}
          valueFormatter={(value) =>
            `${value.toLocaleString(language, { maximumFractionDigits: 1 })} s`
          }
          yAxisProps={{ width: 52 }}
          series={[{ name: 'seconds', label: t.seconds, color: color.first }]}
        />
      </Chart>
    </div>
  );
}

function Chart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" className={classes.panel}>
      <h2 className={classes.panelTitle}>{title}</h2>
      <div aria-hidden>{children}</div>
    </Paper>
  );
}
