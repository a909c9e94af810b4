import { KnexConversationQueue } from '../adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexIdempotencyStore } from '../adapters/persistence/knex/knex-idempotency-store.ts';
import { KnexKpiReads } from '../adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexKpiUpkeep } from '../adapters/persistence/knex/knex-kpi-upkeep.ts';
import { KnexLiveEvents } from '../adapters/persistence/knex/knex-live-events.ts';
import { KnexLogReads } from '../adapters/persistence/knex/knex-log-reads.ts';
import { KnexOperatorLedger } from '../adapters/persistence/knex/knex-operator-ledger.ts';
import { KnexPushSubscriptions } from '../adapters/persistence/knex/knex-push-subscriptions.ts';
import { KnexRetention } from '../adapters/persistence/knex/knex-retention.ts';
import { KnexSettingsStore } from '../adapters/persistence/knex/knex-settings-store.ts';
import { KnexSystemReads } from '../adapters/persistence/knex/knex-system-reads.ts';
import { KnexTableStore } from '../adapters/persistence/knex/knex-table-store.ts';
import { KnexUnitOfWork } from '../adapters/persistence/knex/knex-unit-of-work.ts';
import { TakesWrites } from '../adapters/persistence/knex/takes-writes.ts';
import { KnexSettingsSource } from '../adapters/persistence/knex/settings-source.ts';
import { KnexStaffReads } from '../adapters/persistence/knex/staff-reads/knex-staff-reads.ts';
import { defaultSettings } from '../domain/shop/shop-settings.ts';
import { part, type Recipe } from './part.ts';

/** Everything that is kept in PostgreSQL. */
export const database: readonly Recipe[] = [
  part('uow', ['db', 'jobs'], ({ db, jobs }) => new KnexUnitOfWork(db, jobs)),
  part(
    'conversationQueue',
    ['db', 'serverUrl', 'log'],
    ({ db, serverUrl, log }) => new KnexConversationQueue({ db, listenUrl: serverUrl, log }),
  ),
  part('queue', ['conversationQueue'], ({ conversationQueue }) => conversationQueue),
  part('settingsSource', ['db', 'config'], ({ db, config }) => {
    const shop = defaultSettings(config.country, config.timeZone);
    return new KnexSettingsSource(db, {
      ...shop,
      emergencyNumbers: config.emergencyNumbers ?? shop.emergencyNumbers,
    });
  }),
  part('settings', ['settingsSource'], ({ settingsSource }) => settingsSource),
  part(
    'settingsStore',
    ['db', 'settingsSource'],
    ({ db, settingsSource }) => new KnexSettingsStore(db, settingsSource.defaults),
  ),
  part('operatorLedger', ['db'], ({ db }) => new KnexOperatorLedger(db)),
  part('tables', ['db'], ({ db }) => new KnexTableStore(db)),
  part('takesWrites', ['db'], ({ db }) => new TakesWrites(db)),
  part('idempotency', ['db'], ({ db }) => new KnexIdempotencyStore(db)),
  part('reads', ['db', 'phones'], ({ db, phones }) => new KnexStaffReads(db, phones)),
  part('logs', ['db'], ({ db }) => new KnexLogReads(db)),
  part('systemReads', ['db'], ({ db }) => new KnexSystemReads(db)),
  part('kpiReads', ['db'], ({ db }) => new KnexKpiReads(db)),
  part('kpiFold', ['db'], ({ db }) => new KnexKpiUpkeep(db)),
  part('retention', ['db'], ({ db }) => new KnexRetention(db)),
  part('pushSubscriptions', ['db'], ({ db }) => new KnexPushSubscriptions(db)),
  part(
    'live',
    ['db', 'serverUrl', 'log'],
    ({ db, serverUrl, log }) => new KnexLiveEvents({ db, listenUrl: serverUrl, log }),
  ),
];
