import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { loadScenarios } from '../scenario.ts';

export const LABELS = ['none', 'handoff', 'danger'] as const;
export type Label = (typeof LABELS)[number];

export interface Example {
  readonly text: string;
  readonly label: Label;
  /** Where it comes from, for the report. */
  readonly source: string;
  /** The part of cross-validation that it is held out with. */
  readonly fold: number;
  /** Written by somebody who saw neither rules nor tests: only these choose thresholds. */
  readonly byAnotherHand: boolean;
}

export const FOLDS = 6;

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

const Sentence = z.object({ text: z.string(), label: z.enum(LABELS) });
const Vignettes = z.array(z.object({ text: z.string(), severity: z.string() }));
const Products = z.array(z.object({ name: z.string() }));

/** One JSON object a line. */
export const sentencesIn = (path: string): readonly unknown[] =>
  read(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Everything that the second line learns from, in a fixed order. */
export const trainingExamples = (): readonly Example[] => [
  ...byAnotherHand(),
  ...vignettes(),
  ...scenarios(),
  ...productOpenings(),
  ...ofOurOwn(),
];

/** A file is a sitting of its writer: it is held out as a whole. */
function byAnotherHand(): readonly Example[] {
  return globSync('eval/sentences/training/*.jsonl')
    .toSorted()
    .flatMap((path, index) =>
      sentencesIn(path).map((line) => ({
        ...Sentence.parse(line),
        source: `sentences/training/${basename(path)}`,
        fold: index % FOLDS,
        byAnotherHand: true,
      })),
    );
}

function vignettes(): readonly Example[] {
  return ['', '-heldout'].flatMap((suffix) => {
    const folder = 'tests/unit/triage/vignettes';
    const dangers = Vignettes.parse(json(`${folder}/escalate${suffix}.json`));
    const chats = z.array(z.string()).parse(json(`${folder}/shopping${suffix}.json`));
    return [
      ...dangers.map(({ text, severity }, index) =>
        ours(text, severity === 'handoff' ? 'handoff' : 'danger', `escalate${suffix}`, index),
      ),
      ...chats.map((text, index) => ours(text, 'none', `shopping${suffix}`, index)),
    ];
  });
}

/** Facts about oneself, questions about what is shown, small talk: what makers add where harmless kinds are missing. */
const ofOurOwn = (): readonly Example[] =>
  sentencesIn('eval/sentences/our-own.jsonl').map((line, index) => {
    const { text, label } = Sentence.parse(line);
    return ours(text, label, 'sentences/our-own.jsonl', index);
  });

const OF_SCENARIO: Readonly<Record<string, Label>> = { emergency: 'danger', person: 'handoff' };

function scenarios(): readonly Example[] {
  return loadScenarios().flatMap(({ turns }, index) =>
    turns.map(({ say, expect }) =>
      ours(
        [say].flat().join('\n'),
        OF_SCENARIO[expect.escalate ?? ''] ?? 'none',
        'scenarios',
        index,
      ),
    ),
  );
}

/** How people open with a product's name; with counts, as names on a shelf end in them. */
const FRAMES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `bonjour, je voudrais ${name}`,
  (name) => `je prends le ${name}`,
  (name) => `je cherche ${name} svp`,
  (name) => `vous vendez ${name} ?`,
  (name) => `je vais prendre 3 ${name}`,
  (name) => `combien coûte ${name}`,
  (name) => `i want ${name}`,
  (name) => `c'est disponible, ${name} 90 gélules ?`,
  (name) => `mettez-moi 2 flacons de ${name} 30 comprimés`,
  (name) => `on m'a parlé de ${name}, c'est bien pour la peau ?`,
  (name) => `je passe prendre ${name} demain`,
  (name) => `j'aurais besoin de ${name}`,
  (name) => `il m'en faut deux : ${name}`,
  (name) => `gardez-moi 1 ${name} jusqu'à samedi`,
  (name) => `do you have ${name} in stock`,
  (name) => `il reste ${name} ?`,
  (name) => `il me faut ${name}`,
];
const FRAMES_EACH = 7;

function productOpenings(): readonly Example[] {
  return Products.parse(json('demo/products.json')).flatMap(({ name }, index) =>
    Array.from({ length: FRAMES_EACH }, (_, turn) =>
      ours(
        FRAMES[(index * FRAMES_EACH + turn) % FRAMES.length]!(name),
        'none',
        'product openings',
        index,
      ),
    ),
  );
}

const ours = (text: string, label: Label, source: string, index: number): Example => ({
  text,
  label,
  source,
  fold: index % FOLDS,
  byAnotherHand: false,
});
