import type { Cart } from '../../ports/cart.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { WatchByPush } from '../../application/staff/watch-by-push.ts';
import type { Route } from './core/define-route.ts';
import { inboxActionRoutes, type InboxActionDeps } from './inbox/actions-routes.ts';
import { inboxRoutes, type InboxDeps } from './inbox/routes.ts';
import { mediaRoute } from './inbox/media-routes.ts';
import { orderDeskRoutes, type OrderDeskDeps } from './orders/desk-routes.ts';
import { meRoute } from './me/routes.ts';
import { pushRoutes } from './push/routes.ts';

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
