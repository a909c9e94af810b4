import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

export const recommendProducts = endpoint({
  method: 'POST',
  path: '/functions/recommend-products',
  body: z.object({ query: z.string().trim().min(1).max(2000), conversation_id: id.optional() }),
  response: z.object({
    product_ids: z.array(id),
    recommendations: z.array(z.object({ product_id: id, reason: z.string() })),
  }),
});
