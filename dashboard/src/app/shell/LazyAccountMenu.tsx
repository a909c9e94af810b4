import { lazy, Suspense } from 'react';

const AccountMenu = lazy(() =>
  import('./AccountMenu.tsx').then((module) => ({ default: module.AccountMenu })),
);

/** Menus bring their own positioning library along: the page is drawn before it is here. */
export function LazyAccountMenu({ narrow }: { readonly narrow: boolean }) {
  return (
    <Suspense fallback={<div style={{ height: 48 }} />}>
      <AccountMenu narrow={narrow} />
    </Suspense>
  );
}
