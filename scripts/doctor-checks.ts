/** What `npm run doctor` looks at: one check for each thing that the settings name. */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { mediaStore } from '../src/composition/adapters.ts';
import { OpenAiLanguageModel } from '../src/adapters/llm/openai/openai-language-model.ts';
import { WhapiMessaging } from '../src/adapters/messaging/whapi/whapi-messaging.ts';
import { WhapiWebhook } from '../src/adapters/messaging/whapi/whapi-webhook.ts';
import { SlackNotifier } from '../src/adapters/notifier/slack/slack-notifier.ts';
import { SmtpTransport } from '../src/adapters/notifier/smtp/smtp-transport.ts';
import { postgresDir } from '../src/adapters/persistence/embedded/data-folder.ts';
import { runningCluster } from '../src/adapters/persistence/embedded/running-cluster.ts';
import { readSecrets } from '../src/composition/kept-secrets.ts';
import { PinoLog } from '../src/adapters/system/pino-log.ts';
import type { Config } from '../src/composition/config.ts';

export interface Check {
  readonly name: string;
  /** Says what was found; throws an error whose message says what to do. */
  readonly run: () => Promise<string>;
}

const TIMEOUT_MS = 10_000;
/** Signatures and tokens stand this much; more is a clock that is wrong. */
const MOST_SKEW_MS = 30_000;
const OLDEST_POSTGRES = 150_000;

/** @param register whether a missing webhook is registered with Whapi or only missed */
export function checksFor(config: Config, register: boolean): readonly Check[] {
  return [
    config.database.kind === 'url'
      ? { name: 'base de données', run: () => databaseByUrl(config) }
      : { name: 'base de données', run: () => embeddedDatabase(config) },
    { name: 'stockage', run: () => storage(config) },
    ...whatsApp(config, register),
    ...model(config),
    ...notifiers(config),
  ];
}

async function databaseByUrl({ database }: Config): Promise<string> {
  if (database.kind !== 'url') throw new Error('DATABASE_URL is not set.');
  const client = new pg.Client({
    connectionString: database.ownerUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  try {
    await client.connect();
    const asked = Date.now();
    const { rows } = await client.query<{
      version: string;
      number: number;
      now: Date;
      extensions: string[];
      may_create_roles: boolean;
    }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         clock_timestamp() as now, (rolsuper or rolcreaterole) as may_create_roles,
         array(select name::text from pg_available_extensions where name in ('pg_trgm', 'unaccent', 'pgcrypto')) as extensions
       from pg_roles where rolname = current_user`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('The database does not know its own user.');
    if (found.number < OLDEST_POSTGRES)
      throw new Error(`PostgreSQL ${found.version} is too old: 15 or newer is needed.`);
    if (found.extensions.length < 3)
      throw new Error(
        `The extensions pg_trgm, unaccent and pgcrypto are needed; available are: ${found.extensions.join(', ') || 'none'}.`,
      );
    if (!found.may_create_roles && database.appUrl === null)
      throw new Error(
        'The owner of DATABASE_URL may not create roles: grant CREATEROLE, or make the role by hand and set APP_DATABASE_URL.',
      );
    sayIfSkewed(found.now.getTime() - (asked + Date.now()) / 2, 'the database');
    return `PostgreSQL ${found.version}, horloge à l'heure`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function embeddedDatabase({ dataDir }: Config): Promise<string> {
  const secrets = await readSecrets(dataDir);
  const password = secrets?.database;
  const running =
    password === undefined ? null : await runningCluster(postgresDir(dataDir), password);
  return `PostgreSQL embarqué dans ${path.resolve(dataDir)}, ${running === null ? 'à l’arrêt' : 'en marche'}`;
}

async function storage(config: Config): Promise<string> {
  const store = mediaStore(config);
  const key = `doctor/${randomUUID()}`;
  await store.put(key, new TextEncoder().encode('Léa'), 'text/plain');
  const read = await store.get(key);
  await store.delete(key);
  if (read === null) throw new Error('What was stored could not be read back.');
  return `${config.storage.kind}, écriture et lecture`;
}

function whatsApp(config: Config, register: boolean): readonly Check[] {
  const { messaging, publicUrl } = config;
  if (messaging.kind !== 'whapi') return [];
  const webhookUrl = `${publicUrl ?? `http://localhost:${config.port}`}/functions/whatsapp-webhook`;
  return [
    {
      name: 'WhatsApp (Whapi)',
      run: async () => {
        const gateway = new WhapiMessaging({ ...messaging, loadImage: async () => null });
        const health = await gateway.health();
        if (health !== 'connected')
          throw new Error(
            `The channel is ${health}: check WHAPI_TOKEN, and scan the QR code in Whapi's panel.`,
          );
        return 'canal connecté';
      },
    },
    { name: 'téléphone de la boutique', run: () => noGreetings(config) },
    { name: 'horloge', run: () => clockAgainst(messaging.baseUrl) },
    { name: 'webhook joignable', run: () => webhookAnswers(webhookUrl, messaging.webhookSecret) },
    {
      name: 'webhook chez Whapi',
      run: async () => {
        if (publicUrl === null)
          throw new Error('PUBLIC_URL is not set: Whapi cannot reach this machine by localhost.');
        const webhook = new WhapiWebhook(messaging);
        try {
          if (await webhook.isRegistered(webhookUrl, messaging.webhookSecret))
            return `enregistré : ${webhookUrl}`;
          if (!register)
            throw new Error(`Whapi does not deliver to ${webhookUrl} yet: run without --dry-run.`);
          await webhook.register(webhookUrl, messaging.webhookSecret);
          return `enregistré à l'instant : ${webhookUrl}`;
        } finally {
          await webhook.close();
        }
      },
    },
  ];
}

/** The app's own greeting and away messages speak beside Léa. */
async function noGreetings({ database, dataDir }: Config): Promise<string> {
  const password = (await readSecrets(dataDir))?.database;
  const url =
    database.kind === 'url'
      ? database.ownerUrl
      : password === undefined
        ? null
        : await runningCluster(postgresDir(dataDir), password);
  if (url === null) return 'pas encore de base de données à interroger';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ greetings: number }>(
      `select count(*)::int as greetings from messages where swift_hash is not null and sender = 'assistant' and timestamp > now() - interval '7 days'`,
    );
    const greetings = rows[0]?.greetings ?? 0;
    if (greetings > 0)
      throw new Error(
        `The WhatsApp Business app has greeted customers by itself (${greetings} in a week): switch its greeting and away messages off, under Business tools.`,
      );
    return 'aucun message automatique depuis une semaine';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Posts as Whapi would: an event of no known kind is taken and changes nothing. */
async function webhookAnswers(url: string, secret: string): Promise<string> {
  const post = async (given: string): Promise<number> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Webhook-Secret': given },
      body: JSON.stringify({ event: { type: 'doctor', event: 'post' }, channel_id: 'doctor' }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new Error(`Nothing answers at ${url}: is Léa running, and PUBLIC_URL right?`, {
        cause: error,
      });
    });
    return response.status;
  };
  const [right, wrong] = [await post(secret), await post(`${secret}x`)];
  if (right !== 200)
    throw new Error(`${url} answers ${right} to our own secret instead of 200: check PUBLIC_URL.`);
  if (wrong !== 401) throw new Error(`${url} answers ${wrong} to a wrong secret instead of 401.`);
  return `${url} accepte notre secret et refuse un autre`;
}

function model({ languageModel }: Config): readonly Check[] {
  if (languageModel.kind !== 'openai') return [];
  return [
    {
      name: 'modèle de langue',
      run: async () => {
        const adapter = new OpenAiLanguageModel({
          ...languageModel,
          baseUrl: languageModel.baseUrl ?? undefined,
        });
        const { usage } = await adapter.adjustLoyaltyScore({ score: 50, reasons: ['essai'] });
        return usage.model === languageModel.model
          ? `${usage.model} répond`
          : `${languageModel.model} n'est plus offert, ${usage.model} répond à sa place`;
      },
    },
  ];
}

function notifiers({ notifiers: chosen, mail }: Config): readonly Check[] {
  const slack = chosen.find((notifier) => notifier.kind === 'slack');
  return [
    ...(mail.kind === 'smtp'
      ? [
          {
            name: 'courrier (SMTP)',
            run: async () => {
              await new SmtpTransport({ ...mail, timeoutMs: TIMEOUT_MS }).verify();
              return `${new URL(mail.smtpUrl).host} accepte la connexion`;
            },
          },
        ]
      : []),
    ...(slack === undefined
      ? []
      : [
          {
            name: 'Slack',
            run: async () => {
              const notifier = new SlackNotifier({
                token: slack.token,
                channel: slack.channel,
                ...(slack.apiUrl === null ? {} : { apiUrl: slack.apiUrl }),
                timeoutMs: TIMEOUT_MS,
                messages: { save: async () => undefined, find: async () => null },
                log: new PinoLog({ level: 'silent' }),
              });
              return `connecté : ${await notifier.verify()}`;
            },
          },
        ]),
  ];
}

/** Any answer of a server carries its time. */
async function clockAgainst(url: string): Promise<string> {
  const asked = Date.now();
  const response = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const theirs = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return 'le serveur ne dit pas l’heure';
  // Their time is in whole seconds.
  return `à l'heure (${sayIfSkewed(theirs + 500 - (asked + Date.now()) / 2, new URL(url).host)})`;
}

function sayIfSkewed(skewMs: number, whose: string): string {
  if (Math.abs(skewMs) > MOST_SKEW_MS)
    throw new Error(
      `The clocks of this machine and of ${whose} are ${Math.round(Math.abs(skewMs) / 1_000)} s apart: set up NTP.`,
    );
  return `${Math.round(skewMs / 100) / 10} s d'écart`;
}
