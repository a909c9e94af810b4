import knexFactory from 'knex';
import { afterAll, describe, expect, it } from 'vitest';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import type { JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { readConfig } from '../../../src/composition/config.ts';
import { assemble } from '../../../src/composition/container.ts';
import type { PartName } from '../../../src/composition/part.ts';
import type { Parts } from '../../../src/composition/parts.ts';
import { recipes } from '../../../src/composition/recipes.ts';
import { newVapidPrivateKey } from '../../../src/composition/vapid-keys.ts';

const SECRET = 'a-secret-of-tests-0123456789-xyzäöü';
const whapi = { MESSAGING: 'whapi', WHAPI_TOKEN: 't', WHAPI_WEBHOOK_SECRET: SECRET };
const s3 = {
  STORAGE: 's3',
  S3_ENDPOINT: 'http://127.0.0.1:9',
  S3_BUCKET: 'b',
  S3_ACCESS_KEY_ID: 'k',
  S3_SECRET_ACCESS_KEY: 's',
};
const everyNotifier = {
  NOTIFIERS: 'log,smtp,slack',
  SMTP_URL: 'smtp://127.0.0.1:9',
  EMAIL_FROM: 'lea@lea.example',
  ALERT_EMAIL_TO: 'patronne@lea.example',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_CHANNEL: 'C1',
};
const CONFIGURATIONS: Readonly<Record<string, Record<string, string>>> = {
  'the default': {},
  'production, web': { NODE_ENV: 'production', ROLE: 'web', ...whapi },
  worker: { ROLE: 'worker', ...whapi },
  'a model': { LLM: 'openai', OPENAI_API_KEY: 'k' },
  'every notifier': everyNotifier,
  s3,
  supabase: { IDENTITY: 'supabase', SUPABASE_URL: 'https://x.supabase.co' },
  'a cart of its own': { CART_URL_TEMPLATE: 'https://shop.example/c/{order_id}' },
};

/** Nothing connects before it is used. */
const db = knexFactory({ client: 'pg' });
afterAll(() => db.destroy());

const given = (environment: Record<string, string>): Partial<Parts> => ({
  config: readConfig(environment),
  version: '0.0.0',
  db,
  serverUrl: 'postgresql://nobody@127.0.0.1:9/none',
  jobs: {} as JobRunner,
  publicUrl: 'http://localhost:3000',
  authSecret: SECRET,
  hash: new HmacKeyedHash(SECRET),
  vapidPrivateKey: newVapidPrivateKey(),
});
/** What a start takes; everything else must be needed by something. */
const TAKEN: readonly PartName[] = [
  'log',
  'settingsSource',
  'identity',
  'housekeeping',
  'runJobs',
  'worker',
  'live',
  'streams',
  'webServer',
];

describe('putting Léa together', () => {
  it.each(Object.entries(CONFIGURATIONS))(
    'makes every part under %s',
    async (_name, environment) => {
      const parts = assemble(recipes, given(environment));
      for (const { name } of recipes) expect(parts[name], name).not.toBeUndefined();
      await parts.identity.stop();
    },
  );

  it('makes a part once, whoever needs it', () => {
    const parts = assemble(recipes, given({}));
    expect(parts.metrics).toBe(parts.prometheus);
    expect(parts.gateway).toBe(parts.fakeMessaging);
  });

  it('has one recipe for each part, and none that nobody needs', () => {
    const names = recipes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const needed = new Set<PartName>(TAKEN);
    for (const name of needed)
      for (const need of recipes.find((recipe) => recipe.name === name)?.needs ?? [])
        needed.add(need);
    expect(names.filter((name) => !needed.has(name))).toEqual([]);
    expect(Object.keys(given({})).filter((name) => !needed.has(name as PartName))).toEqual([]);
  });

  it('says what is missing', () => {
    const all = new Map(Object.entries(given({})));
    all.delete('db');
    expect(() => assemble(recipes, Object.fromEntries(all)).uow).toThrow(/lea\.db/);
  });
});
