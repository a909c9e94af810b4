import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { currency, id, row } from '../core/shapes.ts';

/** `pending` only brings news of the delivery. */
const status = z.enum(['pending', 'completed', 'cancelled']);

export const createOrderLink = endpoint({
  method: 'POST',
  path: '/functions/create-order-link',
  body: z.object({
    conversation_id: id,
    items: z
      .array(z.object({ product_id: id, quantity: z.int().min(1).max(999) }))
      .min(1)
      .max(50),
  }),
  response: row,
});

/** A member of staff takes an order back; the cart sees it as final. */
export const cancelOrder = endpoint({
  method: 'POST',
  path: '/functions/cancel-order',
  body: z.object({
    order_id: id,
    reason: z.string().trim().min(3).max(500),
    notify_customer: z.boolean().default(false),
  }),
  response: row,
});

/** What happened to an order, and who did it. */
export const orderHistory = endpoint({
  method: 'GET',
  path: '/functions/order-history',
  query: z.object({ order_id: id }),
  response: z.object({
    order_id: id,
    currency,
    items: z.array(
      z.object({
        product_id: id.nullable(),
        name: z.string(),
        quantity: z.int(),
        unit_price_cfa: z.int(),
      }),
    ),
    events: z.array(
      z.object({
        at: z.iso.datetime(),
        kind: z.enum([
          'created',
          'completed',
          'cancelled',
          'delivery',
          'reported',
          'amount_differs',
        ]),
        via: z.enum(['assistant', 'staff', 'cart', 'demo_cart']),
        actor: z.object({ id, name: z.string().nullable() }).nullable(),
        amount_cfa: z.int().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
});

/** The cart's callback, signed over the raw body. */
export const orderStatus = endpoint({
  method: 'POST',
  path: '/functions/order-status',
  body: z.object({
    order_id: id,
    status,
    amount_cfa: z.int().min(0).max(1_000_000_000).optional(),
    currency: z
      .string()
      .max(10)
      .optional()
      .describe("Of the amount; another one than the order's is refused"),
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
