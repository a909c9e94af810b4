import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../src/composition/config.ts';

const STRONG = 'Wl3ZkQ0mT9xV7bN2cR5yH8sJ4dF6gA1p';
const OWN_DATABASE = {
  DATABASE_URL: 'postgres://owner:password@127.0.0.1:5432/lea',
  AUTH_SECRET: STRONG,
  ERASURE_KEY: STRONG,
};

/** What the operator is told. */
function refusal(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('was accepted');
}

describe('what stops the start names its variable in one sentence', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'lea.example'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['ROLE', 'boss'],
    ['DATABASE_URL', 'mysql://localhost/lea'],
    ['DEMO_DATA', 'perhaps'],
    ['MESSAGING', 'cloud-api'],
    ['WHAPI_BASE_URL', 'gate'],
    ['LLM', 'gpt'],
    ['OPENAI_BASE_URL', 'ftp://x'],
    ['NOTIFIERS', 'log,pigeon'],
    ['SMTP_URL', 'http://mail'],
    ['SLACK_API_URL', 'slack'],
    ['CART_URL_TEMPLATE', 'https://cart.example/'],
    ['IDENTITY', 'ldap'],
    ['SUPABASE_URL', 'x'],
    ['ADMIN_EMAIL', 'admin'],
    ['ADMIN_PASSWORD', 'short'],
    ['STORAGE', 'tape'],
    ['S3_ENDPOINT', 'x'],
    ['BURST_WINDOW_MS', 'soon'],
    ['COUNTRY', 'XX'],
    ['COUNTRY', 'constructor'],
    ['TIME_ZONE', 'Mars/Olympus'],
    ['CURRENCY', 'EUR'],
    ['PUBLIC_URL', 'https://user:pw@lea.example'],
    ['PUBLIC_URL', 'https://lea.example/?a=b'],
    ['AUTH_SECRET', 'weak'],
    ['ERASURE_KEY', 'weak'],
    ['SERVICE_ROLE_KEY', 'a'.repeat(40)],
    ['VAPID_PRIVATE_KEY', 'weak'],
    ['VAPID_PRIVATE_KEY', 'A'.repeat(43)],
  ])('%s=%s', (name, value) => {
    const said = refusal({ [name]: value });
    expect(said).toContain(name);
    expect(said.split('\n')).toHaveLength(1);
  });

  it.each<[string, Record<string, string>]>([
    ['WHAPI_TOKEN', { MESSAGING: 'whapi', WHAPI_WEBHOOK_SECRET: STRONG }],
    ['WHAPI_WEBHOOK_SECRET', { MESSAGING: 'whapi', WHAPI_TOKEN: 't' }],
    ['OPENAI_API_KEY', { LLM: 'openai' }],
    ['SMTP_URL', { NOTIFIERS: 'smtp' }],
    ['SLACK_BOT_TOKEN', { NOTIFIERS: 'log,slack' }],
    ['SLACK_CHANNEL', { NOTIFIERS: 'slack', SLACK_BOT_TOKEN: 'x' }],
    ['SUPABASE_URL', { IDENTITY: 'supabase' }],
    ['S3_ENDPOINT', { STORAGE: 's3' }],
    ['AUTH_SECRET', { ...OWN_DATABASE, AUTH_SECRET: '' }],
    ['ERASURE_KEY', { ...OWN_DATABASE, ERASURE_KEY: '' }],
  ])('%s is missing', (name, environment) => {
    expect(refusal(environment)).toMatch(new RegExp(`^${name} is required with `));
  });
});

const SECRETS = [
  'AUTH_SECRET',
  'ERASURE_KEY',
  'SERVICE_ROLE_KEY',
  'WHAPI_WEBHOOK_SECRET',
  'CART_CALLBACK_SECRET',
  'METRICS_TOKEN',
  'SLACK_SIGNING_SECRET',
] as const;
const OTHER = 'r8Yq2LwEo0pTzD4hVb6nKc1sXj5mGf9u';

describe.each(SECRETS)('%s', (name) => {
  it.each([
    's',
    'secret',
    'a'.repeat(40),
    'ab'.repeat(20),
    'Tr0ub4dor&3 '.repeat(4).trim(),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '98765432109876543210987654321098',
    'changeme-changeme-please-change-me',
    'please-replace-me-with-a-long-secret-1',
    'YOUR_SECRET_HERE_1234567890_abcdefg',
    'openssl rand -base64 48 0123456789 xyz',
    '8f742231b10e8888abcd99yyyzzz85a5',
    ` ${STRONG}`,
    `${STRONG.slice(0, 20)}\r\n${STRONG.slice(20)}`,
    STRONG.slice(0, 20),
  ])('is refused as %j', (value) => {
    const said = refusal({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    // What was given is a secret all the same.
    if (value.length >= 10) expect(said).not.toContain(value);
  });

  it.each([STRONG, '3f9c1e7a80b24d65f1c09be27d4a8630', 'kZ8v+Qx1/3mWnR7yT2uB5cD0eF4gH6iJ9kL=='])(
    'is taken as %j',
    (value) => {
      expect(() => readConfig({ [name]: value })).not.toThrow();
    },
  );
});

it('a password that everybody guesses is no password for the first admin', () => {
  for (const value of ['password123', 'motdepasse1', 'azertyuiop123', 'aaaaaaaaaaaa'])
    expect(refusal({ ADMIN_PASSWORD: value })).toMatch(/^ADMIN_PASSWORD is too weak/);
  expect(readConfig({ ADMIN_PASSWORD: 'quatre girafes bleues' }).admin.password).not.toBeNull();
});

describe('one secret for two purposes', () => {
  it.each([
    ['WHAPI_WEBHOOK_SECRET', 'SERVICE_ROLE_KEY'],
    ['CART_CALLBACK_SECRET', 'WHAPI_WEBHOOK_SECRET'],
    ['METRICS_TOKEN', 'AUTH_SECRET'],
    ['PUBLIC_API_KEY', 'SERVICE_ROLE_KEY'],
    ['SLACK_SIGNING_SECRET', 'ERASURE_KEY'],
  ])('%s as %s is refused', (one, other) => {
    const said = refusal({ [one]: STRONG, [other]: STRONG });
    expect(said).toContain(one);
    expect(said).toContain(other);
    expect(() => readConfig({ [one]: STRONG, [other]: OTHER })).not.toThrow();
  });
});

describe('where others can reach Léa', () => {
  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.20' },
    { HOST: 'lea.lan' },
    { PUBLIC_URL: 'https://lea.example.org' },
    { PUBLIC_URL: 'http://192.168.1.20:3000' },
    { PUBLIC_URL: 'http://localhost.evil.example' },
  ])('secrets of its own are demanded: %j', (environment) => {
    for (const NODE_ENV of ['development', 'test', 'production']) {
      const said = refusal({ ...environment, NODE_ENV });
      expect(said).toMatch(/^AUTH_SECRET is required /);
      expect(said).toContain(Object.values(environment)[0]);
      expect(refusal({ ...environment, NODE_ENV, AUTH_SECRET: STRONG })).toMatch(/^ERASURE_KEY /);
      const config = readConfig({
        ...environment,
        NODE_ENV,
        AUTH_SECRET: STRONG,
        ERASURE_KEY: OTHER,
      });
      expect(config.exposure).toMatchObject({ trial: false });
    }
  });

  it.each([
    {},
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '127.0.0.2' },
    { PUBLIC_URL: 'http://localhost:8080' },
    { PUBLIC_URL: 'http://127.1:3000' },
    { PUBLIC_URL: 'http://[::1]:3000' },
    { HOST: '127.0.0.1', PUBLIC_URL: 'https://lea.localhost' },
  ])('nobody else does: %j', (environment) => {
    expect(readConfig(environment).exposure.by).toBeNull();
  });

  it('production or a proxy in front ends the trial as well, without a demand', () => {
    expect(readConfig({}).exposure.trial).toBe(true);
    expect(readConfig({ NODE_ENV: 'production' }).exposure.trial).toBe(false);
    expect(readConfig({ TRUST_PROXY: '1' }).exposure.trial).toBe(false);
  });
});

describe('CORS_ORIGINS', () => {
  it.each([
    '*',
    'null',
    'https://*.example.org',
    'https://shop.example.org/path',
    'https://shop.example.org, *',
    'https://user:pw@shop.example.org',
    'shop.example.org',
    'ftp://shop.example.org',
    'https://shop.example.or?',
    'file://',
    'javascript://shop.example.org',
  ])('refuses %s', (value) => {
    expect(refusal({ CORS_ORIGINS: value })).toMatch(/^CORS_ORIGINS /);
  });

  it('takes exact origins', () => {
    expect(
      readConfig({ CORS_ORIGINS: 'https://shop.example.org/, http://Localhost:5173' }).corsOrigins,
    ).toEqual(['https://shop.example.org', 'http://localhost:5173']);
  });
});

it('an empty variable is an unset one', () => {
  const names = ['PORT', 'MESSAGING', 'LLM', 'NOTIFIERS', 'COUNTRY', 'DATABASE_URL', 'DEMO_DATA'];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
});
