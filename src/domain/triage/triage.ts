import { findConcepts } from './concept-matcher.ts';
import { bothEnds, READ } from '../shared/reading.ts';
import { withoutIdioms } from './idioms.ts';
import { foldText } from '../language/normalise-text.ts';
import { withoutOrdinaryTurns } from './ordinary-turns.ts';
import { passagesOf } from './passages.ts';
import { matches } from './patterns.ts';
import { RED_FLAGS } from './red-flags.ts';
import type { TriageReplyKey } from './reply.ts';
import type { TriageCategory, TriageSeverity } from './rule.ts';
import { tokenise } from '../language/tokens.ts';

export interface TriageResult {
  readonly severity: 'none' | TriageSeverity;
  readonly category: TriageCategory | null;
  /** Every rule that fired, the deciding one first. */
  readonly ruleIds: readonly string[];
  readonly replyKey: TriageReplyKey | null;
}

const NOTHING: TriageResult = { severity: 'none', category: null, ruleIds: [], replyKey: null };
const WEIGHT: Readonly<Record<TriageSeverity, number>> = { handoff: 1, urgent: 2, emergency: 3 };

/**
 * The deterministic red-flag pass over one message (or a burst joined with line breaks), in French as it is
 * typed, texted or transcribed, and in English. Highest severity wins, then the order of `RED_FLAGS`. Pure,
 * without a model, and under a millisecond for an ordinary message; a long one is read whole, in linear time.
 * It errs towards a person; it diagnoses nothing. Sources stand with each rule.
 */
export function triage(text: string): TriageResult {
  const read = bothEnds(text, READ.danger);
  const words = tokenise(withoutOrdinaryTurns(withoutIdioms(foldText(read))));
  const passages = passagesOf(findConcepts(words));
  const fired = RED_FLAGS.filter((rule) =>
    passages.some((concepts) => rule.patterns.some((pattern) => matches(pattern, concepts))),
  );
  const [first, ...others] = fired.toSorted((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
  if (!first) return NOTHING;
  return {
    severity: first.severity,
    category: first.category,
    ruleIds: [first.id, ...others.map(({ id }) => id)],
    replyKey: first.replyKey,
  };
}
