import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';

/** Of the keys that a browser encrypts with (RFC 8291). */
export const KEY_BYTES = { p256dh: 65, auth: 16 } as const;

const done = z.object({ ok: z.literal(true) });
/** As `PushManager.subscribe` gives it: an address that only this browser and its push service know. */
const address = z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(1000);
/** Looked at by `faultOfSubscription`, which says 422. */
const uri = z.string().meta({ format: 'uri', maxLength: 1000 });
const key = (bytes: number) => z.string().meta({ description: `${bytes} bytes in base64url` });

/** Tells this browser of alerts from now on. */
export const subscribePush = endpoint({
  method: 'POST',
  path: '/functions/push/subscribe',
  body: z.object({
    endpoint: uri,
    keys: z.object({ p256dh: key(KEY_BYTES.p256dh), auth: key(KEY_BYTES.auth) }),
  }),
  response: done,
});

/** Tells this browser no more. */
export const unsubscribePush = endpoint({
  method: 'POST',
  path: '/functions/push/unsubscribe',
  body: z.object({ endpoint: address }),
  response: done,
});
