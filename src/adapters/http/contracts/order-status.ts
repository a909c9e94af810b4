import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './shapes.ts';

/** `pending` only brings news of the delivery. */
const status = z.enum(['pending', 'completed', 'cancelled']);

/** The cart's callback, signed over the raw body. */
export const orderStatus = endpoint({
  method: 'POST',
  path: '/functions/order-status',
  body: z.object({
    order_id: id,
    status,
    amount_cfa: z.int().min(0).max(1_000_000_000).optional(),
    delivered_at: z.iso
      .datetime({ offset: true })
      .refine((text) => /^20/.test(text), 'A date of this century is expected.')
      .optional(),
    tracking_url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  response: z.object({ order_id: id, status }),
});
