import type { UserId } from '../../../domain/customer/customer.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { PushSubscriptions } from '../../../ports/push-subscriptions.ts';
import { subscribePush, unsubscribePush } from '../contracts/push.ts';
import { defineRoute, type Route } from '../define-route.ts';

const COMMON = { tag: 'Dashboard' } as const;
const DONE = { ok: true } as const;

/** Alerts on the screen of a browser, for the person who is signed in there. */
export const pushRoutes = (subscriptions: PushSubscriptions): readonly Route[] => [
  defineRoute(subscribePush, {
    ...COMMON,
    who: 'push.subscribe',
    summary: 'Tells this browser of alerts, until it is unsubscribed',
    async handle({ actor, body }) {
      await subscriptions.save(person(actor), body);
      return DONE;
    },
  }),
  defineRoute(unsubscribePush, {
    ...COMMON,
    who: 'push.unsubscribe',
    summary: 'Tells this browser of alerts no more',
    async handle({ actor, body }) {
      await subscriptions.remove(person(actor), body.endpoint);
      return DONE;
    },
  }),
];

function person(actor: Actor): UserId {
  if (actor.kind === 'staff') return actor.userId;
  throw new LeaError('forbidden', 'staff_only', 'Only people have a browser.');
}
