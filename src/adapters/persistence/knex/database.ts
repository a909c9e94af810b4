import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import type { Actor } from '../../../domain/shared/actor.ts';

// 64-bit counters of ours stay far below 2^53; sums of integers come as bigint too.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar day stays a calendar day.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** The pool of the server's limited role. */
export function openDatabase(url: string, poolSize: number): Knex {
  return knexFactory({
    client: 'pg',
    connection: { connectionString: url, application_name: 'lea', keepAlive: true, connectionTimeoutMillis: 10_000 },
    pool: { min: 1, max: poolSize, acquireTimeoutMillis: 15_000 },
  });
}

/** Who the database is told to be: a role of the contract and the claims that the policies read. */
export interface DatabaseIdentity {
  readonly role: 'anon' | 'authenticated' | 'service_role';
  readonly claims: Readonly<Record<string, string>>;
}

export function identityOf(actor: Actor): DatabaseIdentity {
  switch (actor.kind) {
    case 'service':
      return { role: 'service_role', claims: {} };
    case 'anonymous':
      return { role: 'anon', claims: {} };
    case 'staff':
      return { role: 'authenticated', claims: { sub: actor.userId, role: 'authenticated', user_role: actor.role } };
  }
}

/** A transaction as somebody: role and claims end with it, so nothing leaks to the pool's next user. */
export async function inTransactionAs<T>(db: Knex, identity: DatabaseIdentity, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    const claims = Object.keys(identity.claims).length === 0 ? '' : JSON.stringify(identity.claims);
    // Both are set before anything else; `set local` and set_config(…, true) are the same thing.
    await trx.raw(`select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)`, [identity.role, claims]);
    return work(trx);
  });
}
