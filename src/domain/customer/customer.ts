import type { Branded } from '../shared/branded.ts';

export type UserId = Branded<string, 'UserId'>;
export type Language = 'fr' | 'en';
export type ConsentPurpose = 'service' | 'marketing';

/** What a customer told Léa about the person who will use the product; filters the catalogue in code. */
export interface HealthProfile {
  readonly pregnant?: boolean;
  readonly breastfeeding?: boolean;
  /** Age in months of the person concerned. */
  readonly ageMonths?: number;
  readonly allergens?: readonly string[];
  readonly asthma?: boolean;
  readonly epilepsy?: boolean;
  /** Drug families in French. */
  readonly medicines?: readonly string[];
}

/** Kept answers to guided questions, such as `{ budgetMaxCfa: 5000, attributes: ["bio"] }`. */
export interface Preferences {
  readonly budgetMaxCfa?: number;
  readonly attributes?: readonly string[];
}

/** A person who writes to the shop. Consent is three-valued: not asked (`null`), given, refused. */
export interface Customer {
  readonly id: UserId;
  /** E.164 with `+`; null for a WhatsApp `@lid` whose number is not known. */
  readonly phone: string | null;
  readonly name: string | null;
  readonly language: Language;
  readonly serviceConsent: boolean | null;
  readonly consentVersion: string | null;
  readonly consentAskedAt: Date | null;
  readonly marketingConsent: boolean | null;
  readonly preferences: Preferences;
  readonly health: HealthProfile;
  readonly createdAt: Date;
}

/** What a conversation or a member of staff learns about a customer; what is not named stays as it is. */
export type CustomerChanges = Partial<Omit<Customer, 'id' | 'phone' | 'createdAt'>>;
