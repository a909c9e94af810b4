import { weigh, type Assessment, type Thresholds } from '../../src/domain/triage/assess.ts';
import { areaUnderCurve, type Held } from './cross-validate.ts';
import { LABELS, type Label } from './data.ts';
import { shareOf } from './wilson.ts';

/** What a training tells of itself, in Markdown; every share with its 95 % interval (Wilson). */
export function reportOf(held: readonly Held[], thresholds: Thresholds): string {
  const another = held.filter(({ byAnotherHand }) => byAnotherHand);
  const ours = held.filter(({ byAnotherHand }) => !byAnotherHand);
  return [
    '# The second line, as trained',
    'Written by `npm run train`; the same data give the same file. All figures are of sentences that the weights were not trained on (cross-validation in six parts, a sitting of the writer held out as a whole). They chose the thresholds, so they flatter a little: `npm run eval -- sentences` tells how sentences fare that nothing was chosen by.',
    '## Learnt from',
    table(['source', ...LABELS], countsOf(held)),
    '## Danger against harmless, area under the curve',
    `Sentences by another hand ${areaOf(another)}, our own ${areaOf(ours)}.`,
    '## By threshold on the likelihood of danger, sentences by another hand',
    table(
      ['at least', 'dangers, alone', 'dangers, with the rules', 'harmless asked about or alarmed'],
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((danger) => [
        danger.toFixed(2),
        shareWhere(another, 'danger', ({ likelihood }) => likelihood.danger >= danger),
        shareWhere(another, 'danger', (one) => isSeenAsDanger(one, { ...thresholds, danger })),
        shareWhere(another, 'none', (one) => isSeenAsDanger(one, { ...thresholds, danger })),
      ]),
    ),
    '## Chosen',
    table(
      ['danger', 'handoff', 'shopping'],
      [[thresholds.danger, thresholds.handoff, thresholds.shopping].map(String)],
    ),
    '## The three outcomes at these thresholds',
    table(
      ['sentences', 'alarm', 'check', 'free'],
      [another, ours].flatMap((sentences) =>
        LABELS.map((label) => [
          `${label}, ${sentences === another ? 'by another hand' : 'our own'}`,
          ...outcomesOf(sentences, label, thresholds),
        ]),
      ),
    ),
    '',
  ].join('\n\n');
}

const outcomeOf = ({ found, likelihood }: Held, thresholds: Thresholds): Assessment['outcome'] =>
  weigh(found, likelihood, thresholds).outcome;

/** Asked whether a product is meant is not enough. */
function isSeenAsDanger({ found, likelihood }: Held, thresholds: Thresholds): boolean {
  const { outcome, why } = weigh(found, likelihood, thresholds);
  return outcome !== 'free' && why !== 'unclear';
}

const outcomesOf = (held: readonly Held[], label: Label, thresholds: Thresholds) =>
  (['alarm', 'check', 'free'] as const).map((outcome) =>
    shareWhere(held, label, (one) => outcomeOf(one, thresholds) === outcome),
  );

function shareWhere(held: readonly Held[], label: Label, test: (one: Held) => boolean): string {
  const of = held.filter((one) => one.label === label);
  return shareOf(of.filter(test).length, of.length);
}

function areaOf(held: readonly Held[]): string {
  const likelihoods = (label: Label): readonly number[] =>
    held.filter((one) => one.label === label).map(({ likelihood }) => likelihood.danger);
  return areaUnderCurve(likelihoods('danger'), likelihoods('none')).toFixed(3);
}

const countsOf = (held: readonly Held[]): readonly (readonly string[])[] =>
  [...new Set(held.map(({ source }) => source))]
    .toSorted()
    .map((source) => [
      source,
      ...LABELS.map((label) =>
        String(held.filter((one) => one.source === source && one.label === label).length),
      ),
    ]);

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
