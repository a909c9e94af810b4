import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMs } from './cpu.ts';
import { AUTH_SECRET } from './database.ts';
import { until } from './wait.ts';
import { scratchFolder } from '../../tests/support/scratch-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What follows `exec node` in package.json's "start"; the other half is for where there is no `exec`. */
const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' || ')[0]!
  .split(' ')
  .slice(2);
export const WEBHOOK_SECRET = 'webhook-secret-of-the-bench';
export const SERVICE_KEY = 'service-role-key-0123456789-abcdefghij';

export interface LeaProcess {
  readonly url: string;
  /** From the spawn until it was ready, in milliseconds. */
  readonly readyAfterMs: number;
  /** Resident memory and used heap, in MB. */
  memory(): Promise<{ readonly rssMb: number; readonly heapMb: number }>;
  /** The most resident memory so far, in MB, where the system tells it. */
  peakRssMb(): Promise<number | null>;
  /** Processor time so far; null where the system does not tell. */
  cpuMs(): number | null;
  /** Waits for a clean end. */
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Léa as `npm start` runs her, in a process of her own, with nothing from this process's environment. */
export async function startLea(environment: Readonly<Record<string, string>>): Promise<LeaProcess> {
  const port = Number(environment['PORT'] ?? (await freePort()));
  const own = environment['DATA_DIR'] === undefined ? scratchFolder('bench-data') : null;
  const started = performance.now();
  const extra = process.env['LEA_BENCH_NODE_OPTIONS'];
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ...(extra === undefined ? {} : { NODE_OPTIONS: extra }),
      NODE_ENV: 'production',
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...(own === null ? {} : { DATA_DIR: own }),
      ADMIN_PASSWORD: 'un mot de passe de mesure',
      SERVICE_ROLE_KEY: SERVICE_KEY,
      ...environment,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let over: number | null | undefined;
  void ended.then((code) => (over = code ?? -1));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (over === undefined) child.kill('SIGTERM');
    await ended;
    if (own !== null) await rm(own, { recursive: true, force: true });
  };
  try {
    await until(
      async () => {
        if (over !== undefined) throw new Error(`Léa ended with ${over} while starting.`);
        return fetch(`${url}/readyz`).then(
          (response) => response.ok,
          () => false,
        );
      },
      'readiness',
      120_000,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    readyAfterMs: performance.now() - started,
    memory: async () => {
      const page = await (await fetch(`${url}/metrics`)).text();
      const gauge = (name: string): number =>
        Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1] ?? Number.NaN) / 2 ** 20;
      return {
        rssMb: gauge('process_resident_memory_bytes'),
        heapMb: gauge('nodejs_heap_size_used_bytes'),
      };
    },
    peakRssMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    },
    cpuMs: () => cpuMs(child.pid!),
    stop,
  };
}

/** What a server on a given database and a local gateway is told. */
export const production = (options: {
  readonly databaseUrl: string;
  readonly whapiUrl: string;
}): Readonly<Record<string, string>> => ({
  DATABASE_URL: options.databaseUrl,
  AUTH_SECRET,
  ERASURE_KEY: 'erasure-key-for-the-bench-0123456789',
  DEMO_DATA: 'catalogue',
  // Pictures go by their public address, as they do on a server that has one.
  PUBLIC_URL: 'https://lea.example.org',
  MESSAGING: 'whapi',
  WHAPI_TOKEN: 'bench',
  WHAPI_BASE_URL: options.whapiUrl,
  WHAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
});
