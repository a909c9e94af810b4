import type { ClientBase } from 'pg';

export interface BackedUpTable {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Quoted; what the database works out by itself is left out. */
  readonly columns: readonly string[];
}

/** Tables of ours with lasting content: not the job queue's, not the migrations', nothing that a crash would empty. */
export async function lastingTables(client: ClientBase): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname in ('public', 'lea', 'lea_auth') and not (n.nspname = 'lea' and c.relname like 'migrations%')
     group by 1 order by 1`,
  );
  return rows;
}
