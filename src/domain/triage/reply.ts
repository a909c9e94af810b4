/** Which fixed message answers a red flag. */
export const TRIAGE_REPLY_KEYS = [
  'emergency',
  'breathing',
  'stroke',
  'unconscious',
  'bleeding',
  'poisoning',
  'eye',
  'skin',
  'inhaled',
  'allergy',
  'suicide',
  'violence',
  'burn',
  'infant',
  'child',
  'pregnancy',
  'pregnancy_emergency',
  'sickle_cell',
  'urgent',
  'pharmacist',
  'prescription',
  'complaint',
  'human',
] as const;
export type TriageReplyKey = (typeof TRIAGE_REPLY_KEYS)[number];

export interface EmergencyNumber {
  readonly label: string;
  readonly number: string;
}

export interface TriageReplyContext {
  /** The shop's setting, most important first; may be empty while nobody has set it. */
  readonly emergencyNumbers: readonly EmergencyNumber[];
}

/** A shop's own words for one of the replies. */
export interface OwnReply {
  readonly reply: TriageReplyKey;
  readonly language: 'fr' | 'en';
  readonly text: string;
}

export type TriageReplies = Readonly<
  Record<TriageReplyKey, (context: TriageReplyContext) => string>
>;
