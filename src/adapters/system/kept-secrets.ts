import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newVapidPrivateKey } from './vapid-keys.ts';

/** Secrets that nobody had to think of: made once, kept readable for the owner only under `dataDir`. */
export async function keptSecrets<const K extends string>(
  dataDir: string,
  names: readonly K[],
): Promise<Readonly<Record<K, string>>> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, 'secrets.json');
  const kept = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<
    Record<K, string>
  >;
  const missing = names.filter((name) => kept[name] === undefined);
  const all = {
    ...kept,
    ...Object.fromEntries(missing.map((name) => [name, fresh(name)])),
  } as Record<K, string>;
  if (missing.length > 0) {
    await writeFile(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
  }
  return all;
}

const fresh = (name: string): string =>
  name === 'vapid' ? newVapidPrivateKey() : randomBytes(36).toString('base64url');
