import type { Knex } from 'knex';
import type { ChosenAdapters } from './adapters/choose-adapters.ts';
import type { Route } from './adapters/http/define-route.ts';
import { EventStreams } from './adapters/http/events/events-route.ts';
import { operationsRoutes } from './adapters/http/operations/operations-routes.ts';
import { myDataRoutes } from './adapters/http/privacy/my-data-routes.ts';
import { kpiRoute } from './adapters/http/reports/kpi-route.ts';
import { settingsRoutes } from './adapters/http/settings/settings-routes.ts';
import { KnexKpiReads } from './adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexKpiUpkeep } from './adapters/persistence/knex/knex-kpi-upkeep.ts';
import { KnexLiveEvents } from './adapters/persistence/knex/knex-live-events.ts';
import { KnexLogReads } from './adapters/persistence/knex/knex-log-reads.ts';
import { KnexRetention } from './adapters/persistence/knex/knex-retention.ts';
import { KnexSettingsStore } from './adapters/persistence/knex/knex-settings-store.ts';
import { KnexSystemReads } from './adapters/persistence/knex/knex-system-reads.ts';
import { ReportSystem, type SystemFacts } from './application/operations/report-system.ts';
import { WatchHealth } from './application/operations/watch-health.ts';
import { ApplyRetention } from './application/privacy-jobs/apply-retention.ts';
import { ReportKpis } from './application/reports/report-kpis.ts';
import { ChangeSettings } from './application/settings/change-settings.ts';
import { TOKENS, type UseCaseContainer } from './container.ts';
import type { Identity } from './ports/identity.ts';

export interface OperationsMeans {
  readonly adapters: ChosenAdapters;
  readonly container: UseCaseContainer;
  readonly db: Knex;
  /** The server role's URL: listening needs a connection of its own. */
  readonly serverUrl: string;
  readonly identity: Identity;
  readonly facts: SystemFacts;
}

export interface Operations {
  /** Figures, settings, live events, logs, the page of one's own data. */
  readonly routes: readonly Route[];
  /** Ends the live streams; to be called when the server begins to close. */
  endStreams(): void;
  /** The daily job. */
  applyRetention(): Promise<unknown>;
  /** Listens for live events. */
  startLive(): void;
  /** Folds figures and watches over the whole, on a worker. */
  startUpkeep(): void;
  stop(): Promise<void>;
}

const FOLD_MS = 15_000;
const WATCH_MS = 30_000;

/** Everything that runs the shop rather than answers its customers. */
export function buildOperations({ adapters, container, db, serverUrl, identity, facts }: OperationsMeans): Operations {
  const { settings, clock, log } = adapters;
  const live = new KnexLiveEvents({ db, listenUrl: serverUrl, log });
  const streams = new EventStreams({ live, identity });
  const reads = new KnexSystemReads(db);
  const upkeep = new KnexKpiUpkeep(db);
  const ledger = adapters.operatorLedger;
  const store = new KnexSettingsStore(db, settings.defaults);
  const watch = new WatchHealth({ alerts: container.get(TOKENS.operatorAlerts), ledger, reads, gateway: adapters.gateway, settings, clock });
  const retention = new ApplyRetention({ ...adapters, publicUrl: adapters.installation.publicUrl, retention: new KnexRetention(db) });
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();
  const every = (ms: number, name: string, work: () => Promise<unknown>): void => {
    const run = (): void => {
      const one: Promise<unknown> = work()
        .catch((error: unknown) => log.warn('upkeep_failed', { work: name, error: error instanceof Error ? error.name : 'unknown' }))
        .finally(() => running.delete(one));
      running.add(one);
    };
    timers.push(setInterval(run, ms).unref());
  };
  return {
    routes: [
      kpiRoute(new ReportKpis({ reads: new KnexKpiReads(db), clock, settings })),
      ...settingsRoutes({ store, changeSettings: new ChangeSettings({ store, applied: () => settings.refresh() }) }),
      streams.route(),
      ...operationsRoutes({ logs: new KnexLogReads(db), reportSystem: new ReportSystem({ facts, reads, ledger, gateway: adapters.gateway, settings, clock }) }),
      ...myDataRoutes({ exportUserData: container.get(TOKENS.exportUserData), settings }),
    ],
    endStreams: () => streams.close(),
    applyRetention: () => retention.execute(),
    startLive: () => live.start(),
    startUpkeep: () => {
      every(FOLD_MS, 'fold', async () => {
        await upkeep.fold();
        await live.prune();
      });
      every(WATCH_MS, 'watch', () => watch.execute());
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      streams.close();
      await live.stop();
      await Promise.all(running);
    },
  };
}
