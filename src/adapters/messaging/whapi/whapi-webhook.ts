import { z } from 'zod';
import { timingSafeEqual, createHash } from 'node:crypto';
import { WhapiHttp, type WhapiHttpOptions } from './whapi-http.ts';

/** What Léa understands (see `webhook/`). */
const EVENTS = [
  { type: 'messages', method: 'post' },
  { type: 'messages', method: 'patch' },
  { type: 'messages', method: 'delete' },
  { type: 'statuses', method: 'post' },
  { type: 'channel', method: 'post' },
] as const;

const Webhook = z.looseObject({
  url: z.string(),
  mode: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  events: z.array(z.looseObject({ type: z.string(), method: z.string() })).optional(),
});
const Settings = z.looseObject({ webhooks: z.array(Webhook).optional() });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Where Whapi delivers what customers write: a setting of the channel. */
export class WhapiWebhook {
  readonly #http: WhapiHttp;

  constructor(options: WhapiHttpOptions) {
    this.#http = new WhapiHttp(options);
  }

  /** @throws ProviderError */
  async isRegistered(url: string, secret: string): Promise<boolean> {
    return (await this.#receivers()).some(
      (webhook) => webhook.url === url && delivers(webhook, secret),
    );
  }

  /**
   * Makes Whapi deliver to `url` with our secret; other receivers stay.
   * @throws ProviderError
   */
  async register(url: string, secret: string): Promise<void> {
    const others = (await this.#receivers()).filter((webhook) => webhook.url !== url);
    await this.#http.call('PATCH', '/settings', {
      webhooks: [
        ...others,
        { url, mode: 'body', headers: { 'X-Webhook-Secret': secret }, events: EVENTS },
      ],
      callback_persist: true,
      callback_backoff_delay_ms: 3_000,
      max_callback_backoff_delay_ms: 600_000,
    });
  }

  async #receivers() {
    return Settings.parse(await this.#http.call('GET', '/settings')).webhooks ?? [];
  }

  async close(): Promise<void> {
    await this.#http.close();
  }
}

function delivers({ mode, headers, events }: z.infer<typeof Webhook>, secret: string): boolean {
  const given = Object.entries(headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'x-webhook-secret',
  )?.[1];
  return (
    mode === 'body' &&
    given !== undefined &&
    timingSafeEqual(digest(given), digest(secret)) &&
    EVENTS.every(({ type, method }) =>
      events?.some((event) => event.type === type && event.method === method),
    )
  );
}
