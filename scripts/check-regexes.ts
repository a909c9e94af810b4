/**
 * Whether any regular expression can hold the event loop: all that are written in the sources, and all that are
 * built when they load, are attacked. ESLint's rules (see eslint.config.ts) find most while they are written; the
 * two know different shapes. What recheck made of one is kept in regexes/attacked.json, as thinking takes minutes:
 * commit that file with a changed expression. With a guard against an empty pass: a file that is slow on purpose
 * must be reported by both, and is thought about each time.
 */
import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { attack } from './regexes/attack.ts';
import { built, written, type Found } from './regexes/find-regexes.ts';
import { AttackRecord } from './regexes/record.ts';

const SOURCES = ['src/**/*.ts', 'scripts/**/*.ts', 'dashboard/{src,service-worker}/**/*.{ts,tsx}'];
const DELIBERATE = 'tests/fixtures/slow-regexes/slow.ts';
const BUILDS = /^(?:export )?const \w+ = new RegExp\(/m;

const files = SOURCES.flatMap((pattern) => globSync(pattern));
const builders = files.filter((file) => BUILDS.test(readFileSync(file, 'utf8')));
const ours = distinct([...files.flatMap(written), ...(await built(builders))]);
const deliberate = distinct([...written(DELIBERATE), ...(await built([DELIBERATE]))]);

const record = AttackRecord.read();
const complaints = await slowOnes(ours, record);
const real = complaints.length;
const changed = record.save();
const onPurpose = await slowOnes(deliberate, new AttackRecord());
if (onPurpose.length !== 2)
  complaints.push(
    `${DELIBERATE}: what is slow on purpose was not reported, the check sees nothing`,
  );
const [linted] = await new ESLint({ ignore: false }).lintFiles([DELIBERATE]);
for (const rule of ['regexp/no-super-linear-move', 'no-restricted-syntax'])
  if (!linted?.messages.some(({ ruleId }) => ruleId === rule))
    complaints.push(`${DELIBERATE}: ESLint's ${rule} did not report it, the rule does not work`);

for (const complaint of complaints) console.error(complaint);
console.log(`${ours.length} regular expressions attacked, ${real} slow`);
if (changed) console.log('scripts/regexes/attacked.json was brought up to date: commit it');
process.exit(complaints.length > 0 ? 1 : 0);

function distinct(regexes: readonly Found[]): readonly Found[] {
  return [...new Map(regexes.map((regex) => [`/${regex.source}/${regex.flags}`, regex])).values()];
}

async function slowOnes(regexes: readonly Found[], known: AttackRecord): Promise<string[]> {
  const slow: string[] = [];
  const waiting = [...regexes];
  const inTurn = async (): Promise<void> => {
    for (let regex = waiting.pop(); regex !== undefined; regex = waiting.pop()) {
      const sentence = await attack(regex, known);
      if (sentence !== null) slow.push(sentence);
    }
  };
  await Promise.all([inTurn(), inTurn()]);
  return slow;
}
