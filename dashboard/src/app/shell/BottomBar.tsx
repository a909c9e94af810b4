import { Drawer, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { navigationFor } from '../navigation.ts';
import { LazyAccountMenu } from './LazyAccountMenu.tsx';
import { openPalette } from './palette-store.ts';
import { shellTexts } from './texts.ts';
import classes from './Shell.module.css';

const FIRST = 4;

/** The first pages within a thumb's reach; the others one tap away. Hidden in an open conversation. */
export function BottomBar({ waiting }: { readonly waiting: number }) {
  const t = useTexts(shellTexts);
  const me = useMe().data;
  const [opened, { open, close }] = useDisclosure();
  const inConversation = 'conversationId' in useParams({ strict: false });
  if (!me || inConversation) return null;
  const items = navigationFor(me.role);
  return (
    <nav className={classes.bottom} aria-label={t.navigation}>
      {items.slice(0, FIRST).map(({ to, label, icon: IconOf }) => (
        <Link key={to} to={to} className={classes.tab}>
          <span className={classes.iconed}>
            <IconOf size={23} stroke={1.6} aria-hidden />
            {to === '/inbox' && waiting > 0 && <span className={classes.dot} />}
          </span>
          {label === 'inbox' ? t.inboxShort : (t[label] as string)}
        </Link>
      ))}
      <button type="button" className={classes.tab} onClick={open}>
        <IconDots size={23} stroke={1.6} aria-hidden />
        {t.more}
      </button>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="auto"
        title={t.more}
        radius="lg"
      >
        <Stack gap={2} pb="md">
          {items.slice(FIRST).map(({ to, label, icon: IconOf }) => (
            <Link key={to} to={to} className={classes.link} onClick={close}>
              <IconOf size={20} stroke={1.7} aria-hidden />
              <span className={classes.grow}>{t[label] as string}</span>
            </Link>
          ))}
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              close();
              openPalette();
            }}
          >
            <IconSearch size={20} stroke={1.7} aria-hidden />
            <span className={classes.grow}>{t.search}</span>
          </button>
          <LazyAccountMenu narrow={false} />
        </Stack>
      </Drawer>
    </nav>
  );
}
