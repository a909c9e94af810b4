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

it('an empty variable is an unset one', () => {
  const names = ['PORT', 'MESSAGING', 'LLM', 'NOTIFIERS', 'COUNTRY', 'DATABASE_URL', 'DEMO_DATA'];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
});
