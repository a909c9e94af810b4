/**
 * The dependency rules, with guards against an empty pass: enough modules must have been read, and files that
 * break a rule on purpose must be reported.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, rmSync } from 'node:fs';

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

/** Each part of the tree with the compiler settings by which its imports are found. */
const TREES = [
  { folder: 'src', tsConfig: 'tsconfig.json', sources: 'src/**/*.ts' },
  {
    folder: 'dashboard/src',
    tsConfig: 'dashboard/tsconfig.json',
    sources: 'dashboard/src/**/*.ts*',
  },
];
/** Broken on purpose: where each file is put for a moment. */
const LEAKS = [
  { fixture: 'tests/fixtures/deliberate-leak/leak.ts', planted: 'src/domain/deliberate-leak.ts' },
  {
    fixture: 'tests/fixtures/deliberate-leak/circle.ts',
    planted: 'dashboard/src/deliberate-leak.ts',
  },
];

function cruise({ folder, tsConfig }: { folder: string; tsConfig: string }): Report['summary'] {
  const run = spawnSync(
    'depcruise',
    [
      folder,
      '--config',
      '.dependency-cruiser.cjs',
      '--ts-config',
      tsConfig,
      '--output-type',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return (JSON.parse(run.stdout) as Report).summary;
}

let failed = false;
const complain = (sentence: string): void => {
  console.error(sentence);
  failed = true;
};
for (const { fixture, planted } of LEAKS) copyFileSync(fixture, planted);
try {
  for (const tree of TREES) {
    const { violations, totalCruised } = cruise(tree);
    const planted = LEAKS.map((leak) => leak.planted).filter((file) =>
      file.startsWith(tree.folder),
    );
    for (const file of planted)
      if (!violations.some(({ from }) => from === file))
        complain(`${file}: a deliberate leak was not reported, the rules do not work`);
    const real = violations.filter(({ from }) => !planted.includes(from));
    for (const { rule, from, to } of real) complain(`${rule.name}: ${from} → ${to}`);
    const expected = globSync(tree.sources).length;
    if (totalCruised < expected)
      complain(
        `${tree.folder}: only ${totalCruised} of ${expected} modules were read, the check saw nothing`,
      );
    console.log(
      `${tree.folder}: ${totalCruised} modules, ${real.length} violations; the deliberate leak was caught`,
    );
  }
} finally {
  for (const { planted } of LEAKS) rmSync(planted);
}
process.exit(failed ? 1 : 0);
