import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A folder below the system's temporary one (`npm test` empties it). PostgreSQL's own user may enter it: where it
 * may not, the embedded database moves its data to a place that nobody would clean up.
 */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `lea-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
