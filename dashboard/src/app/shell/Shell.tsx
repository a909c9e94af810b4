import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { whenFactorDemanded, whenSessionEnds } from '../../api/client.ts';
import { useConnected, useLiveUpdates } from '../../api/live.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { usePalette } from './palette-store.ts';
import { BottomBar } from './BottomBar.tsx';
import { SideBar } from './SideBar.tsx';
import { shellTexts } from './texts.ts';
import { useWaitingSignal } from './use-waiting-signal.ts';
import classes from './Shell.module.css';

const SignInAgain = lazy(() =>
  import('./SignInAgain.tsx').then((module) => ({ default: module.SignInAgain })),
);
const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);

/** Navigation, the live connection, and what is shown over every page. */
export function Shell() {
  const t = useTexts(shellTexts);
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [expired, setExpired] = useState(false);
  const connected = useConnectedForAWhile();
  useLiveUpdates();
  const [palette, setPalette] = usePalette();
  const waiting = useWaitingSignal();
  const navigate = useNavigate();
  useEffect(() => {
    whenSessionEnds(() => setExpired(true));
    whenFactorDemanded(() => void navigate({ to: '/sign-in/second-factor', replace: true }));
  }, [navigate]);
  useKeptPush();

  return (
    <div className={classes.shell} data-phone={phone || undefined}>
      <a href="#content" className={classes.skip}>
        {t.skip}
      </a>
      {!phone && <SideBar waiting={waiting} />}
      <div className={classes.column}>
        {!connected && (
          <div role="status" className={classes.offline}>
            {t.offline}
          </div>
        )}
        <main id="content" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      {phone && <BottomBar waiting={waiting} />}
      <Suspense fallback={null}>
        {palette && <CommandPalette onClosed={() => setPalette(false)} />}
        {expired && <SignInAgain onDone={() => setExpired(false)} />}
      </Suspense>
    </div>
  );
}

/** Once a visit. That it failed is seen on the account page; the next visit tries again. */
function useKeptPush(): void {
  const me = useMe().data;
  const told = me !== undefined && me.push_key !== null && me.role !== 'product_editor';
  useEffect(() => {
    if (told) import('../../api/push.ts').then(({ keepPush }) => keepPush()).catch(() => undefined);
  }, [told]);
}

/** A blink of the connection is not worth a banner. */
function useConnectedForAWhile(): boolean {
  const connected = useConnected();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(connected), connected ? 0 : 3000);
    return () => window.clearTimeout(timer);
  }, [connected]);
  return shown;
}
