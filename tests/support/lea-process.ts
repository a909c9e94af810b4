import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { WEBHOOK_SECRET } from './running-lea.ts';
import { TEST_SECRET } from './test-database.ts';
import { scratchFolder } from './scratch-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = path.join(ROOT, 'src/main.ts');
const READY_MS = 240_000;
/** Most of a start is reading the sources. */
const COMPILED = path.join(tmpdir(), 'lea-compile-cache');

/** A Léa of her own process, as `npm start` runs her. */
export interface LeaProcess {
  readonly pid: number;
  /** The address; of a worker, nothing answers there. */
  readonly url: string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
  /** Without a goodbye; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | NodeJS.Signals>;
}

export type Environment = Readonly<Record<string, string>>;

/**
 * What every process of a fleet has in common: one database (null for the embedded one), one gateway, one set of
 * secrets.
 */
export const fleetEnvironment = (databaseUrl: string | null, gatewayUrl: string): Environment => ({
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  AUTH_SECRET: TEST_SECRET,
  ERASURE_KEY: 'erasure-key-for-tests-0123456789-xyz',
  ADMIN_PASSWORD: 'un mot de passe de test',
  MESSAGING: 'whapi',
  WHAPI_TOKEN: 't',
  WHAPI_BASE_URL: gatewayUrl,
  WHAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
  BURST_WINDOW_MS: '0',
});

export interface ProcessOptions {
  /** Loaded before it. */
  readonly preload?: URL;
  /** By `npm start`, whose process then is the one that is answered. */
  readonly byNpm?: boolean;
}

/** Starts `src/main.ts` and waits until it says that it listens or works. */
export async function startLeaProcess(
  environment: Environment,
  options: ProcessOptions = {},
): Promise<LeaProcess> {
  const ownDir = environment['DATA_DIR'] === undefined;
  const dataDir = environment['DATA_DIR'] ?? scratchFolder('process');
  const [command, ...words] = options.byNpm
    ? ['npm', 'start']
    : [process.execPath, ...(options.preload ? ['--import', options.preload.href] : []), MAIN];
  const child = spawn(command, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: COMPILED,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      ...environment,
    },
  });
  const exited = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('exit', (code, signal) => {
      if (ownDir) rmSync(dataDir, { recursive: true, force: true });
      resolve(code ?? signal ?? 'SIGKILL');
    }),
  );
  const url = await ready(child, exited, environment['PORT']).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid!,
    url,
    exited,
    signal: (signal) => void child.kill(signal),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** Its address, as the banner says it where no port was given. */
async function ready(
  child: ChildProcess,
  exited: Promise<unknown>,
  port: string | undefined,
): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Not ready in time:\n${said}`)), READY_MS);
    void exited.then(() => reject(new Error(`Ended while starting:\n${said}`)));
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4_000);
        const found = /Léa écoute sur (\S+)|ROLE=worker/.exec(said);
        if (found === null) return;
        clearTimeout(late);
        const banner = (found[1] ?? '').replace('localhost', '127.0.0.1');
        resolve(port === undefined ? banner : `http://127.0.0.1:${port}`);
      });
  });
}

/** A customer's text in Whapi's shape. */
export const textEvent = (id: string, phone: string, text: string): unknown => ({
  messages: [
    {
      id,
      from_me: false,
      type: 'text',
      chat_id: `${phone}@s.whatsapp.net`,
      timestamp: Math.floor(Date.now() / 1000),
      source: 'mobile',
      text: { body: text },
      from: phone,
    },
  ],
  event: { type: 'messages', event: 'post' },
  channel_id: 'T',
});

/** Posts a customer's text; true when it was acknowledged. */
export const writeTo = (url: string, id: string, phone: string, text: string): Promise<boolean> =>
  fetch(`${url}/functions/whatsapp-webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-webhook-secret': WEBHOOK_SECRET },
    body: JSON.stringify(textEvent(id, phone, text)),
  }).then(
    async (response) => {
      await response.text();
      return response.status === 200;
    },
    () => false,
  );
