import type { WatchByPush } from '../../../application/staff/watch-by-push.ts';
import { subscribePush, unsubscribePush } from '../contracts/push.ts';
import { defineRoute, type Route } from '../define-route.ts';

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
    async handle({ actor, body }) {
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
