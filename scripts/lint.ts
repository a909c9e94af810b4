/**
 * ESLint for what needs no types, oxlint for what does, and the formatting. With a guard against an empty pass:
 * a file that is wrong on purpose must be reported.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MISTAKES = 'tests/fixtures/typed-mistakes/mistakes.ts';

const passes = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;

const asked = new Set(
  readFileSync(MISTAKES, 'utf8')
    .match(/^ +\/\/ .+$/gm)
    ?.flatMap((line) => line.replace(/^ +\/\/ /, '').split(', ')),
);
const { stdout } = spawnSync('oxlint', ['--type-aware', '--format=json', MISTAKES], {
  encoding: 'utf8',
});
const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { code: string }[] };
for (const rule of asked)
  if (!diagnostics.some(({ code }) => code.includes(`(${rule})`))) {
    console.error(`${MISTAKES}: ${rule} did not report it, the rule does not work`);
    process.exitCode = 1;
  }

const all = [
  passes('oxlint', '--type-aware', '--ignore-pattern=tests/fixtures/**'),
  passes('eslint', '.', '--pass-on-unpruned-suppressions'),
  passes('prettier', '--check', '.'),
];
if (asked.size === 0 || all.includes(false)) process.exitCode = 1;
