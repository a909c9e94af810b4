import { statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../eval/second-line/learn.ts';
import type { Example } from '../../../eval/second-line/data.ts';
import { assess, weigh } from '../../../src/domain/triage/assess.ts';
import { likelihoodOf } from '../../../src/domain/triage/second-line/likelihood.ts';
import { triage } from '../../../src/domain/triage/triage.ts';

const THRESHOLDS = { danger: 0.4, handoff: 0.7, shopping: 0.9 };
const SHOPPING = { none: 0.97, handoff: 0.02, danger: 0.01 };
const DANGER = { none: 0.1, handoff: 0.2, danger: 0.7 };
const PROFESSIONAL = { none: 0.1, handoff: 0.8, danger: 0.1 };
const weighed = (text: string, likelihood: typeof SHOPPING) =>
  weigh(triage(text), likelihood, THRESHOLDS);

describe('what rules and the second line make of a message together', () => {
  it('is an alarm where a rule fires', () =>
    expect(weighed('mon bébé ne respire plus', DANGER)).toMatchObject({
      outcome: 'alarm',
      triage: { severity: 'emergency', replyKey: 'breathing' },
    }));

  it('is a question where a rule fires on what is surely shopping, never nothing', () =>
    expect(weighed('mon bébé ne respire plus', SHOPPING)).toMatchObject({
      outcome: 'check',
      triage: { severity: 'emergency' },
    }));

  it.each(['mon mari me frappe, vous avez une pommade ?', 'je veux mourir, vous avez du parfum ?'])(
    'is never doubted for shopping words around it: %s',
    (text) => expect(weighed(text, SHOPPING).outcome).toBe('alarm'),
  );

  it('is a question where no rule fires and a danger is likely', () =>
    expect(weighed('bonjour', DANGER)).toMatchObject({
      outcome: 'check',
      triage: { category: 'unsure', ruleIds: [] },
    }));

  it('calls a person where a professional is very likely needed, in no hurry', () =>
    expect(weighed('bonjour', PROFESSIONAL)).toMatchObject({
      outcome: 'alarm',
      triage: { severity: 'handoff' },
    }));

  it('raises what a rule would hand over without hurry where a danger is likely', () =>
    expect(weighed('je cherche ce qui est sur mon ordonnance', DANGER)).toMatchObject({
      outcome: 'alarm',
      triage: { severity: 'urgent', category: 'prescription' },
    }));

  it('raises a call for a person only where it is nearly sure: such words are loud by themselves', () => {
    const call = 'je veux parler à un conseiller';
    expect(weighed(call, DANGER).triage.severity).toBe('handoff');
    expect(weighed(call, { none: 0.05, handoff: 0.1, danger: 0.85 }).triage.severity).toBe(
      'urgent',
    );
  });

  it('is free otherwise', () =>
    expect(weighed('bonjour', SHOPPING)).toMatchObject({ outcome: 'free' }));
});

describe('the second line', () => {
  it('gives shares of one, whatever is sent to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { none, handoff, danger } = likelihoodOf(text);
        expect(none + handoff + danger).toBeCloseTo(1, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a danger that no rule knows, also at the end of a long story', () => {
    const danger = 'le pied de mon père diabétique est tout noir et ça sent la mort';
    expect(triage(danger).severity).toBe('none');
    expect(assess(danger).outcome).toBe('check');
    const story = 'Le marché était plein et les tomates étaient belles. '.repeat(40);
    expect(assess(`${story} ${danger}`).outcome).toBe('check');
  });

  it('leaves shopping alone', () => {
    for (const text of [
      'bonsoir, il vous reste de la crème solaire pour le visage ?',
      'mettez-moi deux savons au karité et une brosse à dents',
      'c’est combien la livraison à Akanda',
    ])
      expect(assess(text).outcome).toBe('free');
  });

  it('learns the same from the same sentences', () => {
    const examples: readonly Example[] = ['je saigne', 'un savon', 'mon ordonnance'].map(
      (text, index) => ({
        text,
        label: (['danger', 'none', 'handoff'] as const)[index]!,
        source: 'here',
        fold: 0,
        byAnotherHand: false,
      }),
    );
    const model = learn(examples);
    expect(learn(examples)).toEqual(model);
    expect(likelihoodOf('je saigne', model).danger).toBeGreaterThan(0.5);
    expect(likelihoodOf('un savon', model).none).toBeGreaterThan(0.5);
  });

  it('ships its weights in less than 100 kB', () => {
    const file = new URL('../../../src/domain/triage/second-line/weights.json', import.meta.url);
    expect(statSync(file).size).toBeLessThan(100_000);
  });
});
