import { DEFAULT_CAMPAIGN_RULES, type CampaignRules } from '../campaign/campaign-rules.ts';
import { DEFAULT_COUPON_RULES, type CouponRules } from '../loyalty/coupon-policy.ts';
import { DEFAULT_ATTRIBUTION_RULES, type AttributionRules } from '../order/attribution.ts';
import { DEFAULT_RETENTION_RULES, type RetentionRules } from '../privacy/retention-rules.ts';
import type { OwnReply } from '../triage/reply.ts';
import type { EmergencyNumber } from './countries.ts';
import { COUNTRIES } from './countries.ts';

/** `HH:MM` in the shop's time zone; null when closed that day. Index 0 is Monday. */
export type OpeningHours = readonly ({ readonly opens: string; readonly closes: string } | null)[];

export type Autonomy = 'automatic' | 'suggest';

/** What the shop decides, stored in versions and changed in the dashboard. */
export interface ShopSettings {
  readonly shopName: string;
  readonly country: string;
  readonly timeZone: string;
  /** Bound to by the model, one sentence. */
  readonly tone: string;
  readonly emergencyNumbers: readonly EmergencyNumber[];
  readonly openingHours: OpeningHours;
  /** Closed days, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  readonly address: string;
  readonly delivery: string;
  readonly payment: string;
  /** Of the shop's own words in the consent question: whoever agreed to another version is asked again. */
  readonly consentVersion: string;
  /** The shop's own text per language (see `consent-text.ts`); null for ours. */
  readonly consentTexts: { readonly fr: string | null; readonly en: string | null };
  /** Minutes of an advisor's silence after which Léa may answer again. */
  readonly humanSilenceMinutes: number;
  /** Hours of quiet after which a conversation closes. */
  readonly conversationQuietHours: number;
  /** A cart above this many CFA francs alerts an advisor. */
  readonly largeCartCfa: number;
  /** CFA francs a month for the model; null is no limit. */
  readonly monthlyModelBudgetCfa: number | null;
  readonly modelCallsPerMinute: number;
  readonly modelCallsPerDay: number;
  /** Per catalogue category; absent means `automatic`. */
  readonly autonomy: Readonly<Record<string, Autonomy>>;
  readonly cannedReplies: readonly { readonly shortcut: string; readonly text: string }[];
  /** The shop's own words for red flags; ours where there are none. */
  readonly triageReplies: readonly OwnReply[];
  readonly couponRules: CouponRules;
  readonly campaignRules: CampaignRules;
  readonly attribution: AttributionRules;
  readonly retention: RetentionRules;
  /** Name and date of the pharmacist who reviewed the triage rules; null until done. */
  readonly triageReviewedBy: string | null;
}

const WEEKDAY = { opens: '08:00', closes: '19:30' } as const;

/** The settings of a new shop in a country of `COUNTRIES`. */
export function defaultSettings(country: string, timeZone?: string): ShopSettings {
  const known = COUNTRIES[country];
  return {
    shopName: 'Parapharmacie Léa',
    country,
    timeZone: timeZone ?? known?.timeZone ?? 'UTC',
    tone: 'Chaleureuse, brève, vouvoiement, jamais de promesse médicale.',
    emergencyNumbers: known?.emergencyNumbers ?? [],
    openingHours: [
      WEEKDAY,
      WEEKDAY,
      WEEKDAY,
      WEEKDAY,
      WEEKDAY,
      { opens: '08:30', closes: '18:00' },
      null,
    ],
    holidays: [],
    address: 'Boulevard Triomphal, Libreville',
    delivery: 'Livraison à Libreville sous 24 h, 1 500 FCFA ; retrait gratuit en boutique.',
    payment: 'Espèces à la livraison, Airtel Money, Moov Money.',
    consentVersion: '2026-11',
    consentTexts: { fr: null, en: null },
    humanSilenceMinutes: 30,
    conversationQuietHours: 24,
    largeCartCfa: 150_000,
    monthlyModelBudgetCfa: null,
    modelCallsPerMinute: 10,
    modelCallsPerDay: 100,
    autonomy: {},
    cannedReplies: [
      {
        shortcut: 'bonjour',
        text: 'Bonjour, je suis conseillère à la parapharmacie. Comment puis-je vous aider ?',
      },
      {
        shortcut: 'livraison',
        text: 'Nous livrons à Libreville sous 24 h pour 1 500 FCFA, ou vous pouvez passer en boutique.',
      },
      { shortcut: 'merci', text: 'Merci à vous, et à très bientôt !' },
    ],
    triageReplies: [],
    couponRules: DEFAULT_COUPON_RULES,
    campaignRules: DEFAULT_CAMPAIGN_RULES,
    attribution: DEFAULT_ATTRIBUTION_RULES,
    retention: DEFAULT_RETENTION_RULES,
    triageReviewedBy: null,
  };
}

/** What was stored, perhaps by an older version that knew fewer settings, over the defaults. */
export function completeSettings(
  defaults: ShopSettings,
  stored: Partial<ShopSettings>,
): ShopSettings {
  return {
    ...defaults,
    ...known(defaults, stored),
    consentTexts: { ...defaults.consentTexts, ...stored.consentTexts },
    couponRules: { ...defaults.couponRules, ...stored.couponRules },
    campaignRules: { ...defaults.campaignRules, ...stored.campaignRules },
    attribution: { ...defaults.attribution, ...stored.attribution },
    retention: { ...defaults.retention, ...stored.retention },
  };
}

/** Without what an older version knew and this one does not. */
const known = (defaults: ShopSettings, stored: Partial<ShopSettings>): Partial<ShopSettings> =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => Object.hasOwn(defaults, name)));
