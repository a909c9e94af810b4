import { execFileSync } from 'node:child_process';

/** The account that PostgreSQL runs as when Léa runs as root, which PostgreSQL refuses. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const OWN = 'lea-postgres';
const TRIES = 3;

/**
 * Null unless this process is root. An account of its own, made where there is none: whoever shares one with
 * PostgreSQL may read its files. The shared ones are for systems where none can be made.
 */
export function unprivilegedUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const found = idsOf(OWN) ?? made() ?? idsOf('postgres') ?? idsOf('nobody');
  if (found === null)
    throw new Error(
      `PostgreSQL does not run as root, and no account "${OWN}" could be made for it: start Léa as a normal user or set DATABASE_URL.`,
    );
  return found;
}

function idsOf(name: string): RunAs | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // Not on this machine.
    return null;
  }
}

/** Another process may be making it, or hold the lock of the accounts. */
function made(): RunAs | null {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      execFileSync(
        'useradd',
        [
          '--system',
          '--user-group',
          '--no-create-home',
          '--home-dir=/nonexistent',
          '--shell=/usr/sbin/nologin',
          OWN,
        ],
        { stdio: 'ignore' },
      );
    } catch {
      // Whether it is there now is what counts.
    }
    const found = idsOf(OWN);
    if (found !== null) return found;
  }
  return null;
}
