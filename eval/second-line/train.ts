/** `npm run train`: learns the second line's weights anew, chooses its thresholds, and writes both with a report. */
import { writeFileSync } from 'node:fs';
import { BUCKETS } from '../../src/domain/triage/second-line/features.ts';
import { crossValidate } from './cross-validate.ts';
import { trainingExamples } from './data.ts';
import { learn } from './learn.ts';
import { reportOf } from './report.ts';
import { chooseThresholds } from './thresholds.ts';

const WEIGHTS = new URL('../../src/domain/triage/second-line/weights.json', import.meta.url);
const REPORT = new URL('./report.md', import.meta.url);
const MOST = 127;

const examples = trainingExamples();
const held = crossValidate(examples);
const thresholds = chooseThresholds(held);
const { bias, weights } = learn(examples);
const [handoff, danger] = weights.map(pack);
const data = {
  bias: { handoff: bias[0], danger: bias[1] },
  thresholds,
  weights: { handoff, danger },
};
writeFileSync(WEIGHTS, `${JSON.stringify(data, null, 2)}\n`);
const report = reportOf(held, thresholds);
writeFileSync(REPORT, report);
console.log(report);

/** 8 bits a weight, as two hexadecimal digits; 128 stands for nothing. */
function pack(row: ArrayLike<number>): { readonly step: number; readonly bytes: string } {
  const values = Array.from({ length: BUCKETS }, (_, place) => row[place]!);
  const step = Math.max(...values.map(Math.abs)) / MOST;
  const byteOf = (value: number): string =>
    (Math.round(value / step) + 128).toString(16).padStart(2, '0');
  return { step, bytes: values.map(byteOf).join('') };
}
