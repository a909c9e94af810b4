import type { Knex } from 'knex';
import type { ChosenAdapters } from './adapters/choose-adapters.ts';
import { KnexKpiUpkeep } from './adapters/persistence/knex/knex-kpi-upkeep.ts';
import { pruneLiveChanges } from './adapters/persistence/knex/knex-live-events.ts';
import { KnexRetention } from './adapters/persistence/knex/knex-retention.ts';
import { KnexSystemReads } from './adapters/persistence/knex/knex-system-reads.ts';
import { WatchHealth } from './application/operations/watch-health.ts';
import { ApplyRetention } from './application/privacy/apply-retention.ts';
import { TOKENS, type UseCaseContainer } from './container.ts';

const FOLD_MS = 15_000;
const WATCH_MS = 30_000;

export interface Upkeep {
  /** The daily job. */
  applyRetention(): Promise<unknown>;
  /** Ends the rounds and waits for what runs. */
  stop(): Promise<void>;
}

/** What a worker does all day beside conversations and jobs: folds the figures and watches over the whole. */
export function startUpkeep(means: {
  readonly adapters: ChosenAdapters;
  readonly container: UseCaseContainer;
  readonly db: Knex;
}): Upkeep {
  const { adapters, container, db } = means;
  const { settings, clock, log, gateway, installation } = adapters;
  const kpis = new KnexKpiUpkeep(db);
  const watch = new WatchHealth({
    alerts: container.get(TOKENS.operatorAlerts),
    ledger: adapters.operatorLedger,
    reads: new KnexSystemReads(db),
    gateway,
    settings,
    clock,
  });
  const retention = new ApplyRetention({
    ...adapters,
    publicUrl: installation.publicUrl,
    retention: new KnexRetention(db),
  });
  const running = new Map<string, Promise<unknown>>();
  const every = (ms: number, name: string, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      // A round that takes longer than its interval is not overtaken by the next.
      if (running.has(name)) return;
      const round = work()
        .catch((error: unknown) =>
          log.warn('upkeep_failed', {
            work: name,
            error: error instanceof Error ? error.name : 'unknown',
          }),
        )
        .finally(() => running.delete(name));
      running.set(name, round);
    }, ms).unref();
  const timers = [
    every(FOLD_MS, 'fold', async () => {
      await kpis.fold();
      await pruneLiveChanges(db);
    }),
    every(WATCH_MS, 'watch', () => watch.execute()),
  ];
  return {
    applyRetention: () => retention.execute(),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
