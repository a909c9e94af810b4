import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const done = z.object({ ok: z.literal(true) });
/** As `PushManager.subscribe` gives it: an address that only this browser and its push service know. */
const address = z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(1000);
const key = (bytes: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/, 'must be base64url')
    .refine((value) => Buffer.from(value, 'base64url').length === bytes, `must be ${bytes} bytes`);

/** Tells this browser of alerts from now on. */
export const subscribePush = endpoint({
  method: 'POST',
  path: '/functions/push/subscribe',
  body: z.object({ endpoint: address, keys: z.object({ p256dh: key(65), auth: key(16) }) }),
  response: done,
});

/** Tells this browser no more. */
export const unsubscribePush = endpoint({
  method: 'POST',
  path: '/functions/push/unsubscribe',
  body: z.object({ endpoint: address }),
  response: done,
});
