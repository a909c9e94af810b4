import type { PoolClient } from 'pg';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { NewStaffAccount } from '../../../ports/staff-accounts.ts';
import { isDuplicate, type SignInRecords, type SignInRow } from '../shared/pg-staff-accounts.ts';

/** better-auth's own tables, written in our transaction. */
export const signInRecords: SignInRecords = {
  async read(client, ids) {
    const { rows } = await client.query<SignInRow>(
      'select id, email, "twoFactorEnabled", "twoFactorRequired" from lea_auth."user" where id = any($1)',
      [ids],
    );
    return rows;
  },

  async add(client: PoolClient, { id, email, name }: NewStaffAccount): Promise<void> {
    try {
      // Verified: an admin vouches for the address, and the first sign-in goes through it.
      await client.query(
        'insert into lea_auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)',
        [id, name ?? '', email],
      );
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new LeaError(
        'conflict',
        'email_taken',
        'There is an account with this address already.',
      );
    }
  },

  async requireTwoFactor(client, id, required) {
    await client.query('update lea_auth."user" set "twoFactorRequired" = $2 where id = $1', [
      id,
      required,
    ]);
  },

  async endSessions(client, id) {
    await client.query('delete from lea_auth."session" where "userId" = $1', [id]);
  },
};
