import { weigh, type Thresholds } from '../../src/domain/triage/assess.ts';
import type { Held } from './cross-validate.ts';

/** What is asked of the thresholds; the numbers follow from cross-validation on training data alone. */
const LEAST_DANGERS_SEEN = 0.975;
const MOST_HANDED_OVER = 0.005;
const MOST_DANGERS_DOUBTED = 0.015;
/**
 * Below this harmless is more than twice as likely: asked then, who only wants a hand cream would be asked whether
 * somebody is in danger. It costs some dangers that no rule knows; the report tells how many.
 */
const LEAST_LIKELY_DANGER = 0.3;
const GRID = Array.from({ length: 99 }, (_, step) => (step + 1) / 100);

/**
 * Danger: the highest at which enough dangers by another hand are alarmed or asked about. Handoff: the lowest at which
 * hardly a harmless sentence is handed over. Shopping: the lowest at which hardly a danger that a rule found is
 * only asked about.
 */
export function chooseThresholds(held: readonly Held[]): Thresholds {
  const off: Thresholds = { danger: 2, handoff: 2, shopping: 2 };
  const another = held.filter(({ byAnotherHand }) => byAnotherHand);
  const outcomeAt = ({ found, likelihood }: Held, at: Partial<Thresholds>) =>
    weigh(found, likelihood, { ...off, ...at }).outcome;
  /** Asked whether a product is meant is not enough. */
  const isSeenAsDanger = ({ found, likelihood }: Held, danger: number): boolean => {
    const { outcome, why } = weigh(found, likelihood, { ...off, danger });
    return outcome !== 'free' && why !== 'unclear';
  };
  const dangersOf = (sentences: readonly Held[]) =>
    sentences.filter(({ label }) => label === 'danger');
  const harmless = another.filter(({ label }) => label === 'none');
  const share = (sentences: readonly Held[], test: (one: Held) => boolean): number =>
    sentences.filter(test).length / sentences.length;
  const chosen = (value: number | undefined, name: string): number => {
    if (value === undefined) throw new Error(`No threshold for ${name} is good enough.`);
    return value;
  };
  const ruled = dangersOf(held).filter((one) => outcomeAt(one, {}) === 'alarm');
  return {
    danger: Math.max(
      LEAST_LIKELY_DANGER,
      chosen(
        GRID.findLast(
          (danger) =>
            share(dangersOf(another), (one) => isSeenAsDanger(one, danger)) >= LEAST_DANGERS_SEEN,
        ),
        'danger',
      ),
    ),
    handoff: chosen(
      GRID.find(
        (handoff) =>
          share(harmless, ({ likelihood }) => likelihood.handoff >= handoff) <= MOST_HANDED_OVER,
      ),
      'handoff',
    ),
    shopping: chosen(
      GRID.find(
        (shopping) =>
          share(ruled, (one) => outcomeAt(one, { shopping }) === 'check') <= MOST_DANGERS_DOUBTED,
      ),
      'shopping',
    ),
  };
}
