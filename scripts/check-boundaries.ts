/**
 * The dependency rules, with a guard against an empty pass: enough modules must have been read, and a file
 * that breaks a rule on purpose must be reported.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
    readonly totalCruised: number;
  };
}

function cruise(): Report {
  const run = spawnSync(
    'depcruise',
    ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(run.stdout) as Report;
}

const { violations, totalCruised } = cruise().summary;
const expected = Number(
  execFileSync('sh', ['-c', 'find src -name "*.ts" | wc -l'], { encoding: 'utf8' }),
);
for (const violation of violations)
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
if (totalCruised < expected) {
  console.error(`only ${totalCruised} of ${expected} modules were read: the check saw nothing`);
  process.exit(1);
}

const planted = 'src/domain/deliberate-leak.ts';
copyFileSync('tests/fixtures/deliberate-leak/leak.ts', planted);
try {
  if (!cruise().summary.violations.some((violation) => violation.from === planted)) {
    console.error('a deliberate leak in the domain was not reported: the rules do not work');
    process.exit(1);
  }
} finally {
  rmSync(planted);
}
console.log(
  `${totalCruised} modules, ${violations.length} violations; the deliberate leak was caught`,
);
process.exit(violations.length === 0 ? 0 : 1);
