import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { PERSONAL_DATA_REGISTER } from '../../../src/domain/privacy/register.ts';

/** Rows that nobody plants: triggers or an erasure write them. */
const WRITTEN_BY_OTHERS = new Set(
  'kpi_conversations erasure_confirmations media_purges deletion_logs erased_keys live_changes'
    .split(' ')
    .map((name) => `public.${name}`),
);

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The table that it refers to. */
  readonly target: string | null;
  /** A value that its check allows, where the check lists them. */
  readonly allowed: string | null;
}

/** A value that stands nowhere else. */
export interface Canary {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

export interface PlantedPerson {
  readonly id: string;
  readonly conversation: string;
  readonly digits: string;
  readonly canaries: readonly Canary[];
}

/** What rows of all people share: none of it is theirs. */
export interface Surroundings {
  readonly staff: string;
  readonly product: string;
  readonly campaign: string;
}

async function columnsOf(owner: pg.Client): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column & { readonly checks: string | null }>(
    `select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
       (select tn.nspname || '.' || t.relname from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
         where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum] limit 1) as target,
       (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
         where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]) as checks
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
     where n.nspname = 'public' and c.relkind = 'r' order by c.relname, a.attnum`,
  );
  return rows.map((row) => ({
    ...row,
    allowed: /ARRAY\['([^']+)'/.exec(row.checks ?? '')?.[1] ?? null,
  }));
}

let moments = Date.parse('2021-01-01T00:00:00Z');

/**
 * Plants one person in every table about customers that the register names, a value of its own in every column that
 * can hold one. A column that is new is planted without a word here.
 */
export async function plantPerson(
  owner: pg.Client,
  tag: string,
  digits: string,
  around: Surroundings,
): Promise<PlantedPerson> {
  const all = await columnsOf(owner);
  const tables = Object.entries(PERSONAL_DATA_REGISTER)
    .filter(([name, { about }]) => about === 'customer' && !WRITTEN_BY_OTHERS.has(name))
    .map(([name]) => name);
  const ids: Record<string, string> = Object.fromEntries(
    tables.map((name) => [name, randomUUID()]),
  );
  const canaries: Canary[] = [];
  const event = `${tag}.quarantined_events.raw!`;
  /** What cannot be any word, and the canary in it. */
  const special: Readonly<Record<string, { readonly value: unknown; readonly canary?: string }>> = {
    'public.users.phone_number': { value: `+${digits}`, canary: digits },
    'public.users.role': { value: 'customer' },
    'public.customer_aliases.alias': { value: `+${digits}`, canary: digits },
    'public.early_changes.chat_id': { value: `${digits}@s.whatsapp.net` },
    'public.quarantined_events.raw': { value: { from: digits, text: event }, canary: event },
    'public.idempotency_keys.response': { value: { user_id: ids['public.users'] } },
  };

  const valueOf = ({ table, column, type, target, allowed }: Column): unknown => {
    const note = (value: string): string => {
      canaries.push({ table, column, value });
      return value;
    };
    const known = special[`${table}.${column}`];
    if (known !== undefined) {
      if (known.canary !== undefined) note(known.canary);
      return known.value;
    }
    if (target === 'public.products') return around.product;
    if (target === 'public.campaigns') return around.campaign;
    if (target === 'public.users' && column !== 'user_id') return around.staff;
    if (target !== null) return ids[target];
    if (column === 'id' && type === 'uuid') return note(ids[table]!);
    const word = `${tag}.${table.replace('public.', '')}.${column}!`;
    switch (type) {
      case 'uuid':
        return /^(?:author|actor)_id$/.test(column) ? around.staff : note(randomUUID());
      case 'text':
        return allowed ?? note(word);
      case 'text[]':
        return [note(word)];
      case 'jsonb':
        return JSON.stringify({ word: note(word) });
      case 'timestamp with time zone':
        return note(new Date((moments += 61_000)).toISOString());
      case 'date':
        return note(new Date((moments += 86_400_000)).toISOString().slice(0, 10));
      case 'boolean':
        return true;
      case 'integer':
      case 'smallint':
      case 'bigint':
        return 1;
      default:
        throw new Error(`Say what a canary of type ${type} is (${table}.${column}).`);
    }
  };

  const later: (() => Promise<unknown>)[] = [];
  const waiting = new Set(tables);
  const isThere = (target: string | null, own: string): boolean =>
    target === null || target === own || !waiting.has(target);
  while (waiting.size > 0) {
    const table = [...waiting].find((name) =>
      all.every((one) => one.table !== name || one.nullable || isThere(one.target, name)),
    );
    if (table === undefined) throw new Error(`A circle: ${[...waiting].join(', ')}`);
    const columns = all.filter((one) => one.table === table);
    const values = columns.map(valueOf).map((value, index) => {
      const { column, target } = columns[index]!;
      if (isThere(target, table) && target !== table) return value;
      later.push(() =>
        owner.query(`update ${table} set ${column} = $1 where id = $2`, [value, ids[table]]),
      );
      return null;
    });
    await owner.query(
      `insert into ${table} (${columns.map(({ column }) => `"${column}"`).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    );
    waiting.delete(table);
  }
  for (const link of later) await link();
  return {
    id: ids['public.users']!,
    conversation: ids['public.conversations']!,
    digits,
    canaries,
  };
}

/** Every place in any schema where one of these values stands, as `schema.table.column`, with the values. */
export async function placesOf(
  owner: pg.Client,
  values: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows: tables } = await owner.query<{ name: string; table: string }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%'`,
  );
  const found = new Map<string, Set<string>>();
  for (const { name, table } of tables) {
    const { rows } = await owner.query<{ row: Readonly<Record<string, unknown>> }>(
      `select to_jsonb(t) as row from ${table} t`,
    );
    for (const { row } of rows)
      for (const [column, content] of Object.entries(row)) {
        const text = JSON.stringify(content);
        for (const value of values)
          if (text.includes(inDatabase(value)))
            found.set(
              `${name}.${column}`,
              (found.get(`${name}.${column}`) ?? new Set()).add(value),
            );
      }
  }
  return found;
}

/** A moment as to_jsonb writes it, without its fraction and zone. */
const inDatabase = (value: string): string =>
  /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 19) : value;
