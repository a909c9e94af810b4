import { rmSync } from 'node:fs';
import { readConfig } from '../../src/composition/config.ts';
import { startLea, type RunningLea } from '../../src/composition/lifecycle.ts';
import { OpenAiPeer, firstProducts } from './peers/openai-peer.ts';
import { startSlackPeer, type SlackPeer } from './peers/slack-peer.ts';
import { startSmtpPeer, type SmtpPeer } from './peers/smtp-peer.ts';
import { startWhapiPeer, type WhapiPeer } from './peers/whapi-peer.ts';
import { createTestDatabase, TEST_SECRET, type TestDatabase } from './test-database.ts';
import { scratchFolder } from './scratch-folder.ts';

export const WEBHOOK_SECRET = 'webhook-secret-of-the-tests';
export const SERVICE_KEY = 'service-role-key-0123456789-abcdefghij';
export const SLACK_SECRET = '9d41c7a05be2f38617d0ac94e85f2b6c';
export const CART_SECRET = 'cart-callback-secret-of-the-tests';

export interface RealLea {
  readonly url: string;
  readonly whapi: WhapiPeer;
  readonly openai: OpenAiPeer;
  readonly smtp: SmtpPeer;
  readonly slack: SlackPeer;
  readonly database: TestDatabase;
  /** What it was started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Posts as the service role; answers status and parsed body. */
  call(
    name: string,
    body: unknown,
    method?: string,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** A customer writes, in Whapi's shape. */
  write(phone: string, text: string, extra?: Record<string, unknown>): Promise<number>;
  stop(): Promise<void>;
}

/** Léa in production: Whapi, an OpenAI-compatible server, mail and Slack as local peers, a given database. */
export async function startRealLea(
  environment: Readonly<Record<string, string>> = {},
): Promise<RealLea> {
  const [whapi, openai, smtp, slack, database] = await Promise.all([
    startWhapiPeer({ token: 'whapi-token' }),
    new OpenAiPeer().start(),
    startSmtpPeer(),
    startSlackPeer(),
    createTestDatabase(),
  ]);
  openai.respond = firstProducts(2);
  const dataDir = scratchFolder('real');
  const settings = {
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_URL: database.ownerUrl,
    DEMO_DATA: 'catalogue',
    AUTH_SECRET: TEST_SECRET,
    ERASURE_KEY: 'erasure-key-for-tests-0123456789-xyz',
    SERVICE_ROLE_KEY: SERVICE_KEY,
    ADMIN_PASSWORD: 'un mot de passe de test',
    MESSAGING: 'whapi',
    WHAPI_TOKEN: 'whapi-token',
    WHAPI_BASE_URL: whapi.url,
    WHAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
    LLM: 'openai',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: openai.baseUrl,
    NOTIFIERS: 'smtp,slack',
    SMTP_URL: smtp.url,
    EMAIL_FROM: 'lea@example.org',
    ALERT_EMAIL_TO: 'equipe@example.org',
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_CHANNEL: 'alertes',
    SLACK_SIGNING_SECRET: SLACK_SECRET,
    SLACK_API_URL: slack.url,
    CART_CALLBACK_SECRET: CART_SECRET,
    BURST_WINDOW_MS: '50',
    ...environment,
  };
  const lea: RunningLea = await startLea(readConfig(settings), () => undefined);
  const url = lea.url.replace('localhost', '127.0.0.1');
  let sequence = 0;
  return {
    url,
    whapi,
    openai,
    smtp,
    slack,
    database,
    environment: settings,
    call: async (name, body, method = 'POST') => {
      const response = await fetch(`${url}/functions/${name}`, {
        method,
        headers: { authorization: `Bearer ${SERVICE_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    write: async (phone, text, extra = {}) => {
      sequence += 1;
      const event = {
        messages: [
          {
            id: `wamid.${phone}.${sequence}`,
            from_me: false,
            type: 'text',
            chat_id: `${phone}@s.whatsapp.net`,
            timestamp: Math.floor(Date.now() / 1000),
            source: 'mobile',
            text: { body: text },
            from: phone,
            from_name: 'Zénobie Canari',
            ...extra,
          },
        ],
        event: { type: 'messages', event: 'post' },
        channel_id: 'TEST',
      };
      return (await whapi.postWebhook(`${url}/functions/whatsapp-webhook`, event, WEBHOOK_SECRET))
        .status;
    },
    stop: async () => {
      await lea.stop();
      await Promise.all([whapi.close(), openai.stop(), smtp.close(), slack.close()]);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until `check` answers something; a machine under load is given its time. */
export async function eventually<T>(
  check: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  what = 'what was expected',
  withinMs = 15_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
