import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';

const phone = z.string().trim().min(4).max(40).describe('With country code');
/** A base64 data URL, or true for a sample. */
const file = z.union([z.literal(true), z.string().startsWith('data:').max(7_000_000)]);

/** What the customer would send; `text` is also the caption of an image and the title of a button. */
export const simulate = endpoint({
  method: 'POST',
  path: '/simulator/messages',
  body: z.object({
    phone,
    text: z.string().max(4096).optional(),
    /** The id of a button. */
    button: z.string().min(1).max(256).optional(),
    voice: file.optional(),
    image: file.optional(),
    name: z.string().trim().max(100).optional(),
  }),
  response: z.object({ id: z.string() }),
});

/** Both sides of the conversation, oldest first. */
export const readSimulated = endpoint({
  method: 'GET',
  path: '/simulator/messages',
  query: z.object({ phone }),
  response: z.object({
    messages: z.array(
      z.object({
        id: z.string(),
        from: z.enum(['customer', 'lea', 'advisor']),
        text: z.string(),
        buttons: z.array(z.object({ id: z.string(), title: z.string() })),
        image_url: z.string().nullable(),
        status: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
});
