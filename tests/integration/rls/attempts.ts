import pg from 'pg';
import { ROLES, type MatrixRole } from './matrix.ts';
import { id, TABLES, type TableCase } from './tables.ts';
import type { WalledDatabase } from './walled-database.ts';

interface Attempt {
  readonly role: MatrixRole;
  readonly command: 'S' | 'I' | 'U' | 'D';
  readonly name: string;
  readonly sql: string;
  /** Rows that it means to touch; null for reading. */
  readonly rows: number | null;
}

/**
 * Runs a command as somebody and takes it back. Answers the rows read or how many were touched, `denied`, or
 * what else went wrong.
 */
const ATTEMPT = `create function pg_temp.attempt(login text, claims text, command text, reads boolean) returns text language plpgsql as $$
declare answer text; touched bigint;
begin
  perform set_config('request.jwt.claims', claims, true), set_config('role', login, true);
  if reads then execute command into answer;
  else
    execute command;
    get diagnostics touched = row_count;
    answer := touched;
  end if;
  raise exception using errcode = 'UNDO1', detail = answer;
exception
  when sqlstate 'UNDO1' then
    get stacked diagnostics answer = pg_exception_detail;
    return answer;
  when insufficient_privilege then return 'denied';
  when others then return 'error: ' || sqlerrm;
end $$`;

/** Makes the rows, past every wall and trigger, and what commands are run with. */
export async function seed({ admin }: WalledDatabase): Promise<void> {
  await admin.query(ATTEMPT);
  await admin.query(`set session_replication_role = replica`);
  for (const [table, { rows }] of Object.entries(TABLES))
    for (const row of Object.values(rows)) await admin.query(insertSql(table, row));
  await admin.query('reset session_replication_role');
}

const valueSql = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? pg.escapeLiteral(value) : String(value);

const insertSql = (table: string, row: TableCase['rows'][string]): string =>
  `insert into public.${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(valueSql).join(', ')})`;

/** What every role really can do with a table, in the matrix's words. */
export async function rightsFound(
  walled: WalledDatabase,
  table: string,
): Promise<Readonly<Record<MatrixRole, string>>> {
  const shape = TABLES[table];
  if (shape === undefined) throw new Error(`tables.ts lacks ${table}.`);
  const attempts = ROLES.flatMap((role) => attemptsOn(table, shape, role));
  const { rows } = await walled.admin.query<{ answer: string }>(
    `select pg_temp.attempt(a ->> 'login', a ->> 'claims', a ->> 'sql', (a ->> 'reads')::boolean) as answer
     from jsonb_array_elements($1) with ordinality as listed (a, place) order by place`,
    [
      JSON.stringify(
        attempts.map(({ role, sql, rows: touches }) => ({
          ...identityOf(walled, role),
          sql,
          reads: touches === null,
        })),
      ),
    ],
  );
  const answers = attempts.map((attempt, place) => ({ ...attempt, answer: rows[place]!.answer }));
  return Object.fromEntries(
    ROLES.map((role) => [
      role,
      inWords(
        shape,
        answers.filter((one) => one.role === role),
      ),
    ]),
  ) as Record<MatrixRole, string>;
}

function attemptsOn(table: string, shape: TableCase, role: MatrixRole): readonly Attempt[] {
  const all = Object.keys(shape.rows).length;
  const meant = (where: string): number => (where.includes('where') ? 1 : all);
  const from = `public.${table}`;
  return [
    {
      role,
      command: 'S',
      name: '',
      sql: `select coalesce(json_agg(found), '[]') from (select *, (${shape.key})::text as found from ${from}) as seen`,
      rows: null,
    },
    ...Object.entries(shape.insert).map(
      ([name, row]) =>
        ({
          role,
          command: 'I',
          name,
          sql: `${insertSql(table, row)} on conflict do nothing`,
          rows: table === 'kpi_clock' ? 0 : 1,
        }) as const,
    ),
    ...Object.entries(shape.update).map(
      ([name, set]) =>
        ({ role, command: 'U', name, sql: `update ${from} ${set}`, rows: meant(set) }) as const,
    ),
    ...Object.entries(shape.delete ?? { any: '' }).map(
      ([name, where]) =>
        ({
          role,
          command: 'D',
          name,
          sql: `delete from ${from} ${where}`,
          rows: meant(where),
        }) as const,
    ),
  ];
}

function identityOf(walled: WalledDatabase, role: MatrixRole): { login: string; claims: string } {
  const staff = (sub: string, claims: object): { login: string; claims: string } => ({
    login: 'authenticated',
    claims: JSON.stringify({ sub: id(sub), role: 'authenticated', ...claims }),
  });
  switch (role) {
    case 'anonymous':
      return { login: 'anon', claims: '' };
    case 'no_claims':
      return { login: 'authenticated', claims: '' };
    // Somebody who is signed in but no member of staff: never was, or is no longer.
    case 'stranger':
      return staff('customer', { user_role: 'customer' });
    case 'service':
      return { login: 'service_role', claims: '' };
    case 'login':
      return { login: walled.serverRole, claims: '' };
    case 'owner':
      return { login: walled.ownerRole, claims: '' };
    case 'support':
    case 'product_editor':
    case 'admin':
      return staff(role, { user_role: role });
  }
}

type Answered = Attempt & { readonly answer: string };

function inWords(shape: TableCase, answers: readonly Answered[]): string {
  const words = (['S', 'I', 'U', 'D'] as const).flatMap((command) => {
    const own = answers.filter((one) => one.command === command);
    const [names, all] =
      command === 'S'
        ? [rowsSeen(shape, own[0]!.answer), Object.keys(shape.rows)]
        : [own.flatMap(done), own.map(({ name }) => name)];
    if (names.length === 0) return [];
    return names.join() === all.join() ? [command] : [`${command}(${names.join()})`];
  });
  return words.length === 0 ? '-' : words.join(' ');
}

function rowsSeen({ rows, key }: TableCase, answer: string): readonly string[] {
  if (answer === 'denied') return [];
  if (answer.startsWith('error')) return [answer];
  const seen = JSON.parse(answer) as readonly string[];
  return Object.entries(rows)
    .filter(([, row]) => seen.includes(String(row[key])))
    .map(([name]) => name);
}

function done({ name, answer, rows }: Answered): readonly string[] {
  if (answer === 'denied') return [];
  if (answer === String(rows)) return [name];
  return answer === '0' ? [] : [`${name}: ${answer}`];
}
