import type { Pool, PoolClient } from 'pg';
import { SERVICE, type Actor } from '../../../domain/shared/actor.ts';

/** One transaction in which the rights change: the actor's for our tables, the server's for sign-in. */
export interface Rights {
  readonly client: PoolClient;
  /** From here on with the actor's rights (row-level security). */
  readonly asActor: () => Promise<void>;
  /** From here on with the service's rights. */
  readonly asService: () => Promise<void>;
  /** From here on as the server itself, which alone reaches the sign-in tables. */
  readonly asServer: () => Promise<void>;
}

/** Runs `work` in a transaction that begins with the actor's rights; they end with it. */
export async function inTransactionOf<T>(
  pool: Pool,
  actor: Actor,
  work: (rights: Rights) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const become = async (somebody: Actor): Promise<void> => {
    const { role, claims } = told(somebody);
    await client.query(
      `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
      [role, claims],
    );
  };
  const asActor = (): Promise<void> => become(actor);
  const asServer = async (): Promise<void> => {
    await client.query(`select set_config('role', 'none', true)`);
  };
  let broken: unknown;
  try {
    await client.query('begin');
    await asActor();
    const result = await work({
      client,
      asActor,
      asService: () => become(SERVICE),
      asServer,
    });
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away: its role would leak to the next user.
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken instanceof Error ? broken : undefined);
  }
}

/** The same for a read or write of Léa's own. */
export const asService = <T>(pool: Pool, work: (rights: Rights) => Promise<T>): Promise<T> =>
  inTransactionOf(pool, SERVICE, work);

function told(actor: Actor): { readonly role: string; readonly claims: string } {
  switch (actor.kind) {
    case 'service':
      return { role: 'service_role', claims: '' };
    case 'anonymous':
      return { role: 'anon', claims: '' };
    case 'staff':
      return {
        role: 'authenticated',
        claims: JSON.stringify({
          sub: actor.userId,
          role: 'authenticated',
          user_role: actor.role,
        }),
      };
  }
}
