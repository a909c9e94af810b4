import type { WatchByPush } from '../../../application/staff/watch-by-push.ts';
import type { PushSubscription } from '../../../ports/push-subscriptions.ts';
import { faultOfServiceAddress } from '../../network/service-address.ts';
import { KEY_BYTES, subscribePush, unsubscribePush } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

const COMMON = { tag: 'Dashboard' } as const;
const DONE = { ok: true } as const;

/** Alerts on the screen of a browser, for the person who is signed in there. */
export const pushRoutes = (
  push: Pick<WatchByPush, 'subscribe' | 'unsubscribe'>,
): readonly Route[] => [
  defineRoute(subscribePush, {
    ...COMMON,
    who: 'push.subscribe',
    summary: 'Tells this browser of alerts, until it is unsubscribed',
    errors: { 422: 'push_subscription_refused, naming the field' },
    async handle({ actor, body }) {
      refuseFaults(body);
      await push.subscribe({ actor, subscription: body });
      return DONE;
    },
  }),
  defineRoute(unsubscribePush, {
    ...COMMON,
    who: 'push.unsubscribe',
    summary: 'Tells this browser of alerts no more',
    async handle({ actor, body }) {
      await push.unsubscribe({ actor, endpoint: body.endpoint });
      return DONE;
    },
  }),
];

/** A browser's own subscription has none of these: what has them would make us connect where somebody likes. */
function refuseFaults({ endpoint, keys }: PushSubscription): void {
  const details = [
    { field: 'endpoint', message: faultOfServiceAddress(endpoint) },
    { field: 'keys.p256dh', message: faultOfKey(keys.p256dh, KEY_BYTES.p256dh) },
    { field: 'keys.auth', message: faultOfKey(keys.auth, KEY_BYTES.auth) },
  ].filter(({ message }) => message !== null);
  const [first] = details;
  if (first === undefined) return;
  throw new HttpProblem(
    422,
    'push_subscription_refused',
    `${first.field} ${first.message ?? ''}.`,
    { details },
  );
}

const faultOfKey = (key: string, bytes: number): string | null =>
  key.length <= 2 * bytes &&
  /^[\w-]+={0,2}$/.test(key) &&
  Buffer.from(key, 'base64url').length === bytes
    ? null
    : `must be ${bytes} bytes in base64url`;
