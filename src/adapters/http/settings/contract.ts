import { z } from 'zod';
import { missingInConsentText } from '../../../domain/shop/consent-text.ts';
import { TRIAGE_REPLY_KEYS } from '../../../domain/triage/reply.ts';
import { endpoint } from '../core/endpoint.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const whole = (min: number, max: number) => z.int().min(min).max(max);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30 is expected');
const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const openingHours = z
  .array(
    z
      .strictObject({ opens: time, closes: time })
      .refine(({ opens, closes }) => opens < closes, 'must open before it closes')
      .nullable(),
  )
  .length(7)
  .describe('From Monday; null when closed');

const consentText = z
  .string()
  .trim()
  .max(1_500)
  .superRefine((words, context) => {
    const missing = missingInConsentText(words);
    if (missing.length > 0)
      context.addIssue({ code: 'custom', message: `must name ${missing.join(', ')}` });
  })
  .nullable()
  .describe('Instead of the built-in text; {boutique}, {modele} and {loi} are filled in');

/** What the shop decides. The names are those that are stored. */
export const shopSettings = z.strictObject({
  shopName: text(120),
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters are expected'),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'an IANA time zone such as Africa/Libreville is expected'),
  tone: text(300),
  emergencyNumbers: z
    .array(
      z.strictObject({
        label: text(60),
        number: z.string().regex(/^\+?[\d ]{2,20}$/, 'a telephone number is expected'),
      }),
    )
    .min(1, 'at least one emergency number is needed')
    .max(10),
  openingHours,
  holidays: z.array(z.iso.date()).max(366),
  address: text(300),
  delivery: text(500),
  payment: text(500),
  consentVersion: text(40),
  consentTexts: z.strictObject({ fr: consentText, en: consentText }),
  humanSilenceMinutes: whole(1, 1_440),
  conversationQuietHours: whole(1, 720),
  largeCartCfa: whole(0, 1_000_000_000),
  monthlyModelBudgetCfa: whole(0, 1_000_000_000).nullable(),
  modelCallsPerMinute: whole(1, 60),
  modelCallsPerDay: whole(1, 10_000),
  autonomy: z
    .record(text(100), z.enum(['automatic', 'suggest']))
    .describe('By category; automatic where nothing is said'),
  cannedReplies: z
    .array(
      z.strictObject({
        shortcut: z.string().regex(/^[\p{L}\d_-]{1,40}$/u, 'one word is expected'),
        text: text(2_000),
      }),
    )
    .max(100)
    .refine(
      (replies) => new Set(replies.map(({ shortcut }) => shortcut)).size === replies.length,
      'a shortcut comes twice',
    ),
  triageReplies: z
    .array(
      z.strictObject({
        reply: z.enum(TRIAGE_REPLY_KEYS),
        language: z.enum(['fr', 'en']),
        text: text(1_000),
      }),
    )
    .max(2 * TRIAGE_REPLY_KEYS.length)
    .refine(
      (replies) =>
        new Set(replies.map(({ reply, language }) => `${reply} ${language}`)).size ===
        replies.length,
      'a reply comes twice in one language',
    )
    .describe('Instead of the built-in replies; emergency numbers are always added'),
  couponRules: z.strictObject({
    tiers: z.array(z.strictObject({ minScore: whole(0, 100), discountPct: whole(1, 100) })).max(10),
    monthlyBudgetCfa: whole(0, 1_000_000_000),
    validDays: whole(1, 365),
    cooldownDays: whole(0, 365),
    maxPerYear: whole(0, 100),
  }),
  campaignRules: z.strictObject({
    capDays: whole(0, 365),
    surveyAfterDays: whole(0, 60),
    usageTipAfterDays: whole(0, 60),
  }),
  attribution: z.strictObject({
    campaignDays: whole(0, 90),
    humanHours: whole(0, 720),
  }),
  retention: z.strictObject({
    conversationsDays: whole(1, 3_650),
    customersDays: whole(30, 3_650),
    quarantineDays: whole(1, 90),
    auditDays: whole(180, 3_650).describe('Days that lines of the audit log are kept'),
  }),
  triageReviewedBy: text(200).nullable(),
});

const colleague = z.object({ id: z.string(), name: z.string().nullable() });
const settingsVersion = z.object({
  version: z.number().describe('0 while nothing was ever changed'),
  value: shopSettings,
  at: z.string().nullable(),
  by: colleague.nullable(),
});

export const readSettings = endpoint({
  method: 'GET',
  path: '/functions/settings',
  query: z.strictObject({
    version: z.coerce
      .number()
      .int()
      .min(1)
      .max(2_147_483_647)
      .optional()
      .describe('An older version; the newest unless said otherwise'),
  }),
  response: settingsVersion,
});

export const changeSettings = endpoint({
  method: 'PUT',
  path: '/functions/settings',
  body: z.strictObject({
    version: z
      .int()
      .min(0)
      .max(2_147_483_647)
      .describe('The version that was read: 409 when it is not the newest any more'),
    value: shopSettings,
  }),
  response: settingsVersion,
});

export const settingsHistory = endpoint({
  method: 'GET',
  path: '/functions/settings-history',
  query: z.strictObject({
    before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({
    items: z
      .array(
        z.object({
          version: z.number(),
          at: z.string(),
          by: colleague.nullable(),
          changed: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    next_before: z.number().nullable(),
  }),
});
