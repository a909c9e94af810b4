import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { PushSubscription, PushSubscriptions } from '../../ports/push-subscriptions.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

export interface WatchByPushDeps {
  readonly uow: UnitOfWork;
  readonly pushSubscriptions: PushSubscriptions;
}

/** Alerts on the screen of a browser, for the person who is signed in there. */
export class WatchByPush {
  readonly #deps: WatchByPushDeps;

  constructor(deps: WatchByPushDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `forbidden`, `staff_only` */
  async subscribe(command: {
    readonly actor: Actor;
    readonly subscription: PushSubscription;
  }): Promise<void> {
    const { uow, pushSubscriptions } = this.#deps;
    const { actor, subscription } = command;
    await authorise(uow, actor, 'push.subscribe');
    const me = person(actor);
    await pushSubscriptions.save(me, subscription, trace(actor, 'push.subscribe', { rows: [me] }));
  }

  /** @throws LeaError `forbidden`, `staff_only` */
  async unsubscribe(command: { readonly actor: Actor; readonly endpoint: string }): Promise<void> {
    const { uow, pushSubscriptions } = this.#deps;
    const { actor, endpoint } = command;
    await authorise(uow, actor, 'push.unsubscribe');
    const me = person(actor);
    await pushSubscriptions.remove(me, endpoint, trace(actor, 'push.unsubscribe', { rows: [me] }));
  }
}

function person(actor: Actor): UserId {
  if (actor.kind === 'staff') return actor.userId;
  throw new LeaError('forbidden', 'staff_only', 'Only people have a browser.');
}
