import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { lastingTables } from './tables.ts';

export const BACKUP_FORMAT = 'lea-backup-1';
const FETCH = 1_000;

export type BackupScope = 'all' | 'deletions';
/** What a restore needs to know of erasures; small, so that it can be copied away often. */
const OF_DELETIONS = new Set(['public.deletion_logs', 'public.erased_keys', 'lea.erasure_key']);

/**
 * Writes the database's content as of one instant into a file that only its owner may read: gzip, a line a row.
 * `deletions` writes what a later restore of an older backup has to replay. Answers how many rows there were.
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  scope: BackupScope = 'all',
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lea-backup' });
  await client.connect();
  const partial = `${file}.partial`;
  const gzip = createGzip();
  const out = createWriteStream(partial, { mode: 0o600 });
  gzip.pipe(out);
  const write = async (lines: string): Promise<void> => {
    if (!gzip.write(lines)) await once(gzip, 'drain');
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ at: string; migrations: string[] }>(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, (select array_agg(name order by id) from lea.migrations) as migrations`,
    );
    await write(`${JSON.stringify({ format: BACKUP_FORMAT, scope, ...rows[0] })}\n`);
    let count = 0;
    for (const { name, columns } of await lastingTables(client)) {
      if (scope === 'deletions' && !OF_DELETIONS.has(name)) continue;
      await write(`#${JSON.stringify({ name, columns })}\n`);
      await client.query(
        `declare rows_of cursor for select row_to_json(one)::text as line from (select ${columns.join(', ')} from ${name}) as one`,
      );
      for (;;) {
        const { rows: batch } = await client.query<{ line: string }>(`fetch ${FETCH} from rows_of`);
        if (batch.length === 0) break;
        count += batch.length;
        await write(`${batch.map(({ line }) => line).join('\n')}\n`);
      }
      await client.query('close rows_of');
    }
    // Without this line the file was cut short.
    await write(`#end ${count}\n`);
    gzip.end();
    await finished(out);
    await chmod(partial, 0o600);
    await rename(partial, file);
    return count;
  } catch (error) {
    gzip.destroy();
    out.destroy();
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
