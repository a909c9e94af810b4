import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { kpiReport } from '@http/reports/contract.ts';
import { call, type Answer } from '../../api/client.ts';

export type KpiReport = Answer<typeof kpiReport>;
export type KpiDay = KpiReport['days'][number];

export const useKpis = (from: string, to: string) =>
  useQuery({
    queryKey: ['kpis', from, to],
    queryFn: ({ signal }) =>
      call<typeof kpiReport>({
        method: 'GET',
        path: '/functions/kpi-report',
        query: { from, to },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
