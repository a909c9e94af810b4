import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { UserId } from '../../../domain/customer/customer.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import { asService } from '../shared/as-role.ts';
import { ADMINS_LOCK } from '../shared/pg-staff-accounts.ts';
import { weaknessOf } from './password-policy.ts';
import { signInRecords } from './sign-in-records.ts';

export interface FirstAdmin {
  readonly created: boolean;
  /** To be printed once: only its hash is kept. */
  readonly generatedPassword: string | null;
}

/**
 * Creates the first admin unless one can sign in already; several starting replicas make one.
 * @throws LeaError `weak_password` (400) when one is created and the given password is too easy to guess
 */
export async function ensureFirstAdmin(
  pool: Pool,
  hash: (password: string) => Promise<string>,
  { email, password }: { readonly email: string; readonly password: string | null },
): Promise<FirstAdmin> {
  return asService(pool, async ({ client, asActor, asServer }) => {
    await client.query('select pg_advisory_xact_lock($1)', [ADMINS_LOCK]);
    const admins = await client.query<{ id: string }>(
      `select id from public.users where role = 'admin' and disabled_at is null`,
    );
    await asServer();
    const able = await signInRecords.read(
      client,
      admins.rows.map(({ id }) => id),
    );
    if (able.length > 0) return { created: false, generatedPassword: null };
    if (password !== null && weaknessOf(password, [email]) !== null) {
      throw new LeaError(
        'invalid',
        'weak_password',
        'ADMIN_PASSWORD is too weak: it is too short or too easy to guess.',
      );
    }
    const chosen = password ?? randomBytes(15).toString('base64url');
    const account = {
      id: randomUUID() as UserId,
      email: email.trim().toLowerCase(),
      name: 'Admin',
    };
    await asActor();
    await client.query(`insert into public.users (id, role, name) values ($1, 'admin', $2)`, [
      account.id,
      account.name,
    ]);
    await asServer();
    await signInRecords.add(client, { ...account, role: 'admin', language: 'fr' });
    await client.query(
      `insert into lea_auth."account" ("accountId", "providerId", "userId", "password", "updatedAt")
       values ($1, 'credential', $2, $3, now())`,
      [account.id, account.id, await hash(chosen)],
    );
    return { created: true, generatedPassword: password === null ? chosen : null };
  });
}
