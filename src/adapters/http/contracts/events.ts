import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What the data of an event is; its name says what changed. */
export const liveEvent = z.object({
  /** Null stands for many at once. */
  id: z.string().nullable(),
  conversation_id: z.string().optional(),
});

/** conversation, message, alert, order, product, settings; and `reset`: read everything again. */
export const events = endpoint({ method: 'GET', path: '/events', response: z.string() });
