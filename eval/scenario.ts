import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const names = z.array(z.string().min(1));

/** What a customer would call a good answer, in products by the name of their picture. */
const Expectation = z.strictObject({
  /** Every product that would be right here; at least one of them must be shown. */
  find: names.nonempty().optional(),
  /** Products that must not be shown: unsuitable for this person, or no longer what is wanted. */
  avoid: names.nonempty().optional(),
  /** Bounds of every product shown, in CFA francs. */
  maxCfa: z.int().positive().optional(),
  minCfa: z.int().positive().optional(),
  /** No product may be shown. */
  nothing: z.literal(true).optional(),
  /** Whom Léa must call: nobody when absent. */
  escalate: z.enum(['emergency', 'person']).optional(),
  /** Whether she may or must ask back; when absent she may, except where there is something to find. */
  ask: z.enum(['may', 'must', 'never']).optional(),
  /** Words of the answer, ignoring case and accents; `|` parts alternatives. */
  says: names.nonempty().optional(),
  saysNot: names.nonempty().optional(),
  /** The product for which an order link must come. */
  order: z.string().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Scenario = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Why it is here, where the words do not say it. */
  note: z.string().optional(),
  /** False: the first message comes before any consent. */
  consented: z.boolean().default(true),
  turns: z
    .array(
      z.strictObject({
        say: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]),
        expect: Expectation.default({}),
      }),
    )
    .min(1),
});
const ScenarioFile = z.strictObject({ category: z.string(), scenarios: z.array(Scenario).min(1) });

export type Scenario = z.infer<typeof Scenario> & { readonly category: string };

/** Every scenario of `eval/scenarios`, in the order of its files. */
export function loadScenarios(
  directory: URL = new URL('scenarios/', import.meta.url),
): readonly Scenario[] {
  const scenarios = readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = ScenarioFile.parse(JSON.parse(readFileSync(new URL(name, directory), 'utf8')));
      return file.scenarios.map((scenario) => ({ ...scenario, category: file.category }));
    });
  const ids = scenarios.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`Two scenarios are called ${twice}.`);
  return scenarios;
}
