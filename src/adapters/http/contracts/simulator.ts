import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const phone = z.string().regex(/^\+[1-9]\d{5,14}$/);
/** A file from the imagined phone, as base64; at most 5 MB of it. */
const file = z.object({ data: z.string().max(7_000_000), mime_type: z.string().max(100) });

export const simulatedMessage = z.object({
  id: z.string(),
  from: z.enum(['customer', 'shop']),
  kind: z.string(),
  text: z.string(),
  image_url: z.string().nullable(),
  choices: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() })),
  /** As on WhatsApp, for what the customer wrote: `sent`, `delivered`, `read`. */
  status: z.string(),
  at: z.iso.datetime({ offset: true }),
});

/** What the customer's phone sends. */
export const simulateMessage = endpoint({
  method: 'POST',
  path: '/simulator/messages',
  body: z.object({
    phone,
    name: z.string().trim().max(80).optional(),
    text: z.string().max(4000).optional(),
    /** Id and title of a button or list entry that was tapped. */
    button: z.object({ id: z.string().max(200), title: z.string().max(200) }).optional(),
    image: file.extend({ caption: z.string().max(1000).optional() }).optional(),
    voice: file.extend({ seconds: z.number().min(0).max(600) }).optional(),
  }),
  response: z.object({ id: z.string() }),
});

/** What the customer's phone shows. */
export const readSimulator = endpoint({
  method: 'GET',
  path: '/simulator/messages',
  query: z.object({ phone }),
  response: z.object({ messages: z.array(simulatedMessage), typing: z.boolean() }),
});
