import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { currency } from '../core/shapes.ts';

const day = z.iso.date();
const dayOrInstant = z.union([day, z.iso.datetime({ offset: true })]);
const compared = z.object({ value: z.number(), previous: z.number() });
const measured = z.object({ value: z.number().nullable(), previous: z.number().nullable() });
const labelled = <N extends string>(name: N) =>
  z.array(compared.extend({ [name]: z.string() } as Record<N, z.ZodString>)).readonly();

/** What each figure means is in docs/kpis.md. */
export const kpiReport = endpoint({
  method: 'GET',
  path: '/functions/kpi-report',
  query: z.strictObject({
    from: dayOrInstant
      .optional()
      .describe("First day, in the shop's time zone; 30 days before `to` unless said otherwise"),
    to: dayOrInstant.optional().describe('Last day, inclusive; today unless said otherwise'),
    format: z.enum(['json', 'csv']).default('json').describe('csv: one line a day'),
  }),
  response: z.object({
    from: day,
    to: day,
    previous_from: day,
    previous_to: day,
    time_zone: z.string(),
    currency: currency.describe('Of all amounts; both are shown as FCFA'),
    conversations: compared,
    conversion_rate: measured,
    sales_cfa: compared.extend({ by_source: labelled('source') }),
    orders: compared,
    satisfaction: measured.extend({ answers: compared }),
    response_time_ms: measured,
    automation_rate: measured,
    escalations: compared.extend({ by_reason: labelled('reason') }),
    unmet_demand: compared.extend({
      by_reason: labelled('reason'),
      top: z
        .array(compared.extend({ need: z.string(), category: z.string().nullable() }))
        .readonly(),
    }),
    model_cost_cfa: compared,
    funnel: labelled('step'),
    top_products: z
      .array(
        z.object({
          product_id: z.string(),
          name: z.string().nullable(),
          recommended: z.number(),
          sold: z.number(),
        }),
      )
      .readonly(),
    days: z
      .array(
        z.object({
          day,
          conversations: z.number(),
          conversion_rate: z.number().nullable(),
          sales_cfa: z.number(),
          orders: z.number(),
          satisfaction: z.number().nullable(),
          response_time_ms: z.number().nullable(),
          automation_rate: z.number().nullable(),
          escalations: z.number(),
          unmet_demand: z.number(),
          model_cost_cfa: z.number(),
        }),
      )
      .readonly(),
  }),
});
