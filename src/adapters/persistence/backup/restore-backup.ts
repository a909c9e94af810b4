import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { oweMediaPurge } from '../../../application/privacy/owe-media-purge.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { KeyedHash } from '../../../ports/keyed-hash.ts';
import { openDatabase } from '../knex/database.ts';
import { markOf } from '../knex/erasure-key.ts';
import { KnexErasure } from '../knex/knex-erasure.ts';
import { PgBossJobQueue, type Enqueue } from '../knex/pg-boss-job-queue.ts';
import { BackupError, readBackup, type BackupHeader } from './read-backup.ts';
import { lastingTables, type BackedUpTable } from './tables.ts';

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly file: string;
  /** A newer file of deletions, where the database itself was lost. */
  readonly deletionsFile?: string | undefined;
  readonly hash: KeyedHash;
  /** Deletes an erased person's files as well. */
  readonly jobs: Enqueue;
}

export interface Restored {
  readonly at: string;
  readonly rows: number;
  /** People in the backup whose erasure came after it. */
  readonly erasedAgain: number;
}

/**
 * Replaces the content of a migrated database by a backup, and erases again whoever was erased after it: by
 * the deletion log that the database still has, and by that of `deletionsFile`. All of it, or nothing.
 * @throws BackupError
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const db = openDatabase(options.ownerUrl, 1);
  try {
    return await db.transaction(async (trx) => {
      await trx.raw('set local search_path = public, extensions');
      await trx.raw('lock table users, conversations in access exclusive mode');
      const tables = await knownTables(trx);
      await trx.raw(`create temporary table later_deletions on commit drop as select * from deletion_logs;
        create temporary table later_keys on commit drop as select * from erased_keys;
        create temporary table later_erasure_key (like lea.erasure_key) on commit drop`);
      if (options.deletionsFile !== undefined) await readDeletions(trx, options.deletionsFile);

      const constraints = await dropReferences(trx);
      for (const name of tables.keys()) await trx.raw(`alter table ${name} disable trigger user`);
      await trx.raw(`truncate ${[...tables.keys()].join(', ')}`);
      const { header, rows } = await load(trx, options.file, tables);
      for (const name of tables.keys()) await trx.raw(`alter table ${name} enable trigger user`);
      for (const { table, name, definition } of constraints)
        await trx.raw(`alter table ${table} add constraint ${name} ${definition}`);
      await resetCounters(trx);
      // What was to be done is of another time.
      await trx.raw('delete from pgboss.job');

      await sameErasureKey(trx, options.hash);
      const erasedAgain = await replay(trx, options);
      return { at: header.at, rows, erasedAgain };
    });
  } finally {
    await db.destroy();
  }
}

type Tables = ReadonlyMap<string, ReadonlySet<string>>;

async function knownTables(trx: Knex.Transaction): Promise<Tables> {
  const query = { query: (sql: string) => trx.raw(sql) };
  return new Map(
    (await lastingTables(query as never)).map(({ name, columns }) => [name, new Set(columns)]),
  );
}

async function load(
  trx: Knex.Transaction,
  file: string,
  tables: Tables,
): Promise<{ readonly header: BackupHeader; readonly rows: number }> {
  let header: BackupHeader | null = null;
  let count = 0;
  await readBackup(file, {
    header: async (read) => {
      header = read;
      if (read.scope !== 'all')
        throw new BackupError('This file holds deletions only: it goes beside a backup.');
    },
    rows: async (table, rows) => {
      const known = tables.get(table.name);
      const unknown =
        known === undefined ? [] : table.columns.filter((column) => !known.has(column));
      if (known === undefined || unknown.length > 0) {
        throw new BackupError(
          `This backup is newer than this version of Léa: ${known === undefined ? table.name : `${table.name} (${unknown.join(', ')})`} is not known here.`,
        );
      }
      await insert(trx, table, table.name, rows);
      count += rows.length;
    },
  });
  return { header: header!, rows: count };
}

async function insert(
  trx: Knex.Transaction,
  { name, columns }: BackedUpTable,
  into: string,
  rows: readonly string[],
): Promise<void> {
  const list = columns.join(', ');
  await trx.raw(
    `insert into ${into} (${list}) overriding system value select ${list} from json_populate_recordset(null::${name}, ?::json)`,
    [`[${rows.join(',')}]`],
  );
}

async function readDeletions(trx: Knex.Transaction, file: string): Promise<void> {
  await readBackup(file, {
    header: async () => undefined,
    rows: async (table, rows) => {
      if (table.name === 'public.deletion_logs') await insert(trx, table, 'later_deletions', rows);
      if (table.name === 'public.erased_keys') await insert(trx, table, 'later_keys', rows);
      if (table.name === 'lea.erasure_key') await insert(trx, table, 'later_erasure_key', rows);
    },
  });
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Some tables refer to each other in a circle: no order of loading would do. Adding them again checks every row. */
async function dropReferences(trx: Knex.Transaction): Promise<readonly Constraint[]> {
  const { rows } = await trx.raw<{ rows: Constraint[] }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace where contype = 'f' and conparentid = 0 and n.nspname in ('public', 'lea', 'lea_auth')`,
  );
  for (const { table, name } of rows) await trx.raw(`alter table ${table} drop constraint ${name}`);
  return rows;
}

/** Identity columns go on after the highest number that was restored. */
async function resetCounters(trx: Knex.Transaction): Promise<void> {
  const { rows } = await trx.raw<{ rows: { table: string; column: string; name: string }[] }>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and n.nspname in ('public', 'lea_auth')`,
  );
  for (const { table, column, name } of rows)
    await trx.raw(
      `select setval('${name}', (select coalesce(max(${column}), 0) + 1 from ${table}), false)`,
    );
}

/**
 * A deletion log that was written with another ERASURE_KEY would be read in vain, and nobody told. Backups from before
 * the key was marked do not say.
 */
async function sameErasureKey(trx: Knex.Transaction, hash: KeyedHash): Promise<void> {
  const { rows } = await trx.raw<{ rows: { mark: string }[] }>(
    'select mark from lea.erasure_key union select mark from later_erasure_key',
  );
  if (rows.some(({ mark }) => mark !== markOf(hash)))
    throw new BackupError(
      'This backup was made with another ERASURE_KEY, without which nobody could be erased again who was erased since: set that one first (secrets.json, where it was kept).',
    );
  await trx.raw('insert into lea.erasure_key (mark) values (?) on conflict do nothing', [
    markOf(hash),
  ]);
}

async function replay(trx: Knex.Transaction, { hash, jobs }: RestoreOptions): Promise<number> {
  await trx.raw(`insert into erased_keys select distinct on (key_hash) * from later_keys order by key_hash, expires_at desc
    on conflict (key_hash) do update set expires_at = greatest(erased_keys.expires_at, excluded.expires_at)`);
  const { rows: later } = await trx.raw<{ rows: { subject_hash: string }[] }>(
    `insert into deletion_logs select distinct on (id) * from later_deletions on conflict (id) do nothing returning subject_hash`,
  );
  const hashes = new Set(later.map(({ subject_hash }) => subject_hash).filter((one) => one !== ''));
  if (hashes.size === 0) return 0;
  const erased = new Set<UserId>();
  // The log keeps the hash of a person's first alias, or of her id where she had none.
  const { rows: people } = await trx.raw<{ rows: { id: UserId; alias: string }[] }>(
    `select u.id, coalesce(a.alias, u.id::text) as alias from users u left join customer_aliases a on a.user_id = u.id where u.role = 'customer'`,
  );
  for (const { id, alias } of people)
    if (hashes.has(hash.of(alias)) || hashes.has(hash.of(id))) erased.add(id);
  for (const id of erased) {
    const erasure = new KnexErasure(trx);
    const { files } = await erasure.traces(id);
    await erasure.purge(id);
    const purge = { id: randomUUID(), userId: id, files };
    await oweMediaPurge({ erasure, jobs: new PgBossJobQueue(trx, jobs) }, purge);
  }
  return erased.size;
}
