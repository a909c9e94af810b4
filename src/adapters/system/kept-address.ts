import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from './write-whole.ts';

const fileIn = (dataDir: string): string => path.join(dataDir, 'address');

/** Keeps where Léa listens on this machine while she runs; answers how to forget it. */
export async function keepAddress(dataDir: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  await writeWhole(fileIn(dataDir), `${url}\n`);
  return () => rm(fileIn(dataDir), { force: true });
}

/** Null when no process keeps one. */
export async function readAddress(dataDir: string): Promise<string | null> {
  const kept = (await readFile(fileIn(dataDir), 'utf8').catch(() => '')).trim();
  return URL.canParse(kept) ? kept : null;
}
