import type { Branded } from '../shared/branded.ts';

export type UserId = Branded<string, 'UserId'>;
export type Language = 'fr' | 'en';
/** `transfer_abroad`: words, voice and photos may go to a model outside of the shop's country. */
export const CONSENT_PURPOSES = ['service', 'marketing', 'transfer_abroad'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

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

/** Of `otherNames` that are kept; the oldest go first. */
const MOST_NAMES = 12;
const LONGEST_NAME = 80;

/** The other names of a person, with one more that they were heard under. */
export function withName(
  known: { readonly name: string | null; readonly otherNames: readonly string[] },
  heard: string,
): readonly string[] {
  const name = heard.trim().slice(0, LONGEST_NAME);
  return name === '' || name === known.name || known.otherNames.includes(name)
    ? known.otherNames
    : [...known.otherNames, name].slice(-MOST_NAMES);
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
  readonly transferConsent: boolean | null;
  /** Of the transfer question that was put last: with no answer, it is open. */
  readonly transferVersion: string | null;
  /** Names beside `name` that the customer gave or goes by. */
  readonly otherNames: readonly string[];
  readonly preferences: Preferences;
  readonly health: HealthProfile;
  readonly createdAt: Date;
}

/** What a conversation or a member of staff learns about a customer; what is not named stays as it is. */
export type CustomerChanges = Partial<Omit<Customer, 'id' | 'phone' | 'createdAt'>>;
