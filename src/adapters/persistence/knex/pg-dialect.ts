import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import { ConnectionHealth, cut } from './connection-health.ts';
import { isConnectionLost, isPlanOutdated, isReadTimeout } from './connection-lost.ts';
import { StatementNames } from './statement-names.ts';

/** The parts of knex's PostgreSQL dialect that are changed here; knex documents subclassing, but types none of it. */
type Connection = Client & {
  /** Set by knex on a connection that its pool must not hand out again. */
  __knex__disposed?: unknown;
};

interface DialectClient {
  /** The same object for a pool and all its transactions. */
  readonly config: Knex.Config;
  _query(connection: Connection, query: Query): Promise<unknown>;
  validateConnection(connection: Connection): unknown;
  transaction(...parts: TransactionParts): unknown;
}

interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  /** Handed on to pg. */
  options?: { readonly name?: string };
}

type TransactionParts = [client: unknown, config: TransactionConfig | undefined, outer?: unknown];

/**
 * `opening` replaces BEGIN: it begins the transaction, sets it up, and travels with the first statements. When it
 * is refused, so are they, and the transaction fails with its error; `opened` is called once it is known to hold.
 */
export type TransactionConfig = Knex.TransactionConfig & {
  readonly opening?: string;
  readonly opened?: () => void;
};

interface DialectTransaction {
  begin(connection: Connection): Promise<unknown>;
  savepoint(connection: Connection): Promise<unknown>;
  query(connection: Connection, sql: string): Promise<unknown>;
  isCompleted(): boolean;
}

const load = createRequire(import.meta.url);
const PgClient = load('knex/lib/dialects/postgres/index.js') as new (
  config: Knex.Config,
) => DialectClient;
const PgTransaction = load('knex/lib/dialects/postgres/execution/pg-transaction.js') as new (
  client: unknown,
  ...parts: TransactionParts
) => DialectTransaction;

class OpenedTransaction extends PgTransaction {
  readonly #config: TransactionConfig | undefined;

  constructor(client: unknown, ...parts: TransactionParts) {
    super(client, ...parts);
    this.#config = parts[1];
  }

  override begin(connection: Connection): Promise<unknown> {
    if (this.#config?.opening === undefined) return super.begin(connection);
    const { opening, opened } = this.#config;
    // Its failure ends the transaction; here it never rejects.
    void this.query(connection, opening).then(() => {
      if (!this.isCompleted()) opened?.();
    });
    return Promise.resolve();
  }

  /** Within another transaction it is a savepoint that is set up the same way. */
  override async savepoint(connection: Connection): Promise<unknown> {
    const made = await super.savepoint(connection);
    if (this.#config?.opening !== undefined)
      await this.query(connection, this.#config.opening.slice(OPENING.length));
    return made;
  }
}

// No private members: knex makes a transaction's client by Object.create.
class LeaPgClient extends PgClient {
  override transaction(...parts: TransactionParts): unknown {
    return new OpenedTransaction(this, ...parts);
  }

  override validateConnection(connection: Connection): Promise<boolean> {
    return healthOf(this.config).isAlive(connection);
  }

  override async _query(connection: Connection, query: Query): Promise<unknown> {
    writeTogether(connection);
    // What has no values may be several statements in one, which cannot be prepared.
    const name = query.bindings?.length ? NAMES.of(query.sql) : undefined;
    if (name !== undefined) query.options = { ...query.options, name };
    try {
      return await healthOf(this.config).during(connection, () => super._query(connection, query));
    } catch (error) {
      if (isConnectionLost(error)) healthOf(this.config).doubtAll();
      // Its answer may still come, and would be taken for another's.
      if (isReadTimeout(error)) cut(connection);
      // A table was changed while we run: statements prepared before are refused as long as the connection lives.
      if (isPlanOutdated(error)) {
        connection.__knex__disposed = error;
        healthOf(this.config).retireAll();
      }
      // An opening that failed half-way leaves a transaction that nobody ends: the connection goes with it.
      if (query.sql.startsWith(OPENING)) connection.__knex__disposed = error;
      throw error;
    }
  }
}

const NAMES = new StatementNames();

/** What is asked for at the same time goes out in one packet instead of one for each statement. */
function writeTogether({ connection: { stream } }: Connection): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const healths = new WeakMap<Knex.Config, ConnectionHealth>();

function healthOf(config: Knex.Config): ConnectionHealth {
  const health = healths.get(config) ?? new ConnectionHealth();
  healths.set(config, health);
  return health;
}

/** How every `opening` starts. */
export const OPENING = 'begin; ';

/** knex's PostgreSQL client, with transactions that begin and are set up in one round trip. */
export const LeaClient = LeaPgClient as unknown as typeof Knex.Client;
