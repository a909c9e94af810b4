import type { PoolClient, Pool } from 'pg';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { Language, UserId } from '../../../domain/customer/customer.ts';
import type { Actor, StaffRole } from '../../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../../domain/shared/errors.ts';
import type {
  NewStaffAccount,
  StaffAccount,
  StaffAccounts,
  StaffChange,
} from '../../../ports/staff-accounts.ts';
import { inTransactionOf } from './as-role.ts';
import { writeAuditLine } from './write-audit-line.ts';
import type { StaffDirectory } from './staff-directory.ts';

/** Changes of admin accounts wait for one another, on every replica. */
export const ADMINS_LOCK = 7_305_243;
const STAFF = `role in ('admin', 'product_editor', 'support')`;
const COLUMNS = 'id, name, role, language, disabled_at, created_at';

/** How an account signs in, where that is kept in our own database. */
export interface SignInRow {
  readonly id: string;
  readonly email: string;
  readonly twoFactorEnabled: boolean | null;
  readonly twoFactorRequired: boolean;
}

export interface SignInRecords {
  read(client: PoolClient, ids: readonly string[]): Promise<readonly SignInRow[]>;
  /** @throws LeaError `email_taken` (409) */
  add(client: PoolClient, account: NewStaffAccount): Promise<void>;
  requireTwoFactor(client: PoolClient, id: string, required: boolean): Promise<void>;
  endSessions(client: PoolClient, id: string): Promise<void>;
}

interface UserRow {
  readonly id: UserId;
  readonly name: string | null;
  readonly role: StaffRole;
  readonly language: Language;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
}

/** Staff rows with the actor's rights and sign-in rows with the server's, in one transaction. */
export class PgStaffAccounts implements StaffAccounts {
  readonly makesSignIn: boolean;
  readonly #pool: Pool;
  readonly #directory: StaffDirectory;
  readonly #signIn: SignInRecords | null;

  constructor(pool: Pool, directory: StaffDirectory, signIn: SignInRecords | null) {
    this.#pool = pool;
    this.#directory = directory;
    this.#signIn = signIn;
    this.makesSignIn = signIn !== null;
  }

  async list(actor: Actor): Promise<readonly StaffAccount[]> {
    return inTransactionOf(this.#pool, actor, async ({ client, asServer }) => {
      const { rows } = await client.query<UserRow>(
        `select ${COLUMNS} from public.users where ${STAFF} order by created_at, id limit 500`,
      );
      await asServer();
      return this.#complete(client, rows);
    });
  }

  async add(actor: Actor, account: NewStaffAccount, line: AuditEntry): Promise<void> {
    const { id, name, role, language } = account;
    await inTransactionOf(this.#pool, actor, async ({ client, asService, asServer }) => {
      await client
        .query('insert into public.users (id, name, role, language) values ($1, $2, $3, $4)', [
          id,
          name,
          role,
          language,
        ])
        .catch((error: unknown) => {
          throw isDuplicate(error)
            ? new LeaError('conflict', 'user_exists', 'There is a person with this id already.')
            : error;
        });
      await asService();
      await writeAuditLine(client, line);
      await asServer();
      await this.#signIn?.add(client, account);
    });
    this.#directory.forget(id);
  }

  async change(
    actor: Actor,
    id: UserId,
    decide: (current: StaffAccount, otherAdmins: number) => StaffChange,
    line: AuditEntry,
  ): Promise<StaffAccount> {
    const changed = await inTransactionOf(this.#pool, actor, async (rights) => {
      const { client } = rights;
      await client.query('select pg_advisory_xact_lock($1)', [ADMINS_LOCK]);
      const { rows } = await client.query<UserRow>(
        `select ${COLUMNS} from public.users where id = $1 and ${STAFF} for update`,
        [id],
      );
      const admins = await client.query<{ id: string }>(
        `select id from public.users where role = 'admin' and disabled_at is null and id <> $1`,
        [id],
      );
      await rights.asServer();
      const [current] = await this.#complete(client, rows);
      if (current === undefined) throw notFound('staff');
      const change = decide(
        current,
        await this.#ableToSignIn(
          client,
          admins.rows.map((row) => row.id),
        ),
      );
      const next = { ...current, ...change };
      await rights.asActor();
      await client.query('update public.users set role = $2, disabled_at = $3 where id = $1', [
        id,
        next.role,
        next.disabledAt,
      ]);
      await rights.asService();
      await writeAuditLine(client, line);
      await rights.asServer();
      if (next.twoFactorRequired !== current.twoFactorRequired)
        await this.#signIn?.requireTwoFactor(client, id, next.twoFactorRequired);
      if (next.disabledAt !== null) await this.#signIn?.endSessions(client, id);
      return next;
    });
    this.#directory.forget(id);
    return changed;
  }

  /** A demo's admin without an account opens no door. */
  async #ableToSignIn(client: PoolClient, ids: readonly string[]): Promise<number> {
    return this.#signIn === null ? ids.length : (await this.#signIn.read(client, ids)).length;
  }

  async #complete(client: PoolClient, rows: readonly UserRow[]): Promise<readonly StaffAccount[]> {
    const ids = rows.map(({ id }) => id);
    const signIn = new Map(
      ((await this.#signIn?.read(client, ids)) ?? []).map((row) => [row.id, row]),
    );
    return rows.map(({ id, name, role, language, disabled_at, created_at }) => ({
      id,
      name,
      email: signIn.get(id)?.email ?? null,
      role,
      language,
      disabledAt: disabled_at,
      twoFactorEnabled: signIn.get(id)?.twoFactorEnabled === true,
      twoFactorRequired: signIn.get(id)?.twoFactorRequired === true,
      createdAt: created_at,
    }));
  }
}

/** Another row has this key already. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && (error as { readonly code?: unknown }).code === '23505';
