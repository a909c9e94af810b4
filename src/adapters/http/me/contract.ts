import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { currency, id } from '../core/shapes.ts';

/** The signed-in member of staff, with what every page of the dashboard needs to know of the shop. */
export const me = endpoint({
  method: 'GET',
  path: '/functions/me',
  response: z.object({
    id,
    name: z.string().nullable(),
    role: z.enum(['admin', 'product_editor', 'support']),
    shop: z.object({
      name: z.string(),
      country: z.string(),
      time_zone: z.string(),
      currency,
      canned_replies: z.array(z.object({ shortcut: z.string(), text: z.string() })),
      /** False until a pharmacist has signed the triage rules. */
      triage_reviewed: z.boolean(),
    }),
    /** Public key for `PushManager.subscribe`; null where this installation sends no web push. */
    push_key: z.string().nullable(),
    /** Whether the WhatsApp-like page is served here. */
    simulator: z.boolean(),
  }),
});
