import { readdir, readFile } from 'node:fs/promises';

/** A process as Linux shows it to whoever looks. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly arguments: string;
  /** `NAME=value` each. */
  readonly environment: readonly string[];
}

/** The process and all that come from it, itself first. */
export async function processTree(root: number): Promise<readonly SeenProcess[]> {
  const all = (
    await Promise.all(
      (await readdir('/proc'))
        .filter((name) => /^\d+$/.test(name))
        .map((name) => look(Number(name))),
    )
  ).filter((one) => one !== null);
  const below = (pid: number): SeenProcess[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Those of them that are still there. */
export const alive = (pids: readonly number[]): readonly number[] =>
  pids.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });

async function look(pid: number): Promise<SeenProcess | null> {
  try {
    const [stat, words, environment] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
    ]);
    return {
      pid,
      parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
      arguments: words.replaceAll('\0', ' ').trim(),
      environment: environment.split('\0').filter((one) => one !== ''),
    };
  } catch {
    // It ended meanwhile.
    return null;
  }
}
