/** Which fixed message answers a red flag. */
export type TriageReplyKey =
  | 'emergency'
  | 'breathing'
  | 'stroke'
  | 'unconscious'
  | 'bleeding'
  | 'poisoning'
  | 'allergy'
  | 'suicide'
  | 'violence'
  | 'burn'
  | 'infant'
  | 'child'
  | 'pregnancy'
  | 'urgent'
  | 'pharmacist'
  | 'prescription'
  | 'complaint'
  | 'human';

export interface EmergencyNumber {
  readonly label: string;
  readonly number: string;
}

export interface TriageReplyContext {
  /** The shop's setting, most important first; may be empty while nobody has set it. */
  readonly emergencyNumbers: readonly EmergencyNumber[];
}

export type TriageReplies = Readonly<
  Record<TriageReplyKey, (context: TriageReplyContext) => string>
>;
