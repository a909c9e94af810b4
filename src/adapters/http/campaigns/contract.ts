import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();
const state = z.enum(['draft', 'running', 'paused', 'done']);

const audience = z.strictObject({
  silent_days: z.int().min(1).max(3650).describe('Days without a word from the customer'),
  min_orders: z.int().min(0).max(1000).default(0).describe('Completed orders at least'),
});
const template = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .describe('{prenom} stands for the first name; no other braces');
const couponPct = z.int().min(1).max(100).nullable().default(null);
const type = z.literal('reactivation').default('reactivation');

const campaign = z.object({
  id,
  name: z.string(),
  type: z.enum(['survey', 'reactivation', 'usage_tip', 'restock']),
  template: z.string(),
  audience: z.object({ silent_days: z.int(), min_orders: z.int() }).nullable(),
  coupon_pct: z.int().nullable(),
  state,
  created_at: instant,
  started_at: instant.nullable(),
  finished_at: instant.nullable(),
});

export const createCampaign = endpoint({
  method: 'POST',
  path: '/functions/create-campaign',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    type,
    template,
    audience,
    coupon_pct: couponPct,
  }),
  response: campaign,
});

export const previewCampaign = endpoint({
  method: 'POST',
  path: '/functions/preview-campaign',
  body: z.object({ type, template, audience, coupon_pct: couponPct }),
  response: z.object({
    audience: count,
    excluded: z.object({ no_consent: count, capped: count }),
    estimated_days: count.describe("At the send governor's pace, with what waits already"),
    sample: z.string(),
  }),
});

const body = z.strictObject({ campaign_id: id });

export const startCampaign = endpoint({
  method: 'POST',
  path: '/functions/start-campaign',
  body,
  response: z.object({ campaign_id: id, state, pending: count }),
});

export const pauseCampaign = endpoint({
  method: 'POST',
  path: '/functions/pause-campaign',
  body,
  response: z.object({ campaign_id: id, state }),
});

export const resumeCampaign = endpoint({
  method: 'POST',
  path: '/functions/resume-campaign',
  body,
  response: z.object({ campaign_id: id, state }),
});

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/functions/campaigns',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({
    campaigns: z
      .array(
        campaign.extend({
          counts: z.object({
            pending: count,
            sent: count,
            failed: count,
            replied: count,
            orders: count.describe('Completed orders that are owed to it'),
          }),
          estimated_days: count,
        }),
      )
      .readonly(),
  }),
});
