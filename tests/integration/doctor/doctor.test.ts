import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, describe, it } from 'vitest';
import { startRealLea, WEBHOOK_SECRET, type RealLea } from '../../support/running-lea.ts';

const run = promisify(execFile);
let lea: RealLea;
let webhookUrl: string;

beforeAll(async () => {
  lea = await startRealLea();
  webhookUrl = `${lea.url}/functions/whatsapp-webhook`;
});
afterAll(() => lea.stop());
beforeEach(() => {
  lea.openai.respond = () => ({ kind: 'json', value: { delta: 0, reason: 'essai' } });
});

/** As somebody types it, with the settings of the running Léa. */
async function doctor(
  changes: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<{ readonly code: number; readonly said: string }> {
  const { PATH = '' } = process.env;
  return run(process.execPath, ['scripts/doctor.ts', ...words], {
    env: { PATH, ...lea.environment, PUBLIC_URL: lea.url, ...changes },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

describe('npm run doctor', () => {
  it('misses the webhook without changing anything when it may not', async () => {
    const { code, said } = await doctor({}, ['--dry-run']);
    expect(said).toMatch(/✗ webhook chez Whapi .* without --dry-run/);
    expect(code).toBe(1);
    expect(lea.whapi.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('registers the webhook once, and finds everything well', async () => {
    const first = await doctor();
    expect(first.said).toContain("enregistré à l'instant");
    expect(first.code).toBe(0);
    const [patch, ...more] = lea.whapi.requests.filter(({ method }) => method === 'PATCH');
    expect(more).toEqual([]);
    expect(patch!.body).toMatchObject({
      webhooks: [
        { url: webhookUrl, mode: 'body', headers: { 'X-Webhook-Secret': WEBHOOK_SECRET } },
      ],
      callback_persist: true,
    });
    const second = await doctor();
    expect(second).toEqual({
      code: 0,
      said: expect.stringContaining(`enregistré : ${webhookUrl}`) as string,
    });
    expect(second.said).not.toContain('✗');
    for (const name of ['base de données', 'stockage', 'WhatsApp', 'modèle', 'courrier', 'Slack'])
      expect(second.said).toMatch(new RegExp(`✓ ${name}`));
    expect(lea.whapi.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it('keeps the other receivers of the channel', async () => {
    const elsewhere = { url: 'https://crm.example/hook', mode: 'body', events: [] };
    lea.whapi.script({ on: '/settings', body: { webhooks: [elsewhere] }, status: 200, times: 2 });
    expect((await doctor()).code).toBe(0);
    const patch = lea.whapi.requests.filter(({ method }) => method === 'PATCH').at(-1)!;
    expect((patch.body as { webhooks: unknown[] }).webhooks[0]).toEqual(elsewhere);
  });

  it.each([
    ['a wrong token of Whapi', { WHAPI_TOKEN: 'other' }, /✗ WhatsApp/],
    [
      'a webhook secret that the server does not have',
      { WHAPI_WEBHOOK_SECRET: 'another-secret-than-the-one-of-lea' },
      /✗ webhook joignable .*401/,
    ],
    [
      'a wrong address',
      { PUBLIC_URL: 'http://127.0.0.1:1' },
      /✗ webhook joignable .*is Léa running/,
    ],
    ['a mail server that is not there', { SMTP_URL: 'smtp://127.0.0.1:1' }, /✗ courrier/],
    ['a wrong token of Slack', { SLACK_BOT_TOKEN: 'xoxb-other' }, /✗ Slack .*invalid_auth/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://lea@127.0.0.1:1/lea' },
      /✗ base de données .*ECONNREFUSED/,
    ],
  ] as const)('names %s, and looks at the rest all the same', async (_, changes, expected) => {
    const { code, said } = await doctor(changes);
    expect(said).toMatch(expected);
    expect(said).toContain('✓ stockage');
    expect(code).toBe(1);
  });

  it('says that the model does not answer', async () => {
    lea.openai.respond = () => ({ kind: 'status', status: 401 });
    expect((await doctor()).said).toMatch(/✗ modèle de langue .*401/);
  });

  it('names a wrong setting before anything else', async () => {
    const { code, said } = await doctor({ PORT: 'abc' });
    expect(said).toMatch(/✗ réglages : PORT must be a whole number/);
    expect(code).toBe(1);
  });

  it('prints no secret', async () => {
    const { said } = await doctor({ SLACK_BOT_TOKEN: 'xoxb-other' });
    for (const secret of [WEBHOOK_SECRET, 'whapi-token', 'sk-test', 'xoxb-other'])
      expect(said).not.toContain(secret);
  });
});
