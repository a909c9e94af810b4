import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseAdapters } from './adapters/choose-adapters.ts';
import { claimDataFolder } from './adapters/persistence/embedded/data-folder.ts';
import { openDatabase } from './adapters/persistence/knex/database.ts';
import { JobRunner } from './adapters/persistence/knex/job-runner.ts';
import { prepareDatabase, type DatabaseChoice } from './adapters/persistence/prepare-database.ts';
import { seedDemo } from './adapters/persistence/demo/seed-demo.ts';
import { EventStreams } from './adapters/http/events/events-route.ts';
import { KnexLiveEvents } from './adapters/persistence/knex/knex-live-events.ts';
import { buildIdentity } from './adapters/identity/build-identity.ts';
import { banner, progressLine } from './adapters/system/banner.ts';
import { PinoLog } from './adapters/system/pino-log.ts';
import { keepAddress } from './adapters/system/kept-address.ts';
import { HmacKeyedHash } from './adapters/system/hmac-keyed-hash.ts';
import { keptSecrets, type Secrets } from './adapters/system/kept-secrets.ts';
import { ConfigError, type Config } from './config.ts';
import { createContainer, TOKENS } from './container.ts';
import { PortTakenError } from './explained.ts';
import { buildHttp } from './http.ts';
import { backOfficeRoutes } from './staff-routes.ts';
import { LeaError } from './domain/shared/errors.ts';
import { startWork, type RunningWork } from './work.ts';
import { defaultSettings } from './domain/shop/shop-settings.ts';

const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

export interface RunningLea {
  readonly url: string;
  /** Lets turns in flight end, gives every lease back, and leaves no process behind. */
  stop(): Promise<void>;
}

/** Brings everything up in order: settings, database, migrations, demo, workers, and at last the port. */
export async function startLea(config: Config, say: (line: string) => void): Promise<RunningLea> {
  const progress = (step: string): void => say(progressLine(step));
  const serves = config.role !== 'worker';
  const port = serves ? await freePort(config.port, config.host) : config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;

  const log = new PinoLog({ level: config.logLevel });
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    let secrets: Secrets | null = null;
    if (config.database.kind === 'embedded') {
      const folder = await claimDataFolder(config.dataDir, () =>
        progress(`attente : une autre Léa utilise ${path.resolve(config.dataDir)}`),
      );
      stops.push(async () => folder.release());
      secrets = await keptSecrets(config.dataDir, {
        given: { auth: config.authSecret, erasure: config.erasureKey },
        hasCluster: folder.hasCluster,
      });
    }
    const authSecret = config.authSecret ?? secrets?.auth;
    const erasureKey = config.erasureKey ?? secrets?.erasure;
    if (authSecret === undefined || erasureKey === undefined)
      throw new ConfigError('AUTH_SECRET and ERASURE_KEY are required with DATABASE_URL.');
    const vapidPrivateKey = config.vapidPrivateKey ?? secrets?.vapid ?? null;
    const keys = { authSecret, hash: new HmacKeyedHash(erasureKey) };
    const choice: DatabaseChoice =
      config.database.kind === 'embedded'
        ? {
            kind: 'embedded',
            ...keys,
            dataDir: config.dataDir,
            password: secrets!.database,
            onLoss: () => log.error('embedded_postgres_lost'),
          }
        : { ...config.database, ...keys };

    const database = await prepareDatabase(choice, progress);
    stops.push(() => database.stop());
    if (config.demoData) {
      progress('démonstration');
      await seedDemo(database.ownerUrl, {
        publicUrl,
        consentVersion: defaultSettings(config.country).consentVersion,
      });
    }
    const db = openDatabase(database.serverUrl, config.databasePool);
    stops.push(() => db.destroy());

    const jobs = new JobRunner({ serverUrl: database.serverUrl, log, runs: config.role !== 'web' });
    await jobs.start();
    stops.push(() => jobs.stop());
    const adapters = chooseAdapters(config, {
      db,
      jobs,
      log,
      serverUrl: database.serverUrl,
      publicUrl,
      erasureKey,
      vapidPrivateKey,
    });
    const container = createContainer(adapters);
    await adapters.settings.start((error) =>
      adapters.log.warn('settings_not_refreshed', { error: (error as Error).name }),
    );
    stops.push(async () => adapters.settings.stop());
    const identity = buildIdentity(config, {
      serverUrl: database.serverUrl,
      publicUrl,
      authSecret,
      mailer: adapters.mailer,
      log,
      shopName: () => adapters.settings.current().shopName,
    });
    stops.push(() => identity.stop());
    const admin = await identity.ensureFirstAdmin(config.admin).catch((error: unknown) => {
      throw error instanceof LeaError && error.code === 'weak_password'
        ? new ConfigError(`ADMIN_PASSWORD is too weak: ${error.message}`)
        : error;
    });

    let work: RunningWork | null = null;
    if (config.role !== 'web') {
      const running = await startWork({ adapters, container, db, jobs });
      work = running;
      stops.push(() => running.stop());
    }
    if (serves) {
      progress('tableau de bord');
      const live = new KnexLiveEvents({ db, listenUrl: database.serverUrl, log });
      live.start();
      stops.push(() => live.stop());
      const streams = new EventStreams({ live, identity });
      const http = await buildHttp(config, {
        adapters,
        container,
        db,
        identity,
        publicUrl,
        work,
        cartCallbackSecret: config.cart.callbackSecret,
        ...('nodeHandler' in identity ? { auth: identity } : {}),
        routes: backOfficeRoutes(adapters, db, identity.accounts, {
          streams,
          exportUserData: container.get(TOKENS.exportUserData),
          facts: {
            version: VERSION,
            node: process.version,
            channel: config.messaging.kind,
            model: config.languageModel.kind,
            notifiers: adapters.notifiers.map((notifier) => notifier.name),
          },
        }),
      });
      await http.listen(port, config.host);
      stops.push(async () => {
        streams.close();
        await http.close();
      });
      stops.push(await keepAddress(config.dataDir, `http://localhost:${port}`));
    }
    say(
      banner({
        url: publicUrl,
        simulator: config.messaging.kind === 'fake',
        mailPage: config.mail.kind === 'outbox' && config.environment !== 'production',
        admin: { email: config.admin.email, password: admin.generatedPassword },
        role: config.role,
        dataDir: path.resolve(config.dataDir),
      }),
    );
    return { url: publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
