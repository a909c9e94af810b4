import { MEASURES, type Measure } from './judge.ts';
import { failuresOf, type Evaluation, type Played } from './evaluate.ts';

export interface Share {
  readonly good: number;
  readonly of: number;
}

/** What is compared between models, prompts and versions. */
export interface Figures {
  readonly scenarios: Share;
  readonly measures: Readonly<Record<Measure, Share>>;
  /** Products shown that are right, of all shown where there was something to find. */
  readonly relevant: Share;
  /** About the person's condition, over all turns. */
  readonly safetyQuestions: number;
}

export interface Report {
  readonly model: string;
  readonly total: Figures;
  readonly categories: Readonly<Record<string, Figures>>;
  readonly failed: readonly {
    readonly scenario: string;
    readonly say: string;
    readonly what: Measure;
    readonly detail: string;
  }[];
  readonly spent: {
    readonly calls: number;
    readonly promptTokens: number;
    readonly completionTokens: number;
    readonly costCfa: number;
    readonly tokensPerCall: number;
  };
}

export function reportOf({ played, spent }: Evaluation, model: string): Report {
  const categories = [...new Set(played.map(({ scenario }) => scenario.category))];
  return {
    model,
    total: figuresOf(played),
    categories: Object.fromEntries(
      categories.map((category) => [
        category,
        figuresOf(played.filter(({ scenario }) => scenario.category === category)),
      ]),
    ),
    failed: played.flatMap((one) =>
      failuresOf(one).map(({ say, what, detail }) => ({
        scenario: one.scenario.id,
        say,
        what,
        detail: detail ?? '',
      })),
    ),
    spent: {
      calls: spent.calls,
      promptTokens: spent.promptTokens,
      completionTokens: spent.completionTokens,
      costCfa: Math.round(spent.costMilliCfa) / 1_000,
      tokensPerCall:
        spent.calls === 0
          ? 0
          : Math.round((spent.promptTokens + spent.completionTokens) / spent.calls),
    },
  };
}

function figuresOf(played: readonly Played[]): Figures {
  const checks = played.flatMap(({ turns }) => turns.flatMap(({ judged }) => judged.checks));
  const relevant = played.flatMap(({ turns }) => turns.map(({ judged }) => judged.relevant));
  const measures = Object.fromEntries(
    MEASURES.map((measure) => {
      const of = checks.filter(({ what }) => what === measure);
      return [measure, { good: of.filter(({ good }) => good).length, of: of.length }];
    }),
  ) as Record<Measure, Share>;
  return {
    scenarios: {
      good: played.filter((one) => failuresOf(one).length === 0).length,
      of: played.length,
    },
    measures,
    relevant: {
      good: relevant.reduce((sum, { right }) => sum + right, 0),
      of: relevant.reduce((sum, { of }) => sum + of, 0),
    },
    safetyQuestions: played
      .flatMap(({ turns }) => turns)
      .reduce((sum, { safetyQuestions }) => sum + safetyQuestions, 0),
  };
}
