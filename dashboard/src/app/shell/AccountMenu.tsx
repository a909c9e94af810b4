import { Avatar, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconShieldLock,
  IconMessageCircle2,
  IconMoon,
  IconSun,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { stopPush } from '../../api/push.ts';
import { signOut, useMe } from '../../api/session.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { initials } from '../../ui/initials.ts';
import { shellTexts } from './texts.ts';
import { useSound } from './use-waiting-signal.ts';
import classes from './Shell.module.css';

const SCHEMES: readonly { readonly value: MantineColorScheme; readonly icon: typeof IconSun }[] = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
];

export function AccountMenu({ narrow }: { readonly narrow: boolean }) {
  const t = useTexts(shellTexts);
  const me = useMe().data;
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [sound, setSound] = useSound();
  if (!me) return null;
  const leave = async () => {
    // Whoever uses this browser next must not be told in our name.
    await stopPush().catch(() => undefined);
    await signOut().catch(() => undefined);
    // A full load drops everything that was held in memory.
    window.location.assign('/sign-in');
  };
  return (
    <Menu position="right-end" withinPortal width={230}>
      <Menu.Target>
        <button
          type="button"
          className={classes.link}
          style={{ height: 48 }}
          {...(narrow ? { 'aria-label': t.account } : {})}
        >
          <Avatar size={30} color="lea" radius="xl" aria-hidden>
            {initials(me.name)}
          </Avatar>
          {!narrow && (
            <span className={classes.grow} style={{ lineHeight: 1.25 }}>
              {me.name ?? '—'}
              <span className={classes.shop}>{t[`role_${me.role}`]}</span>
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.appearance}</Menu.Label>
        {SCHEMES.map(({ value, icon: IconOf }) => (
          <Menu.Item
            key={value}
            leftSection={<IconOf size={16} />}
            rightSection={colorScheme === value ? <IconCheck size={14} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {t[value]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t.language}</Menu.Label>
        {(['fr', 'en'] as const).map((value) => (
          <Menu.Item
            key={value}
            lang={value}
            rightSection={language === value ? <IconCheck size={14} /> : null}
            onClick={() => setLanguage(value)}
          >
            {value === 'fr' ? 'Français' : 'English'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={sound ? <IconVolume size={16} /> : <IconVolumeOff size={16} />}
          onClick={() => setSound(!sound)}
        >
          {sound ? t.soundOn : t.soundOff}
        </Menu.Item>
        <Menu.Item component={Link} to="/account" leftSection={<IconShieldLock size={16} />}>
          {t.account}
        </Menu.Item>
        {me.simulator && (
          <Menu.Item
            component="a"
            href="/simulator"
            target="_blank"
            leftSection={<IconMessageCircle2 size={16} />}
          >
            {t.simulator}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
