import { createHarness } from '../../support/harness.ts';
import { describe, expect, it } from 'vitest';
import { kpiCsv } from '../../../src/adapters/http/reports/kpi-csv.ts';
import { ReportKpis } from '../../../src/application/reports/report-kpis.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import type { KpiFigures, KpiPeriods } from '../../../src/ports/kpi-reads.ts';

const EMPTY: KpiFigures = { totals: [], days: [], products: [], needs: [] };
/** Half past midnight in Libreville: still the day before in UTC. */
const NOW = new Date('2026-11-23T23:30:00Z');

function reporter(figures: KpiFigures = EMPTY) {
  const asked: KpiPeriods[] = [];
  const report = new ReportKpis({
    uow: createHarness().adapters.uow,
    kpiReads: {
      figures: async (_actor, periods) => {
        asked.push(periods);
        return figures;
      },
    },
    clock: { now: () => NOW },
    cart: { currency: 'XOF' },
    settings: { current: () => defaultSettings('GA') },
  });
  return {
    asked,
    run: (from?: string, to?: string) => report.execute({ actor: SERVICE, from, to }),
  };
}

describe('the period of a report', () => {
  it.each([
    [undefined, undefined, '2026-10-26', '2026-11-24', '2026-09-26', '2026-10-25'],
    ['2026-11-01', '2026-11-10', '2026-11-01', '2026-11-10', '2026-10-22', '2026-10-31'],
    [undefined, '2026-03-01', '2026-01-31', '2026-03-01', '2026-01-01', '2026-01-30'],
    ['2026-11-20', undefined, '2026-11-20', '2026-11-24', '2026-11-15', '2026-11-19'],
    ['2026-01-01', undefined, '2026-01-01', '2026-01-30', '2025-12-02', '2025-12-31'],
    ['2028-02-29', '2028-02-29', '2028-02-29', '2028-02-29', '2028-02-28', '2028-02-28'],
  ])(
    '%s to %s is %s to %s, beside %s to %s',
    async (from, to, first, last, previousFrom, previousTo) => {
      const { asked, run } = reporter();
      const told = await run(from, to);
      expect(asked).toEqual([{ from: first, to: last, previousFrom, previousTo }]);
      expect(told.days[0]?.day).toBe(first);
      expect(told.days.at(-1)?.day).toBe(last);
    },
  );

  it('may be given as instants, which are days of the shop', async () => {
    const { asked, run } = reporter();
    await run('2026-10-31T23:30:00Z', '2026-11-02T12:00:00+01:00');
    expect(asked).toMatchObject([{ from: '2026-11-01', to: '2026-11-02' }]);
  });

  it('is at most ten years and some', async () => {
    await expect(reporter().run('2010-01-01', '2026-01-01')).rejects.toMatchObject({
      code: 'invalid_period',
    });
  });
});

describe('the figures', () => {
  it('are null where there was nothing to measure', async () => {
    const told = await reporter().run('2026-11-01', '2026-11-02');
    expect([
      told.conversations.value,
      told.conversion_rate.value,
      told.satisfaction.value,
      told.response_time_ms.value,
      told.automation_rate.value,
    ]).toEqual([0, null, null, null, null]);
  });

  it('are a file with a line a day, in the manner of French spreadsheets', async () => {
    const { run } = reporter({
      ...EMPTY,
      days: [
        { day: '2026-11-02', metric: 'recommended', value: 8 },
        { day: '2026-11-02', metric: 'converted', value: 1 },
      ],
    });
    expect(kpiCsv(await run('2026-11-01', '2026-11-02'))).toBe(
      '\uFEFFday;conversations;conversion_rate;sales_cfa;orders;satisfaction;response_time_ms;automation_rate;escalations;unmet_demand;model_cost_cfa\r\n' +
        '2026-11-01;0;;0;0;;;;0;0;0\r\n2026-11-02;0;0,125;0;0;;;;0;0;0\r\n',
    );
  });
});
