import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../support/scratch-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Bringing up PostgreSQL, migrating, seeding and building the dashboard, on a slow machine. */
const START_MS = 240_000;

export interface StartedShop {
  readonly url: string;
  /** The account as the terminal shows it. */
  readonly admin: { readonly email: string; readonly password: string };
  stop(): Promise<void>;
}

/** Lets tests post what the gateway would. */
export const GATEWAY_SECRET = 'a secret of the gateway, 0123456789abcdef';

/** `npm start` on a clean clone: nothing is set but a free port, a folder of its own and the gateway's secret. */
export async function startShop(): Promise<StartedShop> {
  const dataDir = scratchFolder('browser');
  const server = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      WHAPI_WEBHOOK_SECRET: GATEWAY_SECRET,
    },
  });
  // A run that is cut short leaves no server behind.
  const orphaned = () => server.kill('SIGTERM');
  process.once('exit', orphaned);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', orphaned);
    await ended(server);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await announced(server)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the addresses and the account where a person would: in the terminal. */
function announced(
  server: ChildProcessWithoutNullStreams,
): Promise<Pick<StartedShop, 'url' | 'admin'>> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`Léa did not start: ${why}\n${said}`));
    const timer = setTimeout(() => fail('it took too long.'), START_MS);
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /Tableau de bord\s+(http\S+?)\/\s/.exec(said)?.[1];
      const account = /Connexion\s+(\S+)\s+mot de passe : (\S+)/.exec(said);
      if (url === undefined || account === null) return;
      clearTimeout(timer);
      resolve({ url, admin: { email: account[1]!, password: account[2]! } });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with ${code}.`));
  });
}

async function ended(server: ChildProcessWithoutNullStreams): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}
