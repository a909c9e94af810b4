import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isVapidPrivateKey, newVapidPrivateKey } from './vapid-keys.ts';
import { writeWhole } from '../adapters/system/write-whole.ts';

/** Stops the start with one sentence that names the file and says what to do. */
export class SecretsFileError extends Error {}

const Secret = z.string().min(32);
const Kept = z.looseObject({
  /** Of the embedded PostgreSQL's owner. */
  database: Secret.optional(),
  auth: Secret.optional(),
  erasure: Secret.optional(),
  vapid: z.string().refine(isVapidPrivateKey).optional(),
});
const NAMES = ['database', 'auth', 'erasure', 'vapid'] as const;
/** Came later than the others, and costs no more than that browsers subscribe again. */
const MAY_BE_NEW = 'vapid';

export type SecretName = (typeof NAMES)[number];
export type Secrets = Readonly<Record<SecretName, string>>;

export interface KeptSecretsOptions {
  /** From the environment; they go before what is kept, and are not kept. */
  readonly given: { readonly auth?: string | null; readonly erasure?: string | null };
  /** Whether a database was made with the secrets that are kept: then none is made anew. */
  readonly hasCluster: boolean;
}

export const secretsFile = (dataDir: string): string => path.resolve(dataDir, 'secrets.json');

/**
 * Secrets that nobody had to think of: made with the first start, kept readable for the owner only under `dataDir`.
 * @throws SecretsFileError when the file is not whole, or lacks what a database was made with
 */
export async function keptSecrets(
  dataDir: string,
  { given, hasCluster }: KeptSecretsOptions,
): Promise<Secrets> {
  const kept = await readSecrets(dataDir);
  const lost = NAMES.filter(
    (name) => name !== MAY_BE_NEW && kept?.[name] === undefined && !isGiven(given, name),
  );
  if (hasCluster && lost.length > 0) throw new SecretsFileError(lostSentence(dataDir, kept, lost));
  const missing = NAMES.filter((name) => kept?.[name] === undefined && !isGiven(given, name));
  const all = { ...kept, ...Object.fromEntries(missing.map((name) => [name, fresh(name)])) };
  if (missing.length > 0) {
    await mkdir(dataDir, { recursive: true });
    await writeWhole(secretsFile(dataDir), `${JSON.stringify(all, null, 2)}\n`);
  }
  return {
    ...(all as Secrets),
    ...(given.auth ? { auth: given.auth } : {}),
    ...(given.erasure ? { erasure: given.erasure } : {}),
  };
}

/**
 * What is kept, or null when there is no file.
 * @throws SecretsFileError when it is not whole
 */
export async function readSecrets(
  dataDir: string,
): Promise<Partial<Record<SecretName, string | undefined>> | null> {
  const file = secretsFile(dataDir);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new SecretsFileError(
      `${file} cannot be read (${error.code}): give it back to the user that Léa runs as.`,
    );
  });
  if (text === null) return null;
  const found = Kept.safeParse(parsed(text));
  if (found.success) return found.data;
  throw new SecretsFileError(
    `${file} is not what Léa wrote there (${whatIsWrong(text, found.error)}): put it back from a backup, or delete it if ${path.resolve(dataDir)} holds no database that matters.`,
  );
}

const isGiven = (given: KeptSecretsOptions['given'], name: SecretName): boolean =>
  (name === 'auth' || name === 'erasure') && Boolean(given[name]);

const VARIABLES: Partial<Record<SecretName, string>> = {
  auth: 'AUTH_SECRET',
  erasure: 'ERASURE_KEY',
};

function lostSentence(dataDir: string, kept: object | null, lost: readonly SecretName[]): string {
  const what =
    kept === null
      ? `${secretsFile(dataDir)} is missing beside a database that was made with it`
      : `${secretsFile(dataDir)} lacks ${lost.map((name) => `"${name}"`).join(', ')}, which its database was made with`;
  const variables = lost.flatMap((name) => VARIABLES[name] ?? []);
  const or =
    kept === null || variables.length < lost.length
      ? ''
      : ` or set ${variables.join(' and ')} to what it was`;
  return `${what}: put it back from a backup${or} (without ERASURE_KEY nobody who was erased can be erased again after a restore).`;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Never a value: this is printed. */
function whatIsWrong(text: string, { issues }: z.ZodError): string {
  if (text.trim() === '') return 'it is empty';
  const name = issues[0]?.path[0];
  return name === undefined ? 'it is no whole JSON' : `"${String(name)}" is no secret`;
}

const fresh = (name: SecretName): string =>
  name === 'vapid' ? newVapidPrivateKey() : randomBytes(36).toString('base64url');
