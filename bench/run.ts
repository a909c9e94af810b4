/**
 * Measures what docs/performance.md says: `npm run bench`, some parts alone with `npm run bench -- acks turns`,
 * the short form with `--quick`. Prints a table and writes bench/results/<part>.json. `--profile` tells besides
 * what PostgreSQL spent its time on, and leaves a CPU profile of every Léa under artifacts/bench/.
 */
import { conditions, passes, type Measurement } from './support/measurement.ts';
import { startPostgres } from './support/database.ts';
import { keep, table } from './support/report.ts';
import type { Part } from './support/part.ts';

const PARTS: Readonly<Record<string, () => Promise<{ readonly part: Part }>>> = {
  acks: () => import('./parts/acks.ts'),
  turns: () => import('./parts/turns.ts'),
  statements: () => import('./parts/statements.ts'),
  prompt: () => import('./parts/prompt.ts'),
  memory: () => import('./parts/memory.ts'),
  start: () => import('./parts/start.ts'),
  catalogue: () => import('./parts/catalogue.ts'),
  inbox: () => import('./parts/inbox.ts'),
  erasure: () => import('./parts/erasure.ts'),
  dashboard: () => import('./parts/dashboard.ts'),
};

const wishes = process.argv.slice(2);
const quick = wishes.includes('--quick');
const profile = wishes.includes('--profile');
if (profile) process.env['LEA_BENCH_NODE_OPTIONS'] = '--cpu-prof --cpu-prof-dir=artifacts/bench';
const named = wishes.filter((wish) => !wish.startsWith('--'));
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const postgres = await startPostgres(profile);
const all: Measurement[] = [];
const failed: string[] = [];
// Ctrl-C stops what runs, and PostgreSQL goes with this process.
process.once('SIGINT', () => void postgres.stop().finally(() => process.exit(130)));
try {
  for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
    const before = conditions(postgres.version);
    const started = performance.now();
    console.log(`\n${name}`);
    try {
      const { part } = await PARTS[name]!();
      const measurements = await part({
        postgres,
        quick,
        say: (line) => console.log(`  … ${line}`),
      });
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`\n${table(measurements)}\n`);
      const result = { part: name, at: new Date().toISOString(), quick, seconds };
      console.log(
        `  ${seconds} s → ${await keep({ ...result, conditions: before, measurements })}`,
      );
      all.push(...measurements);
    } catch (error) {
      console.error(error);
      failed.push(name);
    }
  }
} finally {
  await postgres.stop();
}
const judged = all.map(passes).filter((passed) => passed !== null);
console.log(`\n${judged.filter((passed) => passed).length} of ${judged.length} targets are met.`);
if (failed.length > 0) {
  console.error(`Not measured, because something broke: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
