import type { TriageCategory } from './rule.ts';
import { likelihoodOf, THRESHOLDS, type Likelihood } from './second-line/likelihood.ts';
import { triage, type TriageResult } from './triage.ts';

/** Why an assessment is what it is; kept with the turn, for staff. */
export type AssessmentReason =
  | 'rule'
  | 'rule_and_likely_danger'
  | 'rule_while_shopping'
  | 'likely_danger'
  | 'likely_handoff'
  | 'unclear'
  | 'nothing_found';

/**
 * `alarm`: a person is called and the fixed reply is sent. `check`: nothing is sold; one question is asked, and an
 * advisor is told. `free`: Léa may advise.
 */
export interface Assessment {
  readonly outcome: 'alarm' | 'check' | 'free';
  readonly triage: TriageResult;
  readonly why: AssessmentReason;
  /** How likely the second line thinks a danger, 0 to 1. */
  readonly danger: number;
}

export type Thresholds = typeof THRESHOLDS;

/** Where harmless is not even the likeliest, a product is not what to answer with. */
const CLEARLY_HARMLESS = 0.5;

/** Shopping words around them are how people say it: never a reason to ask first. */
const NEVER_DOUBTED: ReadonlySet<TriageCategory> = new Set(['suicidal', 'violence']);

/** Such words are loud by themselves: only what is nearly sure makes a danger of them. */
const NEARLY_SURE = 0.75;
const ABOUT_SERVICE: ReadonlySet<TriageCategory> = new Set(['anger_refund', 'human_request']);

const UNSURE: TriageResult = {
  severity: 'handoff',
  category: 'unsure',
  ruleIds: [],
  replyKey: 'pharmacist',
};

/**
 * Weighs a message. The rules stay the authority: what they call a danger is at least asked about, whatever the second
 * line thinks; and it can raise what they have missed to a question, never to an alarm. Pure.
 */
export const assess = (text: string): Assessment => weigh(triage(text), likelihoodOf(text));

/** What the rules found and what the second line thinks, together. */
export const weigh = (
  found: TriageResult,
  likelihood: Likelihood,
  thresholds: Thresholds = THRESHOLDS,
): Assessment => ({ ...judged(found, likelihood, thresholds), danger: likelihood.danger });

type Judged = Omit<Assessment, 'danger'>;

function judged(found: TriageResult, likelihood: Likelihood, thresholds: Thresholds): Judged {
  if (found.category !== null) return byRule(found, likelihood, thresholds);
  if (likelihood.danger >= thresholds.danger)
    return { outcome: 'check', triage: UNSURE, why: 'likely_danger' };
  if (likelihood.handoff >= thresholds.handoff)
    return { outcome: 'alarm', triage: UNSURE, why: 'likely_handoff' };
  // A body is spoken of, by the look of the words, and nothing clear is asked for.
  if (likelihood.none < CLEARLY_HARMLESS)
    return { outcome: 'check', triage: found, why: 'unclear' };
  return { outcome: 'free', triage: found, why: 'nothing_found' };
}

function byRule(found: TriageResult, likelihood: Likelihood, thresholds: Thresholds): Judged {
  if (found.severity === 'handoff')
    return likelihood.danger >=
      (ABOUT_SERVICE.has(found.category!) ? NEARLY_SURE : thresholds.danger)
      ? {
          outcome: 'alarm',
          triage: { ...found, severity: 'urgent' },
          why: 'rule_and_likely_danger',
        }
      : { outcome: 'alarm', triage: found, why: 'rule' };
  const surelyShopping = likelihood.none >= thresholds.shopping;
  return surelyShopping && !NEVER_DOUBTED.has(found.category!)
    ? { outcome: 'check', triage: found, why: 'rule_while_shopping' }
    : { outcome: 'alarm', triage: found, why: 'rule' };
}

/** The gravest of several: an alarm before a question, then by severity; of equals the first. */
export const gravestOf = (assessments: readonly Assessment[]): Assessment | null =>
  assessments.toSorted((a, b) => gravity(b) - gravity(a))[0] ?? null;

const OUTCOMES = ['free', 'check', 'alarm'] as const;
const SEVERITIES = ['none', 'handoff', 'urgent', 'emergency'] as const;
const gravity = ({ outcome, triage: { severity } }: Assessment): number =>
  OUTCOMES.indexOf(outcome) * SEVERITIES.length + SEVERITIES.indexOf(severity);
