import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TriageCategory, TriageSeverity } from '../../../src/domain/triage/rule.ts';
import { triage } from '../../../src/domain/triage/triage.ts';

interface Vignette {
  readonly text: string;
  readonly category: TriageCategory;
  readonly severity: TriageSeverity;
}

const WEIGHT = { none: 0, handoff: 1, urgent: 2, emergency: 3 } as const;
/** The product's bound is 10 %; the rules are held to what they reach, with room for one odd case. */
const MAX_FALSE_ALARMS = 0.02;
/** A wrong category still reaches a person, with a less fitting text. */
const MIN_CATEGORY_AGREEMENT = 0.9;

function read<T>(name: string): readonly T[] {
  return JSON.parse(
    readFileSync(new URL(`./vignettes/${name}.json`, import.meta.url), 'utf8'),
  ) as readonly T[];
}

describe.each(['', '-heldout'])('triage vignettes%s', (suffix) => {
  const vignettes = read<Vignette>(`escalate${suffix}`);
  const chats = read<string>(`shopping${suffix}`);
  const results = vignettes.map((vignette) => ({ ...vignette, result: triage(vignette.text) }));

  it('misses no emergency', () => {
    const emergencies = results.filter(({ severity }) => severity === 'emergency');
    const missed = emergencies
      .filter(({ result }) => result.severity !== 'emergency')
      .map(({ text }) => text);
    expect(missed).toEqual([]);
    expect(emergencies.length).toBeGreaterThan(100);
  });

  it('escalates everything that must be, at least as severely as asked', () => {
    const low = results.filter(
      ({ severity, result }) => WEIGHT[result.severity] < WEIGHT[severity],
    );
    process.stdout.write(
      `triage${suffix} recall: ${vignettes.length - low.length}/${vignettes.length}\n`,
    );
    expect(low.map(({ text }) => text)).toEqual([]);
  });

  it('names the category', () => {
    const agreeing = results.filter(({ category, result }) => result.category === category);
    expect(agreeing.length / results.length).toBeGreaterThan(MIN_CATEGORY_AGREEMENT);
  });

  it('leaves shopping alone', () => {
    const alarms = chats.filter((text) => triage(text).severity !== 'none');
    process.stdout.write(`triage${suffix} false alarms: ${alarms.length}/${chats.length}\n`);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(chats.length * MAX_FALSE_ALARMS);
    expect(chats.length).toBeGreaterThan(100);
  });
});
