import pg from 'pg';
import { cut } from './connection-health.ts';

const PROBE_EVERY_MS = 5_000;
const TIMEOUT_MS = 5_000;
const RECONNECT_MS = 1_000;

/** One connection that listens to a channel, made anew when it is lost. */
export class KnexLiveListener {
  readonly #url: string;
  readonly #channel: string;
  readonly #heard: () => void;
  #client: pg.Client | null = null;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(url: string, channel: string, heard: () => void) {
    this.#url = url;
    this.#channel = channel;
    this.#heard = heard;
  }

  start(): void {
    this.#connect().catch(() => this.#retry());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'lea-live',
      keepAlive: true,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
    });
    client.on('notification', () => this.#heard());
    client.on('error', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${this.#channel}`);
    } catch (error) {
      cut(client);
      throw error;
    }
    if (this.#stopped) return void (await client.end());
    this.#client = client;
    // A half-open connection says nothing by itself.
    this.#timer = setInterval(
      () => void client.query('select 1').catch(() => this.#lost(client)),
      PROBE_EVERY_MS,
    );
    this.#timer.unref();
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (this.#timer) clearInterval(this.#timer);
    cut(client);
    this.#retry();
  }

  #retry(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.start(), RECONNECT_MS);
    this.#timer.unref();
  }
}
