import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import type { Actor } from '../../../domain/shared/actor.ts';
import { isConnectionLost } from './connection-lost.ts';
import { LeaClient, OPENING, type TransactionConfig } from './pg-dialect.ts';

// 64-bit counters of ours stay far below 2^53; sums of integers come as bigint too.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar day stays a calendar day.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** No statement of ours takes as long; a guard against one that never ends. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** The server gives up first, unless it is gone. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 10_000;
/** A process that hangs in a transaction must not hold its locks for ever. */
const IDLE_TIMEOUT_MS = 30_000;
/** Openings that may fail on a connection that was lost before: the next ones are asked first. */
const OPENING_ATTEMPTS = 3;

const nothing = (): void => undefined;

/** The pool of the server's limited role. */
export function openDatabase(url: string, poolSize: number): Knex {
  return knexFactory({
    client: LeaClient,
    connection: {
      connectionString: url,
      application_name: 'lea',
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_TIMEOUT_MS,
      // Statements that do not wait for each other travel together; knex's types do not know of it.
      ...{ pipeline: true },
    },
    pool: { min: 1, max: poolSize, acquireTimeoutMillis: 15_000 },
    // Values may be a customer's words: they stay out of messages, and knex prints nothing by itself.
    compileSqlOnError: false,
    log: { warn: nothing, error: nothing, deprecate: nothing, debug: nothing },
  });
}

/** Transactions that could begin now without waiting for a connection; negative when so many wait already. */
export function capacityIn(db: Knex): number {
  const pool = (db.client as { readonly pool: Pool }).pool;
  return pool.max - pool.numUsed() - pool.numPendingAcquires();
}

/** What is used of knex's pool (tarn). */
interface Pool {
  readonly max: number;
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Who the database is told to be: a role of the contract and the claims that the policies read. */
export interface DatabaseIdentity {
  readonly role: 'anon' | 'authenticated' | 'service_role';
  readonly claims: Readonly<Record<string, string>>;
}

/** The service, as the machinery behind the ports works. */
export const SERVICE_IDENTITY: DatabaseIdentity = { role: 'service_role', claims: {} };

export function identityOf(actor: Actor): DatabaseIdentity {
  switch (actor.kind) {
    case 'service':
      return SERVICE_IDENTITY;
    case 'anonymous':
      return { role: 'anon', claims: {} };
    case 'staff':
      return {
        role: 'authenticated',
        claims: { sub: actor.userId, role: 'authenticated', user_role: actor.role },
      };
  }
}

/**
 * A transaction as somebody: role and claims end with it, so nothing leaks to the pool's next user. A pooled
 * connection that turns out to be lost before the transaction was open is replaced by another, and `work` run again.
 */
export async function inTransactionAs<T>(
  db: Knex,
  identity: DatabaseIdentity,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let opened = false;
    let working: Promise<unknown> = Promise.resolve();
    const config: TransactionConfig = {
      opening: OPENING + becoming(identity),
      opened: () => (opened = true),
    };
    try {
      return await db.transaction((trx) => {
        // A query of knex's runs each time it is awaited: here once.
        const result = (async () => work(trx))();
        working = result.catch(nothing);
        return result;
      }, config);
    } catch (error) {
      if (opened || attempt === OPENING_ATTEMPTS || !isConnectionLost(error)) throw error;
      // It was refused everything that it asked; two of them must not go on side by side.
      await working;
    }
  }
}

/** The rest of a transaction as somebody else. */
export async function become(trx: Knex, identity: DatabaseIdentity): Promise<void> {
  await trx.raw(becoming(identity));
}

/**
 * Statements as somebody, in one round trip and one transaction: PostgreSQL takes statements that come in one
 * message as a transaction of their own. `sql` holds its values itself, as `literal` writes them; the answer is
 * the last statement's.
 */
export async function statementAs<Row>(
  db: Knex,
  identity: DatabaseIdentity,
  sql: string,
): Promise<{ readonly rows: readonly Row[]; readonly rowCount: number }> {
  const answers = await db.raw<readonly { rows: readonly Row[]; rowCount: number }[]>(
    `${becoming(identity)}; ${sql}`,
  );
  return answers.at(-1)!;
}

/** A value written into SQL. */
export function literal(value: string | number): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('No such number in SQL.');
    return String(value);
  }
  // To knex a question mark is a binding, wherever it stands.
  return value.includes('?')
    ? `convert_from('\\x${Buffer.from(value).toString('hex')}'::bytea, 'UTF8')`
    : pg.escapeLiteral(value);
}

const LIMITS = `set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true), set_config('idle_in_transaction_session_timeout', '${IDLE_TIMEOUT_MS}', true)`;

/** Role, claims and limits until the transaction ends; `set local` and set_config(…, true) are the same thing. */
function becoming({ role, claims }: DatabaseIdentity): string {
  const json = Object.keys(claims).length === 0 ? '' : JSON.stringify(claims);
  return `select set_config('role', ${literal(role)}, true), set_config('request.jwt.claims', ${literal(json)}, true), ${LIMITS}`;
}
