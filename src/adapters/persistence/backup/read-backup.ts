import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { BACKUP_FORMAT, type BackupScope } from './write-backup.ts';
import type { BackedUpTable } from './tables.ts';

export class BackupError extends Error {}

export interface BackupHeader {
  readonly scope: BackupScope;
  readonly at: string;
  readonly migrations: readonly string[];
}

export interface BackupReader {
  header(header: BackupHeader): Promise<void>;
  /** Rows as JSON texts. */
  rows(table: BackedUpTable, rows: readonly string[]): Promise<void>;
}

const BATCH = 500;

/**
 * Reads a backup from its beginning to its end.
 * @throws BackupError when it is no backup of ours, or not whole
 */
export async function readBackup(file: string, reader: BackupReader): Promise<void> {
  let table: BackedUpTable | null = null;
  let batch: string[] = [];
  let count = 0;
  let begun = false;
  let whole = false;
  const flush = async (): Promise<void> => {
    if (table !== null && batch.length > 0) await reader.rows(table, batch);
    batch = [];
  };
  for await (const line of linesOf(file)) {
    if (!begun) {
      await reader.header(headerOf(line));
      begun = true;
    } else if (line.startsWith('#end ')) {
      whole = Number(line.slice(5)) === count;
    } else if (line.startsWith('#')) {
      await flush();
      table = JSON.parse(line.slice(1)) as BackedUpTable;
    } else {
      count += 1;
      batch.push(line);
      if (batch.length === BATCH) await flush();
    }
  }
  await flush();
  if (!whole) throw new BackupError('This backup is not whole: its end is missing.');
}

function headerOf(line: string): BackupHeader {
  const header = parsed(line);
  if (header?.['format'] !== BACKUP_FORMAT) throw new BackupError('This is no backup of Léa.');
  return header as unknown as BackupHeader;
}

const parsed = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
};

/** By line feed only: node's readline also breaks at U+2028, which may stand in a customer's message. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of createReadStream(file).pipe(createGunzip())) {
      const parts = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = parts.pop()!;
      yield* parts;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new BackupError('This backup is not whole, or no backup of Léa.');
    throw error;
  }
  if (rest !== '') yield rest;
}
