import { Agent, request } from 'undici';
import { discard, readLimited } from '../shared/read-limited.ts';
import { answeredFailure, silentFailure, WhapiFailure } from './whapi-failure.ts';

export interface WhapiHttpOptions {
  readonly token: string;
  readonly baseUrl: string;
  /** For a whole call, waiting for a connection included. */
  readonly timeoutMs?: number;
  readonly connections?: number;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

const MAX_ANSWER = 1024 * 1024;

/** Calls of Whapi's API over kept-alive connections. */
export class WhapiHttp {
  readonly baseUrl: string;
  readonly authorization: string;
  readonly #timeoutMs: number;
  readonly #agent: Agent;

  constructor(options: WhapiHttpOptions) {
    this.baseUrl = options.baseUrl.replace(/(?<!\/)\/+$/, '');
    this.authorization = `Bearer ${options.token.trim()}`;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
    this.#agent = new Agent({
      connections: options.connections ?? 64,
      keepAliveTimeout: 10_000,
      connect: { timeout: Math.min(5_000, this.#timeoutMs) },
    });
  }

  /**
   * Any 2xx is a success; undefined when its body is no JSON.
   * @throws WhapiFailure
   */
  async call(
    method: Method,
    path: string,
    body?: unknown,
    timeoutMs = this.#timeoutMs,
  ): Promise<unknown> {
    const { status, answer } = await this.#exchange(method, path, body, timeoutMs);
    if (status >= 200 && status < 300) return answer;
    throw answeredFailure(status, answer);
  }

  async #exchange(
    method: Method,
    path: string,
    body: unknown,
    timeoutMs: number,
  ): Promise<{ readonly status: number; readonly answer: unknown }> {
    try {
      const response = await request(`${this.baseUrl}${path}`, {
        method,
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: this.authorization,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const status = response.statusCode;
      if (Number(response.headers['content-length'] ?? 0) > MAX_ANSWER) {
        discard(response.body);
        return { status, answer: undefined };
      }
      return { status, answer: jsonOf(await readLimited(response.body, MAX_ANSWER)) };
    } catch (error) {
      throw error instanceof WhapiFailure ? error : silentFailure(error);
    }
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }
}

function jsonOf(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? undefined : (JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return undefined;
  }
}
