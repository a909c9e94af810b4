import { likelihoodOf, type Likelihood } from '../../src/domain/triage/second-line/likelihood.ts';
import { triage, type TriageResult } from '../../src/domain/triage/triage.ts';
import { FOLDS, type Example } from './data.ts';
import { learn } from './learn.ts';

/** A sentence with what a second line thinks of it that has not learnt from it, nor from what lies in its fold. */
export interface Held extends Example {
  readonly likelihood: Likelihood;
  readonly found: TriageResult;
}

export function crossValidate(examples: readonly Example[]): readonly Held[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const model = learn(examples.filter((example) => example.fold !== fold));
    return examples
      .filter((example) => example.fold === fold)
      .map((example) => ({
        ...example,
        likelihood: likelihoodOf(example.text, model),
        found: triage(example.text),
      }));
  });
}

/** How often a positive is ranked above a negative; equal counts half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let above = 0;
  for (const positive of positives)
    for (const negative of negatives)
      above += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  return above / (positives.length * negatives.length);
}
