import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { prepareAxe } from './support/accessibility.ts';
import { looksRight } from './support/looks.ts';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

/** Each by its address, as a reload or a link would open it, and what shows that it is there. */
const PAGES = [
  { path: '/inbox', heading: 'Boîte de réception' },
  { path: '/alerts', heading: 'Alertes' },
  { path: '/catalogue', heading: 'Catalogue' },
  { path: '/orders', heading: 'Commandes' },
  { path: '/coupons', heading: 'Coupons' },
  { path: '/campaigns', heading: 'Campagnes' },
  { path: '/kpis', heading: 'Statistiques' },
  { path: '/demand', heading: 'Demande' },
  { path: '/team', heading: 'Équipe' },
  { path: '/settings', heading: 'Réglages' },
  { path: '/audit', heading: 'Journal' },
  { path: '/audit?kind=changes&action=settings.change', heading: 'Journal' },
  { path: '/audit?log=deletions', heading: 'Journal' },
  { path: '/system', heading: 'Système' },
] as const;

let page: Page | undefined;

test.each(PAGES)('$path looks right, light and dark, on a desk and on a phone', async (entry) => {
  page ??= await openWindow({ prepare: prepareAxe });
  await page.goto(entry.path);
  await page.getByRole('heading', { level: 1, name: entry.heading }).waitFor();
  await page.waitForLoadState('networkidle');
  await looksRight(page, entry.path.slice(1).replace(/\W/g, '-'));
});

test('the sign-in page looks right', async () => {
  const page = await openWindow({ session: null, prepare: prepareAxe });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  await looksRight(page, 'sign-in');
  expectComplaints(/status of 401/);
});

test('an address that leads nowhere says so', async () => {
  const page = await openWindow({ prepare: prepareAxe });
  await page.goto('/nulle-part');
  await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor();
  await looksRight(page, 'not-found');
});

test('the simulator looks right', async () => {
  const phone = await openSimulator('Odile Axelle', { prepare: prepareAxe });
  await phone.askAndAgree('crème pour peau sèche moins de 8000');
  await phone.offered();
  await looksRight(phone.page, 'simulator');
});
