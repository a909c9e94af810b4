import { createHttpServer, type HttpServer } from '../../src/adapters/http/server.ts';
import type { HttpServerDeps, HttpSettings } from '../../src/adapters/http/server-deps.ts';
import { exposureOf } from '../../src/adapters/network/exposure.ts';
import type { AsText, UseCases } from '../../src/adapters/http/core/use-cases.ts';
import { EXPORTED } from '../../src/domain/privacy/export-rules.ts';
import type { PersonalRows } from '../../src/ports/repositories/erasure.ts';
import type { UserId } from '../../src/domain/customer/customer.ts';
import { may, refusal, type StaffAction } from '../../src/domain/audit/staff-actions.ts';
import type { Actor, StaffRole } from '../../src/domain/shared/actor.ts';
import { LeaError } from '../../src/domain/shared/errors.ts';
import type { IdempotencyBegin, IdempotencyStore } from '../../src/ports/idempotency-store.ts';
import type { Identity, StaffIdentity } from '../../src/ports/identity.ts';
import type { ChannelEvent, InboundChannel } from '../../src/ports/inbound-channel.ts';
import type { Row, TableStore } from '../../src/ports/table-store.ts';
import { NoMetrics } from './no-metrics.ts';
import { RecordingLog } from './recording-log.ts';

export const WEBHOOK_SECRET = 'webhook-secret';
export const SERVICE_KEY = 'service-role-key-0123456789-abcdef';
export const CART_SECRET = 'cart-secret';
export const METRICS_TOKEN = 'metrics-token';
export const ID = '0190a1b2-0000-7000-8000-000000000001';
export const OTHER_ID = '0190a1b2-0000-7000-8000-000000000002';

export const staffId = (role: StaffRole): UserId =>
  `0190a1b2-0000-7000-8000-0000000000${{ admin: 'a1', support: 'a2', product_editor: 'a3' }[role]}` as UserId;

/** Bearer `support` is the token of somebody in support; cookie `session=support` is her session. */
class FakeIdentity implements Identity {
  async verifyToken(token: string): Promise<StaffIdentity | null> {
    return ROLES.has(token) ? staff(token as StaffRole) : null;
  }

  async verifySession(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): Promise<StaffIdentity | null> {
    return this.verifyToken(/session=(\w+)/.exec(String(headers['cookie']))?.[1] ?? '');
  }
}
const ROLES = new Set(['admin', 'support', 'product_editor']);
const staff = (role: StaffRole): StaffIdentity => ({ userId: staffId(role), role, name: role });

/** One event for every string in `events`. */
class FakeChannel implements InboundChannel {
  authenticate(headers: Readonly<Record<string, string | readonly string[] | undefined>>): boolean {
    return headers['x-webhook-secret'] === WEBHOOK_SECRET;
  }

  parse(body: unknown): readonly ChannelEvent[] {
    const { events } = (body ?? {}) as { readonly events?: unknown };
    if (!Array.isArray(events)) throw new LeaError('invalid', 'invalid_event', 'This is no event.');
    return events.map((reason) => ({ type: 'ignored', reason: String(reason) }));
  }
}

/** Rows that exist are those with `ID`, for whoever asks. */
class FakeTables implements TableStore {
  readonly found: { readonly actor: Actor; readonly table: string; readonly id: string }[] = [];

  async select(): Promise<{ rows: readonly Row[]; total: number | null }> {
    return { rows: [], total: null };
  }

  async find(actor: Actor, table: string, id: string): Promise<Row | null> {
    this.found.push({ actor, table, id });
    return id === ID ? { id, table } : null;
  }
}

class FakeIdempotencyStore implements IdempotencyStore {
  readonly kept = new Map<
    string,
    { hash: string; answer: { status: number; body: unknown } | null }
  >();

  async begin(scope: string, key: string, requestHash: string): Promise<IdempotencyBegin> {
    const before = this.kept.get(`${scope} ${key}`);
    if (before === undefined) {
      this.kept.set(`${scope} ${key}`, { hash: requestHash, answer: null });
      return { kind: 'new' };
    }
    if (before.hash !== requestHash) return { kind: 'conflict' };
    // Through JSON, as a database would.
    return before.answer === null
      ? { kind: 'in_progress' }
      : {
          kind: 'replay',
          ...(JSON.parse(JSON.stringify(before.answer)) as { status: number; body: unknown }),
        };
  }

  async finish(
    scope: string,
    key: string,
    answer: { readonly status: number; readonly body: unknown },
  ): Promise<void> {
    this.kept.get(`${scope} ${key}`)!.answer = answer;
  }

  async abandon(scope: string, key: string): Promise<void> {
    this.kept.delete(`${scope} ${key}`);
  }
}

const NOTHING_HELD = Object.fromEntries(
  EXPORTED.map(([table]) => [table, []]),
) as unknown as PersonalRows;
/** Ids of any make. */
type Results = {
  readonly [N in keyof UseCases]: AsText<Awaited<ReturnType<UseCases[N]['execute']>>>;
};
const RESULTS: Results = {
  handleInboundMessage: { stored: 1 },
  startConversation: { conversationId: ID, created: true },
  sendMessage: { messageId: ID },
  takeOver: undefined,
  handBack: undefined,
  closeConversation: undefined,
  recommendProducts: { recommendations: [{ productId: ID, reason: 'Apaise la peau.' }] },
  escalateToAdvisor: { alertId: ID },
  takeAlert: { taken: true },
  createOrderLink: { orderId: ID },
  settleOrder: undefined,
  followOrderLink: { location: 'https://cart.example/c/1' },
  purgeUserData: { counts: { users: 1, messages: 3 } },
  exportUserData: {
    language: 'fr',
    tables: { ...NOTHING_HELD, users: [{ id: ID }] },
    products: [],
    files: [],
  },
};

/** Use cases that note what they were asked, and answer as told. */
export class FakeUseCases {
  readonly calls: {
    readonly name: keyof UseCases;
    readonly command: Readonly<Record<string, unknown>>;
  }[] = [];
  readonly #behaviour = new Map<keyof UseCases, (command: never) => unknown>();

  /** Replaces what one use case does; may throw. */
  when<N extends keyof UseCases>(
    name: N,
    behaviour: (command: Parameters<UseCases[N]['execute']>[0]) => Results[N] | Promise<Results[N]>,
  ): void {
    this.#behaviour.set(name, behaviour);
  }

  commandsOf(name: keyof UseCases): readonly Readonly<Record<string, unknown>>[] {
    return this.calls.filter((call) => call.name === name).map(({ command }) => command);
  }

  get all(): UseCases {
    const names = Object.keys(RESULTS) as (keyof UseCases)[];
    return Object.fromEntries(
      names.map((name) => [name, { execute: (command: never) => this.#execute(name, command) }]),
    ) as unknown as UseCases;
  }

  async #execute(name: keyof UseCases, command: never): Promise<unknown> {
    this.calls.push({ name, command });
    const behaviour = this.#behaviour.get(name);
    return behaviour === undefined ? RESULTS[name] : behaviour(command);
  }
}

export interface TestApp {
  readonly server: HttpServer;
  readonly url: string;
  readonly useCases: FakeUseCases;
  readonly tables: FakeTables;
  readonly idempotency: FakeIdempotencyStore;
  readonly log: RecordingLog;
  /** What somebody signed in asked for in vain. */
  readonly denials: readonly { readonly actor: Actor; readonly action: StaffAction }[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** JSON in, JSON out, as a member of staff or with the bearer given. */
  call(
    method: string,
    path: string,
    options?: {
      readonly as?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<{
    readonly status: number;
    readonly body: Readonly<Record<string, unknown>>;
    readonly headers: Headers;
  }>;
  close(): Promise<void>;
}

/** The real server on a free port, with fakes behind it. */
export async function startTestApp(
  change: {
    readonly settings?: Partial<HttpSettings>;
    readonly deps?: Partial<HttpServerDeps>;
  } = {},
): Promise<TestApp> {
  const useCases = new FakeUseCases();
  const tables = new FakeTables();
  const idempotency = new FakeIdempotencyStore();
  const log = new RecordingLog();
  const denials: { actor: Actor; action: StaffAction }[] = [];
  const server = createHttpServer({
    useCases: useCases.all,
    channel: new FakeChannel(),
    identity: new FakeIdentity(),
    authorise: async (actor, action) => {
      if (may(actor, action)) return;
      denials.push({ actor, action });
      throw refusal(actor, action);
    },
    tables,
    idempotency,
    log,
    metrics: new NoMetrics(),
    readiness: [],
    ...change.deps,
    settings: {
      publicUrl: 'http://localhost:3000',
      version: '0.0.0',
      publicApiKey: 'lea-public',
      serviceRoleKey: SERVICE_KEY,
      cartCallbackSecret: CART_SECRET,
      metricsToken: METRICS_TOKEN,
      exposure: exposureOf({
        host: '127.0.0.1',
        publicUrl: change.settings?.publicUrl ?? null,
        trustProxy: change.settings?.trustProxy ?? 0,
        environment: 'test',
      }),
      trustProxy: 0,
      corsOrigins: [],
      ...change.settings,
    },
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url + path, { redirect: 'manual', ...init });
  return {
    server,
    url,
    useCases,
    tables,
    idempotency,
    log,
    denials,
    fetch: get,
    async call(method, path, { as, body, headers } = {}) {
      const response = await get(path, {
        method,
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
        headers: response.headers,
      };
    },
    close: () => server.close(1_000),
  };
}
