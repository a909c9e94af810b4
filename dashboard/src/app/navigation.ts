import {
  IconBell,
  IconBox,
  IconChartBar,
  IconClipboardList,
  IconHeartbeat,
  IconMessages,
  IconRadar2,
  IconSettings,
  IconShoppingBag,
  IconSpeakerphone,
  IconTicket,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../api/session.ts';
import type { ShellTexts } from './shell/texts.ts';

export interface NavigationItem {
  readonly to:
    | '/inbox'
    | '/alerts'
    | '/catalogue'
    | '/orders'
    | '/coupons'
    | '/campaigns'
    | '/kpis'
    | '/demand'
    | '/team'
    | '/settings'
    | '/audit'
    | '/system';
  readonly label: keyof ShellTexts;
  readonly icon: Icon;
  readonly roles: readonly Role[];
}

const EVERYBODY: readonly Role[] = ['support', 'product_editor', 'admin'];
const ADVISORS: readonly Role[] = ['support', 'admin'];
const ADMIN: readonly Role[] = ['admin'];

/** Every page with who may open it; the first that one may open is one's home. */
export const NAVIGATION: readonly NavigationItem[] = [
  { to: '/inbox', label: 'inbox', icon: IconMessages, roles: ADVISORS },
  { to: '/alerts', label: 'alerts', icon: IconBell, roles: ADVISORS },
  { to: '/catalogue', label: 'catalogue', icon: IconBox, roles: EVERYBODY },
  { to: '/orders', label: 'orders', icon: IconShoppingBag, roles: ADVISORS },
  { to: '/coupons', label: 'coupons', icon: IconTicket, roles: ADVISORS },
  { to: '/campaigns', label: 'campaigns', icon: IconSpeakerphone, roles: ADVISORS },
  { to: '/kpis', label: 'kpis', icon: IconChartBar, roles: ADMIN },
  { to: '/demand', label: 'demand', icon: IconRadar2, roles: EVERYBODY },
  { to: '/team', label: 'team', icon: IconUsersGroup, roles: ADMIN },
  { to: '/settings', label: 'settings', icon: IconSettings, roles: ADMIN },
  { to: '/audit', label: 'audit', icon: IconClipboardList, roles: ADMIN },
  { to: '/system', label: 'system', icon: IconHeartbeat, roles: ADMIN },
];

export const navigationFor = (role: Role): readonly NavigationItem[] =>
  NAVIGATION.filter((item) => item.roles.includes(role));
export const homeOf = (role: Role): NavigationItem['to'] =>
  navigationFor(role)[0]?.to ?? '/catalogue';
