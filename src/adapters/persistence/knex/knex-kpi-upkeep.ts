import type { Knex } from 'knex';
import type { KpiUpkeep } from '../../../ports/kpi-reads.ts';
import { inTransactionAs } from './database.ts';
import { BY_PRODUCT } from './knex-kpi-reads.ts';

const FOLD_LOCK = 7_305_244;
const BATCH = 50_000;

/** Moves what the triggers noted into the sums by day, in one statement, so that no report sees it half done. */
export class KnexKpiUpkeep implements KpiUpkeep {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async fold(): Promise<number> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, async (trx) => {
      const { rows: lock } = await trx.raw<{ rows: { mine: boolean }[] }>(
        'select pg_try_advisory_xact_lock(?) as mine',
        [FOLD_LOCK],
      );
      if (lock[0]?.mine !== true) return 0;
      const { rows } = await trx.raw<{ rows: { count: number }[] }>(
        `with gone as (delete from kpi_changes where id in (select id from kpi_changes order by id limit ?) returning day, metric, label, value),
         folded as (
           insert into kpi_daily as k (day, metric, label, value) select day, metric, label, sum(value) from gone group by day, metric, label
           on conflict (day, metric, label) do update set value = k.value + excluded.value),
         by_month as (
           insert into kpi_monthly as k (month, metric, label, value)
             select date_trunc('month', day)::date as month, metric, label, sum(value) from gone where metric = any(?) group by 1, 2, 3
           on conflict (month, metric, label) do update set value = k.value + excluded.value)
         select count(*) from gone`,
        [BATCH, [...BY_PRODUCT]],
      );
      return rows[0]?.count ?? 0;
    });
  }
}
