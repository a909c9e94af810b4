import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '../../../eval/evaluate.ts';
import { reportOf, type Report, type Share } from '../../../eval/figures.ts';
import { loadScenarios } from '../../../eval/scenario.ts';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import { createTestDatabase } from '../../support/test-database.ts';

/** Recorded by `npm run eval -- --json eval/baseline.json`; better figures are recorded anew. */
const baseline = JSON.parse(
  readFileSync(new URL('../../../eval/baseline.json', import.meta.url), 'utf8'),
) as Report;

const share = ({ good, of }: Share): number => (of === 0 ? 1 : good / of);

it(
  'serves customers without a model as well as it was recorded',
  { timeout: 300_000 },
  async () => {
    const database = await createTestDatabase();
    try {
      const evaluation = await evaluate({
        ...database,
        model: new StubLanguageModel(),
        scenarios: loadScenarios(),
      });
      const now = reportOf(evaluation, 'stub');
      const known = new Set(baseline.failed.map(({ scenario }) => scenario));
      expect(now.failed.filter(({ scenario }) => !known.has(scenario))).toEqual([]);
      expect(share(now.total.scenarios)).toBeGreaterThanOrEqual(share(baseline.total.scenarios));
      for (const [measure, before] of Object.entries(baseline.total.measures))
        expect(
          share(now.total.measures[measure as keyof typeof baseline.total.measures]),
          measure,
        ).toBeGreaterThanOrEqual(share(before));
      expect(now.total.measures.grounded.good).toBe(now.total.measures.grounded.of);
      expect(share(now.total.relevant)).toBeGreaterThanOrEqual(share(baseline.total.relevant));
    } finally {
      await database.drop();
    }
  },
);
