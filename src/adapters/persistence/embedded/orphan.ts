import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS = 120;
const BETWEEN_MS = 250;

/**
 * Waits until no PostgreSQL uses the data folder. One whose keeper was killed is told to stop, as nobody else will;
 * one that has a keeper belongs to a Léa of before there were locks.
 * @throws when it goes on
 */
export async function waitForPrevious(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  let told = false;
  for (let looks = 0; looks < LOOKS && existsSync(pidFile); looks += 1) {
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    if (!pid || !isPostgres(pid, await commandLine(pid))) return;
    if (!told && (await isOrphan(pid))) {
      told = true;
      process.kill(pid, 'SIGINT');
    }
    await sleep(BETWEEN_MS);
  }
  if (existsSync(pidFile))
    throw new Error(
      'another Léa is running on this DATA_DIR: stop it first, or set another DATA_DIR.',
    );
}

const commandLine = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');

/** Only where there is /proc; elsewhere nobody's is told to stop. */
async function isOrphan(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const parent = Number(stat.split(') ')[1]?.split(' ')[1]);
  return Number.isInteger(parent) && !(await commandLine(parent)).includes('keeper.ts');
}

function isPostgres(pid: number, command: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Where there is no /proc, a living pid counts.
  return command === '' ? !existsSync('/proc/self') : command.includes('postgres');
}
