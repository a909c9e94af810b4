import type { Cart } from '../../../ports/cart.ts';
import type { MediaStore } from '../../../ports/media-store.ts';
import type { WatchByPush } from '../../../application/staff/watch-by-push.ts';
import type { Route } from '../define-route.ts';
import { inboxActionRoutes, type InboxActionDeps } from './inbox-actions.ts';
import { inboxRoutes, type InboxDeps } from './inbox.ts';
import { mediaRoute } from './media.ts';
import { orderDeskRoutes, type OrderDeskDeps } from './order-desk.ts';
import { meRoute } from './me.ts';
import { pushRoutes } from './push.ts';

export interface StaffRoutesDeps extends InboxDeps, InboxActionDeps, OrderDeskDeps {
  readonly cart: Pick<Cart, 'currency'>;
  readonly store: MediaStore;
  readonly watchByPush: Pick<WatchByPush, 'subscribe' | 'unsubscribe'>;
  /** Public key of this installation for web push; null where it sends none. */
  readonly pushKey: string | null;
  /** Null where the simulator page is not served. */
  readonly simulator: object | null;
}

/** The routes of the dashboard's own, beside the outer contract. */
export const staffRoutes = (deps: StaffRoutesDeps): readonly Route[] => [
  meRoute({ ...deps, simulator: deps.simulator !== null }),
  ...inboxRoutes(deps),
  ...inboxActionRoutes(deps),
  ...orderDeskRoutes(deps),
  mediaRoute(deps),
  ...(deps.pushKey === null ? [] : pushRoutes(deps.watchByPush)),
];
