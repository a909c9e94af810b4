import './print.css';
import {
  Anchor,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { formatFcfa, useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/Page.tsx';
import { alertTexts, categoryName } from '../Alerts/texts.ts';
import { addDays, useDays } from '../../i18n/days.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { Bars } from './Bars.tsx';
import { FigureCard } from './FigureCard.tsx';
import { FIGURES, useFigures } from './figures.ts';
import { kpiTexts } from './texts.ts';
import { useKpis, type KpiReport } from './use-kpis.ts';
import classes from './Kpis.module.css';

const KpiCharts = lazy(() =>
  import('./KpiCharts.tsx').then((module) => ({ default: module.KpiCharts })),
);
const PRESETS = ['7', '30', '90'] as const;
const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

export function KpisPage() {
  const t = useTexts(kpiTexts);
  const days = useDays();
  const [url, setUrl] = useUrlState('days', 'from', 'to');
  const custom = isDay(url.from) && isDay(url.to) && url.from <= url.to;
  const preset = PRESETS.find((count) => count === url.days) ?? '30';
  const to = custom && url.to ? url.to : days.today;
  const from = custom && url.from ? url.from : addDays(days.today, 1 - Number(preset));
  const report = useKpis(from, to);

  return (
    <Page
      title={t.title}
      actions={
        <Group gap="xs" className={classes.screen}>
          <Button
            component="a"
            variant="default"
            href={`/functions/kpi-report?from=${from}&to=${to}&format=csv`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t.csv}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t.print}
          </Button>
        </Group>
      }
    >
      <Group gap="sm" align="flex-end" className={classes.screen}>
        <SegmentedControl
          aria-label={t.period}
          value={custom ? 'custom' : preset}
          onChange={(value) =>
            setUrl(
              value === 'custom'
                ? { days: undefined, from, to }
                : { days: value, from: undefined, to: undefined },
            )
          }
          data={[
            ...PRESETS.map((count) => ({ value: count, label: t.days(count) })),
            { value: 'custom', label: t.custom },
          ]}
        />
        {custom && (
          <>
            <TextInput
              type="date"
              label={t.from}
              value={from}
              max={to}
              onChange={(event) =>
                isDay(event.currentTarget.value) && setUrl({ from: event.currentTarget.value })
              }
            />
            <TextInput
              type="date"
              label={t.to}
              value={to}
              min={from}
              max={days.today}
              onChange={(event) =>
                isDay(event.currentTarget.value) && setUrl({ to: event.currentTarget.value })
              }
            />
          </>
        )}
      </Group>
      <Loaded query={report} bars={6}>
        {(data) => <Report report={data} />}
      </Loaded>
    </Page>
  );
}

function Report({ report }: { readonly report: KpiReport }) {
  const t = useTexts(kpiTexts);
  const alerts = useTexts(alertTexts);
  const days = useDays();
  const format = useFormat();
  const figures = useFigures();
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t.between(days.show(report.from), days.show(report.to))},{' '}
        {t.against(days.show(report.previous_from), days.show(report.previous_to))}
      </Text>
      <dl className={classes.cards} aria-label={t.figures}>
        {FIGURES.map((figure) => (
          <FigureCard
            key={figure.key}
            figure={figure}
            value={report[figure.key].value}
            previous={report[figure.key].previous}
          />
        ))}
      </dl>
      <Suspense fallback={<Skeleton h={280} />}>
        <KpiCharts days={report.days} />
      </Suspense>
      <DaysTable report={report} />
      <div className={classes.panels}>
        <Panel title={t.funnel}>
          <Bars
            label={t.funnel}
            empty={t.none}
            bars={report.funnel.map((step, index) => {
              const before = report.funnel[index - 1]?.value ?? 0;
              return {
                key: step.step,
                label: stepName(t, step.step),
                value: step.value,
                shown: format.number(step.value),
                ...(before > 0 && { note: t.ofPrevious(figures.share(step.value / before, 0)) }),
              };
            })}
          />
        </Panel>
        <Panel title={t.reasons}>
          <Bars
            label={t.reasons}
            empty={t.noReasons}
            bars={report.escalations.by_reason
              .filter(({ value }) => value > 0)
              .slice(0, 10)
              .map(({ reason, value }) => ({
                key: reason,
                label: categoryName(alerts, reason),
                value,
                shown: format.number(value),
              }))}
          />
        </Panel>
        <Panel title={t.unmet}>
          <Bars
            label={t.unmet}
            empty={t.noUnmet}
            bars={report.unmet_demand.top.slice(0, 8).map(({ need, value }) => ({
              key: need,
              label: need,
              value,
              shown: format.number(value),
            }))}
          />
          <Anchor
            size="sm"
            mt="sm"
            display="inline-block"
            className={classes.screen}
            renderRoot={(props) => <Link to="/demand" {...props} />}
          >
            {t.seeDemand}
          </Anchor>
        </Panel>
        <Panel title={t.bySource}>
          <Bars
            label={t.bySource}
            empty={t.noSales}
            bars={report.sales_cfa.by_source
              .filter(({ value }) => value > 0)
              .map(({ source, value }) => ({
                key: source,
                label: sourceName(t, source),
                value,
                shown: formatFcfa(value),
              }))}
          />
        </Panel>
        <Panel title={t.products}>
          {report.top_products.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.noProducts}
            </Text>
          ) : (
            <Table aria-label={t.products} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.product}</Table.Th>
                  <Table.Th ta="right">{t.recommended}</Table.Th>
                  <Table.Th ta="right">{t.sold}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {report.top_products.slice(0, 10).map((product) => (
                  <Table.Tr key={product.product_id}>
                    <Table.Td>{product.name ?? t.removedProduct}</Table.Td>
                    <Table.Td ta="right">{format.number(product.recommended)}</Table.Td>
                    <Table.Td ta="right">{format.number(product.sold)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
    </Stack>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" className={classes.panel}>
      <h2 className={classes.panelTitle}>{title}</h2>
      {children}
    </Paper>
  );
}

/** What the charts draw, in numbers. */
function DaysTable({ report }: { readonly report: KpiReport }) {
  const t = useTexts(kpiTexts);
  const days = useDays();
  const figures = useFigures();
  return (
    <details className={classes.numbers}>
      <summary>{t.table}</summary>
      <Table.ScrollContainer
        minWidth={900}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t.table } }}
      >
        <Table fz="xs" aria-label={t.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.day}</Table.Th>
              {FIGURES.map(({ key }) => (
                <Table.Th key={key} ta="right">
                  {t[key]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.days.map((day) => (
              <Table.Tr key={day.day}>
                <Table.Th scope="row">{days.show(day.day)}</Table.Th>
                {FIGURES.map(({ key, kind }) => {
                  const value = day[key];
                  return (
                    <Table.Td key={key} ta="right">
                      {value === null ? '–' : figures.show(kind, value)}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}

const named = (t: Readonly<Record<string, unknown>>, key: string, otherwise: string): string => {
  const text = t[key];
  return typeof text === 'string' ? text : otherwise;
};
const stepName = (t: Readonly<Record<string, unknown>>, step: string) =>
  named(t, `step_${step}`, step);
const sourceName = (t: Readonly<Record<string, unknown>>, source: string) =>
  named(t, source, source);
