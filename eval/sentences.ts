import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { assess, type Assessment } from '../src/domain/triage/assess.ts';
import { LABELS, sentencesIn } from './second-line/data.ts';
import { shareOf } from './second-line/wilson.ts';

const Measured = z.object({
  text: z.string(),
  label: z.enum(LABELS),
  level: z.enum(['emergency', 'urgent']).nullable(),
  kind: z.string(),
});
const Conversation = z.object({
  set: z.string(),
  turns: z.array(z.string()),
  expect: z.string(),
});

interface Sentence {
  readonly text: string;
  /** How it is judged; each kind is counted apart. */
  readonly kind: 'emergency' | 'urgent' | 'handoff' | 'look-alike' | 'ordinary';
}

/** Each set that was not trained on, judged by what would happen to its sentences; nothing is asserted on them. */
export function sentencesReport(cases?: string): string {
  return [
    '# Sentences by others',
    section('200 sentences that nobody looked at (eval/sentences/measure.jsonl)', measured()),
    ...(cases === undefined ? [] : givenCases(cases)),
    productNames(),
    '',
  ].join('\n\n');
}

const measured = (): readonly Sentence[] =>
  sentencesIn('eval/sentences/measure.jsonl').map((line) => {
    const { text, label, level, kind } = Measured.parse(line);
    if (label === 'danger') return { text, kind: level ?? 'urgent' };
    if (label === 'handoff') return { text, kind: 'handoff' };
    return { text, kind: kind.startsWith('ordinary') ? 'ordinary' : 'look-alike' };
  });

/** A file of given cases of the form `{ set, turns, expect }`, of which the single messages are taken. */
function givenCases(path: string): readonly string[] {
  const cases = z.array(Conversation).parse(JSON.parse(readFileSync(path, 'utf8')));
  return ['triage', 'triage-direct'].map((set) =>
    section(
      `Given cases, ${set}`,
      cases
        .filter((one) => one.set === set)
        .map(({ turns, expect }) => ({ text: turns.join('\n'), kind: kindOf(expect) })),
    ),
  );
}

const kindOf = (expect: string): Sentence['kind'] =>
  expect === 'emergency'
    ? 'emergency'
    : expect === 'urgent or more'
      ? 'urgent'
      : expect === 'no escalation'
        ? 'look-alike'
        : 'handoff';

function section(title: string, sentences: readonly Sentence[]): string {
  const all = sentences.map((one) => ({ ...one, assessment: assess(one.text) }));
  const share = (
    kinds: readonly Sentence['kind'][],
    test: (assessment: Assessment) => boolean,
  ): string => {
    const of = all.filter(({ kind }) => kinds.includes(kind));
    return shareOf(of.filter(({ assessment }) => test(assessment)).length, of.length);
  };
  const dangers = ['emergency', 'urgent'] as const;
  return [
    `## ${title}`,
    table([
      ['dangers to a person or a question', share(dangers, ({ outcome }) => outcome !== 'free')],
      ['  of these by an alarm', share(dangers, ({ outcome }) => outcome === 'alarm')],
      [
        'emergencies below emergency',
        share(
          ['emergency'],
          (one) => !(one.outcome === 'alarm' && one.triage.severity === 'emergency'),
        ),
      ],
      [
        '  and not even asked about with the number',
        share(['emergency'], ({ outcome }) => outcome === 'free'),
      ],
      [
        'for a professional: to a person or a question',
        share(['handoff'], ({ outcome }) => outcome !== 'free'),
      ],
      ['look-alikes alarmed', share(['look-alike'], ({ outcome }) => outcome === 'alarm')],
      ['  as an emergency', share(['look-alike'], isFalseEmergency)],
      ['look-alikes asked about', share(['look-alike'], ({ outcome }) => outcome === 'check')],
      ['ordinary messages alarmed', share(['ordinary'], ({ outcome }) => outcome === 'alarm')],
      ['ordinary messages asked about', share(['ordinary'], ({ outcome }) => outcome === 'check')],
    ]),
  ].join('\n\n');
}

const isFalseEmergency = ({ outcome, triage }: Assessment): boolean =>
  outcome === 'alarm' && triage.severity === 'emergency';

const FRAMES: readonly ((name: string) => string)[] = [
  (name) => `avez-vous ${name}`,
  (name) => `il me faudrait ${name}`,
  (name) => `je vais prendre 2 boîtes de ${name} 60 comprimés`,
];

function productNames(): string {
  const names = readFileSync(new URL('./sentences/product-names.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const rows = FRAMES.map((frame) => {
    const assessments = names.map((name) => assess(frame(name)));
    const share = (test: (one: Assessment) => boolean): string =>
      shareOf(assessments.filter(test).length, names.length);
    return [
      frame('X'),
      share(isFalseEmergency),
      share((one) => one.outcome === 'alarm' && !isFalseEmergency(one)),
      share(({ outcome }) => outcome === 'check'),
    ];
  });
  return [
    `## ${names.length} names as on a shelf (eval/sentences/product-names.txt)`,
    table([['frame', 'emergency', 'other alarm', 'asked about'], ...rows]),
  ].join('\n\n');
}

const table = (rows: readonly (readonly string[])[]): string =>
  [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
