import { MEASURES, type Measure } from './judge.ts';
import type { Figures, Report, Share } from './figures.ts';

const HEADINGS: Readonly<Record<Measure, string>> = {
  found: 'found the right product',
  honest: 'nothing when nothing fits',
  budget: 'kept to budget',
  suitable: 'suitable for the person',
  escalated: 'escalated rightly',
  asked: 'asked no more than needed',
  grounded: 'grounded',
  said: 'said what was wanted',
};

type Line = readonly [name: string, share: (figures: Figures) => Share];
const LINES: readonly Line[] = [
  ['scenarios without a fault', ({ scenarios }) => scenarios],
  ...MEASURES.map((measure): Line => [HEADINGS[measure], ({ measures }) => measures[measure]]),
  ['right products among those shown', ({ relevant }) => relevant],
];

const show = ({ good, of }: Share): string =>
  of === 0 ? '–' : `${good}/${of} (${Math.round((100 * good) / of)} %)`;

/** A Markdown table of the whole run, then one line a category. */
export function tablesOf(report: Report): string {
  const total = [
    ['measure', report.model],
    ...LINES.map(([name, share]) => [name, show(share(report.total))]),
    ['questions about health', String(report.total.safetyQuestions)],
    ['model calls', String(report.spent.calls)],
    [
      'tokens in, out',
      `${report.spent.promptTokens}, ${report.spent.completionTokens} (${report.spent.tokensPerCall} a call)`,
    ],
    ['cost', `${report.spent.costCfa} FCFA`],
  ];
  const categories = [
    ['category', 'scenarios', 'found', 'budget', 'suitable', 'escalated', 'asked', 'grounded'],
    ...Object.entries(report.categories).map(([name, { scenarios, measures }]) => [
      name,
      show(scenarios),
      ...(['found', 'budget', 'suitable', 'escalated', 'asked', 'grounded'] as const).map((one) =>
        show(measures[one]),
      ),
    ]),
  ];
  return `${markdown(total)}\n\n${markdown(categories)}`;
}

/** Two runs beside each other, and the scenarios that only one of them gets right. */
export function comparisonOf(a: Report, b: Report): string {
  const rows = [
    ['measure', a.model, b.model, 'difference'],
    ...LINES.map(([name, share]) => {
      const [one, two] = [share(a.total), share(b.total)];
      return [name, show(one), show(two), points(one, two)];
    }),
    ['tokens a call', String(a.spent.tokensPerCall), String(b.spent.tokensPerCall), ''],
    ['cost', `${a.spent.costCfa} FCFA`, `${b.spent.costCfa} FCFA`, ''],
  ];
  const failedIn = (report: Report): ReadonlySet<string> =>
    new Set(report.failed.map(({ scenario }) => scenario));
  const [inA, inB] = [failedIn(a), failedIn(b)];
  const lost = [...inB].filter((id) => !inA.has(id));
  const won = [...inA].filter((id) => !inB.has(id));
  return [
    markdown(rows),
    `better in the second: ${won.join(', ') || 'none'}`,
    `worse in the second: ${lost.join(', ') || 'none'}`,
  ].join('\n\n');
}

const points = (a: Share, b: Share): string => {
  if (a.of === 0 || b.of === 0) return '';
  const difference = (100 * b.good) / b.of - (100 * a.good) / a.of;
  return `${difference > 0 ? '+' : ''}${difference.toFixed(1)}`;
};

function markdown(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`]
    .concat(body.map(line))
    .join('\n');
}
