import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

/** The row of `loyalty_coupons`. */
const coupon = z.looseObject({
  id,
  code: z.string(),
  discount_pct: z.int(),
  used: z.boolean(),
  score: z.int().nullable(),
  reasons: z.array(z.string()),
});

export const generateCoupon = endpoint({
  method: 'POST',
  path: '/functions/generate-coupon',
  body: z.object({ user_id: id }),
  response: coupon,
});

export const redeemCoupon = endpoint({
  method: 'POST',
  path: '/functions/redeem-coupon',
  body: z.object({ code: z.string().trim().min(1).max(64), order_id: id.optional() }),
  response: coupon,
});
