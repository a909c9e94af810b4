import { useLocalStorage } from '@mantine/hooks';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Logo } from '../../ui/Logo.tsx';
import { navigationFor } from '../navigation.ts';
import { LazyAccountMenu } from './LazyAccountMenu.tsx';
import { openPalette } from './palette-store.ts';
import { shellTexts } from './texts.ts';
import classes from './Shell.module.css';

const COMMAND = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';

export function SideBar({ waiting }: { readonly waiting: number }) {
  const t = useTexts(shellTexts);
  const me = useMe().data;
  const [narrow, setNarrow] = useLocalStorage({
    key: 'lea.narrow',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (!me) return null;
  const Collapse = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.side} data-narrow={narrow || undefined} aria-label={t.navigation}>
      <div className={classes.brand}>
        <Logo size={30} />
        {!narrow && (
          <span>
            Léa<span className={classes.shop}>{me.shop.name}</span>
          </span>
        )}
      </div>
      {navigationFor(me.role).map(({ to, label, icon: IconOf }) => (
        <Link
          key={to}
          to={to}
          className={classes.link}
          {...(narrow ? { 'aria-label': t[label] as string, title: t[label] as string } : {})}
        >
          <span className={classes.iconed}>
            <IconOf size={20} stroke={1.7} aria-hidden />
            {narrow && to === '/inbox' && waiting > 0 && <span className={classes.dot} />}
          </span>
          {!narrow && <span className={classes.grow}>{t[label] as string}</span>}
          {!narrow && to === '/inbox' && waiting > 0 && (
            <span className={classes.count} title={t.waitingTitle(waiting)}>
              {waiting}
            </span>
          )}
        </Link>
      ))}
      <div style={{ flex: 1 }} />
      <button
        type="button"
        className={classes.link}
        onClick={openPalette}
        {...(narrow ? { 'aria-label': t.search } : {})}
      >
        <IconSearch size={20} stroke={1.7} aria-hidden />
        {!narrow && (
          <>
            <span className={classes.grow}>{t.find}</span>
            <kbd className={classes.key}>{COMMAND} K</kbd>
          </>
        )}
      </button>
      <button
        type="button"
        className={classes.link}
        onClick={() => setNarrow(!narrow)}
        {...(narrow ? { 'aria-label': t.expand } : {})}
      >
        <Collapse size={20} stroke={1.7} aria-hidden />
        {!narrow && <span className={classes.grow}>{t.collapse}</span>}
      </button>
      <LazyAccountMenu narrow={narrow} />
    </nav>
  );
}
