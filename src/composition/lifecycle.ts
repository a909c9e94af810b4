import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { seedCatalogue } from '../adapters/persistence/demo/seed-catalogue.ts';
import { claimDataFolder } from '../adapters/persistence/embedded/data-folder.ts';
import { openDatabase } from '../adapters/persistence/knex/database.ts';
import { JobRunner } from '../adapters/persistence/knex/job-runner.ts';
import { prepareDatabase, type DatabaseChoice } from '../adapters/persistence/prepare-database.ts';
import { banner, progressLine } from '../adapters/system/banner.ts';
import { HmacKeyedHash } from '../adapters/system/hmac-keyed-hash.ts';
import { keepAddress } from '../adapters/system/kept-address.ts';
import { keptSecrets } from './kept-secrets.ts';
import { PinoLog } from '../adapters/system/pino-log.ts';
import { LeaError } from '../domain/shared/errors.ts';
import { ConfigError, type Config } from './config.ts';
import { assemble } from './container.ts';
import { ensureDashboardBuilt } from './dashboard-build.ts';
import { playDemo } from './demo.ts';
import { PortTakenError } from './explained.ts';
import type { Parts } from './parts.ts';
import { recipes } from './recipes.ts';
import { warningsOf } from './warnings.ts';

const VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

export interface RunningLea {
  readonly url: string;
  /** Lets turns in flight end, gives every lease back, and leaves no process behind. */
  stop(): Promise<void>;
}

/** What must be undone at the end, or when a start fails half-way: the last first. */
class Stops {
  readonly #stops: (() => Promise<unknown>)[] = [];

  push(stop: () => Promise<unknown>): void {
    this.#stops.push(stop);
  }

  async run(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
  }
}

/** Brings everything up in order: settings, database, migrations, demo, workers, and at last the port. */
export async function startLea(config: Config, say: (line: string) => void): Promise<RunningLea> {
  const progress = (step: string): void => say(progressLine(step));
  const serves = config.role !== 'worker';
  const port = serves ? await freePort(config.port, config.host) : config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const log = new PinoLog({ level: config.logLevel });
  const stops = new Stops();
  try {
    const { keys, choice } = await secretsOf(config, { log, progress, stops });
    const database = await prepareDatabase(choice, progress);
    stops.push(() => database.stop());
    const { serverUrl, ownerUrl } = database;
    const db = openDatabase(serverUrl, config.databasePool);
    stops.push(() => db.destroy());
    const jobs = new JobRunner({ serverUrl, log, runs: config.role !== 'web' });
    await jobs.start();
    stops.push(() => jobs.stop());

    const parts = assemble(recipes, {
      config,
      version: VERSION,
      db,
      serverUrl,
      jobs,
      log,
      publicUrl,
      ...keys,
    });
    stops.push(() => parts.identity.stop());
    const admin = await firstAdmin(parts);
    if (config.demoData !== 'none') {
      progress('démonstration (deux mois de boutique, une dizaine de secondes)');
      await seedDemo(parts, ownerUrl);
    }
    await startSettings(parts, stops);
    if (config.role !== 'web') await startWork(parts, stops);
    if (serves) {
      progress('tableau de bord');
      await startWeb(parts, stops, port);
    }
    say(
      banner({
        url: publicUrl,
        simulator: config.messaging.kind === 'fake',
        mailPage: parts.mailOutbox !== null,
        warnings: warningsOf(config).map(({ text }) => text),
        admin: { email: config.admin.email, password: admin.generatedPassword },
        role: config.role,
        dataDir: path.resolve(config.dataDir),
      }),
    );
    return { url: publicUrl, stop: () => stops.run() };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

/** The given secrets, or those that an embedded installation keeps beside its data; claims that folder. */
async function secretsOf(
  config: Config,
  { log, progress, stops }: { log: PinoLog; progress: (step: string) => void; stops: Stops },
): Promise<{
  readonly keys: Pick<Parts, 'authSecret' | 'hash' | 'vapidPrivateKey'>;
  readonly choice: DatabaseChoice;
}> {
  const { database, vapidPrivateKey, dataDir } = config;
  if (database.kind === 'url') {
    const keys = {
      authSecret: database.authSecret,
      hash: new HmacKeyedHash(database.erasureKey),
    };
    return { keys: { ...keys, vapidPrivateKey }, choice: { ...database, ...keys } };
  }
  const folder = await claimDataFolder(dataDir, () =>
    progress(`attente : une autre Léa utilise ${path.resolve(dataDir)}`),
  );
  stops.push(async () => folder.release());
  const kept = await keptSecrets(dataDir, {
    given: { auth: config.authSecret, erasure: config.erasureKey },
    hasCluster: folder.hasCluster,
  });
  const keys = { authSecret: kept.auth, hash: new HmacKeyedHash(kept.erasure) };
  return {
    keys: { ...keys, vapidPrivateKey: vapidPrivateKey ?? kept.vapid },
    choice: {
      kind: 'embedded',
      ...keys,
      dataDir,
      password: kept.database,
      onLoss: () => log.error('embedded_postgres_lost'),
    },
  };
}

async function startSettings({ settingsSource, log }: Parts, stops: Stops): Promise<void> {
  await settingsSource.start((error) =>
    log.warn('settings_not_refreshed', { error: (error as Error).name }),
  );
  stops.push(async () => settingsSource.stop());
}

async function firstAdmin({ identity, config }: Parts) {
  try {
    return await identity.ensureFirstAdmin(config.admin);
  } catch (error) {
    throw error instanceof LeaError && error.code === 'weak_password'
      ? new ConfigError(`ADMIN_PASSWORD is too weak: ${error.message}`)
      : error;
  }
}

/** Before the settings are read round and round: the demo's transaction holds that table. */
const seedDemo = (parts: Parts, ownerUrl: string): Promise<boolean> =>
  parts.config.demoData === 'shop'
    ? playDemo(parts, ownerUrl)
    : seedCatalogue(ownerUrl, parts.clock.now());

async function startWork({ housekeeping, runJobs, worker }: Parts, stops: Stops): Promise<void> {
  housekeeping.start();
  stops.push(() => housekeeping.stop());
  await runJobs();
  await worker.start();
  stops.push(() => worker.stop());
}

async function startWeb(parts: Parts, stops: Stops, port: number): Promise<void> {
  const { config, live, streams } = parts;
  live.start();
  stops.push(() => live.stop());
  const { root } = await ensureDashboardBuilt();
  const server = parts.webServer(config.role === 'web' ? null : parts.worker, root);
  await server.listen(port, config.host);
  stops.push(async () => {
    streams.close();
    await server.close();
  });
  stops.push(await keepAddress(config.dataDir, `http://localhost:${port}`));
}

/** Fails early, before a database is brought up for nothing; 0 picks a free port. */
async function freePort(port: number, host: string): Promise<number> {
  const probe = createServer();
  return new Promise<number>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    );
    probe.listen(port, host, () => {
      const address = probe.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(taken));
    });
  });
}
