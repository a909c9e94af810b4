/**
 * Whether any regular expression can hold the event loop: all that are written in the sources, and all that are
 * built when they load, are attacked. ESLint's rules (see eslint.config.ts) find most while they are written; the
 * two know different shapes. With a guard against an empty pass: a file that is slow on purpose must be reported
 * by both.
 */
import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { attack } from './regexes/attack.ts';
import { built, written } from './regexes/find-regexes.ts';

const SOURCES = ['src/**/*.ts', 'scripts/**/*.ts', 'dashboard/{src,service-worker}/**/*.{ts,tsx}'];
const DELIBERATE = 'tests/fixtures/slow-regexes/slow.ts';
const BUILDS = /^(?:export )?const \w+ = new RegExp\(/m;

const files = SOURCES.flatMap((pattern) => globSync(pattern));
const builders = files.filter((file) => BUILDS.test(readFileSync(file, 'utf8')));
const all = [
  ...[...files, DELIBERATE].flatMap(written),
  ...(await built([...builders, DELIBERATE])),
];
const distinct = [
  ...new Map(all.map((regex) => [`/${regex.source}/${regex.flags}`, regex])).values(),
];

const slow: string[] = [];
const waiting = [...distinct];
const inTurn = async (): Promise<void> => {
  for (let regex = waiting.pop(); regex !== undefined; regex = waiting.pop()) {
    const sentence = await attack(regex);
    if (sentence !== null) slow.push(sentence);
  }
};
await Promise.all([inTurn(), inTurn()]);
const onPurpose = slow.filter((sentence) => sentence.startsWith(DELIBERATE));
const complaints = slow.filter((sentence) => !onPurpose.includes(sentence));
const real = complaints.length;
if (onPurpose.length !== 2)
  complaints.push(
    `${DELIBERATE}: what is slow on purpose was not reported, the check sees nothing`,
  );
const [linted] = await new ESLint({ ignore: false }).lintFiles([DELIBERATE]);
for (const rule of ['regexp/no-super-linear-move', 'no-restricted-syntax'])
  if (!linted?.messages.some(({ ruleId }) => ruleId === rule))
    complaints.push(`${DELIBERATE}: ESLint's ${rule} did not report it, the rule does not work`);

for (const complaint of complaints) console.error(complaint);
console.log(`${distinct.length} regular expressions attacked, ${real} slow`);
process.exit(complaints.length > 0 ? 1 : 0);
