import type { Pattern } from './patterns.ts';
import type { TriageReplyKey } from './reply.ts';

/** Why a message leaves the shop's counter. */
export type TriageCategory =
  | 'emergency_breathing'
  | 'emergency_cardiac'
  | 'emergency_stroke'
  | 'emergency_consciousness'
  | 'emergency_bleeding'
  | 'emergency_poisoning'
  | 'emergency_overdose'
  | 'emergency_trauma'
  | 'severe_allergy'
  | 'suicidal'
  | 'violence'
  | 'burn'
  | 'infant'
  | 'child_illness'
  | 'pregnancy_risk'
  | 'serious_symptom'
  | 'drug_interaction'
  | 'prescription'
  | 'anger_refund'
  | 'human_request'
  /** No rule fired, but the words resemble those that a person should see. */
  | 'unsure';

/**
 * `emergency`: fixed message with the local numbers, at once, and an alert. `urgent`: a person today.
 * `handoff`: a person decides, no hurry.
 */
export type TriageSeverity = 'handoff' | 'urgent' | 'emergency';

/** A red flag as data. `source` names the public guidance it follows; a pharmacist has to review the wording. */
export interface Rule {
  readonly id: string;
  readonly category: TriageCategory;
  readonly severity: TriageSeverity;
  readonly source: string;
  readonly replyKey: TriageReplyKey;
  /** Any one suffices. */
  readonly patterns: readonly Pattern[];
}
