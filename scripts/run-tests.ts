/** `npm test`: every suite in one go, closing with a line that counts them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../tests/support/scratch-folder.ts';

// Everything temporary goes with it, whatever became of the tests.
const scratch = scratchFolder('tests');
const report = path.join(scratch, 'report.json');
const run = spawnSync(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, TMPDIR: scratch } },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
  readFileSync(report, 'utf8'),
) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
rmSync(scratch, { recursive: true, force: true });
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exit(run.status === 0 && numPassedTests === 0 ? 1 : (run.status ?? 1));
