import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { ReportKpis } from '../../../application/reports/report-kpis.ts';
import { kpiReport } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { Reply } from '../core/reply.ts';
import { kpiCsv } from './kpi-csv.ts';

interface KpiDeps {
  readonly reportKpis: Pick<ReportKpis, 'execute'>;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
}

/** The figures of the shop, as JSON or as a file for a spreadsheet. */
export const kpiRoute = ({ reportKpis, traceAccess }: KpiDeps): Route =>
  defineRoute(kpiReport, {
    summary: 'Figures of a period beside those of the period before; format=csv gives a line a day',
    tag: 'Reports',
    who: 'report.read',
    errors: { 400: 'invalid_request, invalid_period' },
    async handle({ actor, query }) {
      const report = await reportKpis.execute({ actor, from: query.from, to: query.to });
      if (query.format === 'json') return report;
      await traceAccess.execute({ actor, action: 'report.export', count: report.days.length });
      return new Reply(200, kpiCsv(report) as never, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="lea-${report.from}-${report.to}.csv"`,
      });
    },
  });
