import type { HealthProfile, Language, Preferences } from '../domain/customer/customer.ts';
import type { ProductId } from '../domain/catalogue/product.ts';
import type { RedactedText } from '../domain/privacy/redacted-text.ts';
import type { Need } from '../domain/recommendation/need.ts';

/** A product as a model sees it: nothing that it could repeat wrongly is trusted on the way back. */
export interface Candidate {
  readonly id: ProductId;
  readonly name: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly priceCfa: number;
  readonly attributes: readonly string[];
  readonly description: string | null;
}

export interface PastMessage {
  readonly from: 'customer' | 'lea' | 'advisor';
  readonly text: RedactedText;
}

/**
 * What people said, wherever it was kept, is redacted, as the types demand; the shop's own words (tone, catalogue,
 * and what a need names of it) go as they are.
 */
export interface AdviceRequest {
  readonly language: Language;
  /** Tone wished by the shop, one sentence. */
  readonly tone: string;
  /** The turn's messages, joined. */
  readonly text: RedactedText;
  readonly summary: RedactedText | null;
  /** Oldest first, bounded by the caller. */
  readonly history: readonly PastMessage[];
  readonly need: Omit<Need, 'terms'> & { readonly terms: readonly RedactedText[] };
  readonly preferences: Omit<Preferences, 'attributes'> & {
    readonly attributes?: readonly RedactedText[];
  };
  readonly health: Omit<HealthProfile, 'allergens' | 'medicines'> & {
    readonly allergens?: readonly RedactedText[];
    readonly medicines?: readonly RedactedText[];
  };
  /** Best first, at most twelve. */
  readonly candidates: readonly Candidate[];
  /** Whether a targeted question may still be asked. */
  readonly mayAsk: boolean;
}

/** What the model advises; ids and sentences are checked by the caller before anything is shown. */
export type Advice = {
  /** One or two warm sentences without product names, prices, numbers or links. */
  readonly message: string;
  /** A health or distress sign that a person must see. */
  readonly redFlag: { readonly emergency: boolean; readonly reason: string } | null;
} & (
  | {
      readonly kind: 'recommend';
      readonly items: readonly { readonly productId: string; readonly reason: string }[];
    }
  | { readonly kind: 'ask'; readonly options: readonly string[] }
  | { readonly kind: 'nothing_fits' }
  | { readonly kind: 'talk' }
  | { readonly kind: 'handoff' }
);

export interface ModelUsage {
  readonly model: string;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  /** Thousandths of a CFA franc, from the price table in the adapter; 0 when not known. */
  readonly costMilliCfa: number;
  /** Worked out on this machine: costs nothing and counts against no limit. */
  readonly local?: true;
}

export interface PhotoReading {
  readonly kind: 'prescription' | 'product' | 'body' | 'other' | 'unreadable';
  /** What to look for in the catalogue, in a few words; empty when nothing. */
  readonly searchText: string;
}

export interface Transcript {
  readonly text: string;
  /** `unsure` is read back to the customer first; `silence` is no sentence. */
  readonly confidence: 'sure' | 'unsure' | 'silence';
}

/**
 * Every failure is a `ProviderError`; results come with what they cost. A photo and a voice go as they are: no
 * words of the customer's go with them.
 */
export interface LanguageModel {
  advise(request: AdviceRequest): Promise<{ readonly advice: Advice; readonly usage: ModelUsage }>;
  readPhoto(photo: {
    readonly bytes: Uint8Array;
    readonly mimeType: string;
  }): Promise<{ readonly reading: PhotoReading; readonly usage: ModelUsage }>;
  transcribe(
    audio: {
      readonly bytes: Uint8Array;
      readonly mimeType: string;
      readonly seconds: number | null;
    },
    /** Words of the catalogue that the recogniser should expect. */
    vocabulary: readonly string[],
  ): Promise<{ readonly transcript: Transcript; readonly usage: ModelUsage }>;
  /** Moves a loyalty score (0 to 100) by at most what the caller then clamps. */
  adjustLoyaltyScore(facts: {
    readonly score: number;
    readonly reasons: readonly RedactedText[];
  }): Promise<{
    readonly delta: number;
    readonly reason: string;
    readonly usage: ModelUsage;
  }>;
}
