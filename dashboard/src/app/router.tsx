import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { meQuery } from '../api/session.ts';
import { inboxSearch } from '../pages/Inbox/search.ts';
import { ErrorPage } from '../ui/ErrorPage.tsx';
import { NotFoundPage } from '../ui/NotFoundPage.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';
import { homeOf, NAVIGATION, type NavigationItem } from './navigation.ts';

const root = createRootRoute({ component: Outlet, errorComponent: ErrorPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { redirect?: string; two_factor?: 1; error?: string } => ({
    ...(typeof search['redirect'] === 'string' && { redirect: search['redirect'] }),
    // Where the server leads whose link was good and whose code is missing.
    ...(search['two_factor'] === 1 && { two_factor: 1 }),
    ...(typeof search['error'] === 'string' && { error: search['error'] }),
  }),
  component: lazyRouteComponent(() => import('../pages/SignIn/SignInPage.tsx'), 'SignInPage'),
});
const tokenSearch = (search: Record<string, unknown>): { token: string } => ({
  token: typeof search['token'] === 'string' ? search['token'] : '',
});
const signInPassword = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/password',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('../pages/SignIn/PasswordPage.tsx'), 'PasswordPage'),
});
const enrol = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/second-factor',
  component: lazyRouteComponent(() => import('../pages/SignIn/EnrolPage.tsx'), 'EnrolPage'),
});

/** Where a link by e-mail leads: a person confirms, so that a mail scanner does not use it up. */
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(
    () => import('../pages/SignIn/SignInLinkPage.tsx'),
    'SignInLinkPage',
  ),
});

/** Everything behind sign-in: who I am is known before any page draws. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        redirect({
          to: '/sign-in',
          search: location.pathname === '/' ? {} : { redirect: location.href },
          throw: true,
        });
      if (error instanceof ApiError && error.code === 'two_factor_required')
        redirect({ to: '/sign-in/second-factor', replace: true, throw: true });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell/Shell.tsx'), 'Shell'),
  errorComponent: ErrorPage,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    redirect({ to: homeOf(context.me.role), replace: true, throw: true });
  },
});

/** A page that a role may not open leads home instead of to an error. */
const guard =
  (to: NavigationItem['to']) =>
  ({ context }: { context: { me: { role: NavigationItem['roles'][number] } } }) => {
    const item = NAVIGATION.find((entry) => entry.to === to);
    if (item && !item.roles.includes(context.me.role))
      redirect({ to: homeOf(context.me.role), replace: true, throw: true });
  };

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: inboxSearch,
  beforeLoad: guard('/inbox'),
  component: lazyRouteComponent(() => import('../pages/Inbox/InboxPage.tsx'), 'InboxPage'),
});
// The open conversation is part of the page's address; the page reads it and draws everything.
const inboxNone = createRoute({ getParentRoute: () => inbox, path: '/', component: () => null });
const inboxOpen = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  component: () => null,
});

const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/alerts',
  beforeLoad: guard('/alerts'),
  component: lazyRouteComponent(() => import('../pages/Alerts/AlertsPage.tsx'), 'AlertsPage'),
});
const catalogue = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue',
  beforeLoad: guard('/catalogue'),
  component: lazyRouteComponent(
    () => import('../pages/Catalogue/CataloguePage.tsx'),
    'CataloguePage',
  ),
});
const orders = createRoute({
  getParentRoute: () => shell,
  path: '/orders',
  beforeLoad: guard('/orders'),
  component: lazyRouteComponent(() => import('../pages/Orders/OrdersPage.tsx'), 'OrdersPage'),
});
const coupons = createRoute({
  getParentRoute: () => shell,
  path: '/coupons',
  beforeLoad: guard('/coupons'),
  component: lazyRouteComponent(() => import('../pages/Coupons/CouponsPage.tsx'), 'CouponsPage'),
});
const campaigns = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns',
  beforeLoad: guard('/campaigns'),
  component: lazyRouteComponent(
    () => import('../pages/Campaigns/CampaignsPage.tsx'),
    'CampaignsPage',
  ),
});
const kpis = createRoute({
  getParentRoute: () => shell,
  path: '/kpis',
  beforeLoad: guard('/kpis'),
  component: lazyRouteComponent(() => import('../pages/Kpis/KpisPage.tsx'), 'KpisPage'),
});
const demand = createRoute({
  getParentRoute: () => shell,
  path: '/demand',
  beforeLoad: guard('/demand'),
  component: lazyRouteComponent(() => import('../pages/Demand/DemandPage.tsx'), 'DemandPage'),
});
const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  beforeLoad: guard('/team'),
  component: lazyRouteComponent(() => import('../pages/Team/TeamPage.tsx'), 'TeamPage'),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: guard('/settings'),
  component: lazyRouteComponent(() => import('../pages/Settings/SettingsPage.tsx'), 'SettingsPage'),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  beforeLoad: guard('/audit'),
  component: lazyRouteComponent(() => import('../pages/Audit/AuditPage.tsx'), 'AuditPage'),
});
const system = createRoute({
  getParentRoute: () => shell,
  path: '/system',
  beforeLoad: guard('/system'),
  component: lazyRouteComponent(() => import('../pages/System/SystemPage.tsx'), 'SystemPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/Account/AccountPage.tsx'), 'AccountPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInLink,
    signInPassword,
    enrol,
    shell.addChildren([
      home,
      inbox.addChildren([inboxNone, inboxOpen]),
      alerts,
      catalogue,
      orders,
      coupons,
      campaigns,
      kpis,
      demand,
      team,
      settings,
      audit,
      system,
      account,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
