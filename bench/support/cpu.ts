import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

interface Stat {
  readonly parent: number;
  /** Its own and that of its children which have ended, in milliseconds. */
  readonly ms: number;
}

function statOf(pid: number): Stat | null {
  try {
    // The name may hold anything: what counts comes behind its closing bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ms: ticks * TICK_MS };
  } catch {
    return null;
  }
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

/** Processor time that a process and its children have used; null where there is no /proc. */
export function cpuMs(pid: number): number | null {
  const own = statOf(pid);
  if (own === null) return null;
  return readdirSync('/proc')
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid)
    .reduce((sum, stat) => sum + stat!.ms, own.ms);
}
