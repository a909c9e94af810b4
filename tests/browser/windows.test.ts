import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { prepareAxe } from './support/accessibility.ts';
import { openInbox, type Inbox } from './support/inbox.ts';
import { looksRight } from './support/looks.ts';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();

/** What opens over a page: its address, how one gets there, and the name of the window. */
const WINDOWS = [
  { path: '/catalogue', opens: 'Nouveau produit', named: 'Nouveau produit' },
  { path: '/catalogue', opens: 'Importer', named: 'Importer un fichier CSV' },
  { path: '/coupons', opens: 'Offrir un coupon', named: 'Offrir un coupon' },
  { path: '/team', opens: 'Inviter', named: 'Inviter quelqu’un' },
] as const;

let desk: Page | undefined;

test.each(WINDOWS)('« $named » looks right', async ({ path, opens, named }) => {
  desk ??= await openWindow({ prepare: prepareAxe });
  await desk.goto(path);
  await press(desk, opens);
  await desk.getByRole('dialog', { name: named }).waitFor();
  await looksRight(desk, `window-${path.slice(1)}-${opens.toLowerCase().replace(/\W+/g, '-')}`);
});

test('a product’s form looks right', async () => {
  const page = await openWindow({ prepare: prepareAxe });
  await page.goto('/catalogue');
  await page.getByRole('searchbox').fill('Baume de nuit nourrissant');
  await page.getByRole('button', { name: /^Baume de nuit nourrissant/ }).click();
  await page.getByRole('dialog', { name: 'Modifier le produit' }).getByLabel('Nom').waitFor();
  await looksRight(page, 'window-product');
});

test('one’s account and the way back to a forgotten password look right', async () => {
  const page = await openWindow({ prepare: prepareAxe });
  await page.goto('/account');
  await page.getByRole('heading', { name: 'Appareils connectés' }).waitFor();
  await looksRight(page, 'account');
  const stranger = await openWindow({ session: null, prepare: prepareAxe });
  await stranger.goto('/sign-in/password');
  await stranger.getByRole('heading', { level: 1 }).waitFor();
  await looksRight(stranger, 'sign-in-password');
  expectComplaints(/status of 401/);
});

test('an open conversation looks right, and so does each window over it', async () => {
  const phone = await openSimulator('Gisèle Fenêtre');
  await phone.askAndAgree('crème pour peau sèche moins de 8000');
  await phone.offered();
  const inbox = await openInbox({ prepare: prepareAxe });
  await inbox.open('Gisèle Fenêtre');
  await looksRight(inbox.page, 'thread');
  const over = async (open: () => Promise<void>, named: string, picture: string) => {
    await open();
    await inbox.page.getByRole('dialog', { name: named }).waitFor();
    await looksRight(inbox.page, picture);
    await leave(inbox);
  };
  await over(
    () => inbox.page.getByRole('button', { name: 'Pourquoi cette réponse' }).last().click(),
    'Pourquoi cette réponse',
    'window-why',
  );
  await over(
    () => inbox.customer.getByRole('button', { name: 'Vendu' }).click(),
    'Vendu',
    'window-sold',
  );
  await over(
    () => inbox.customer.getByRole('button', { name: 'Effacer' }).click(),
    'Effacer cette personne',
    'window-erase',
  );
  await inbox.reply.fill('/');
  await inbox.page.getByRole('listbox', { name: 'Réponses prêtes' }).waitFor();
  await looksRight(inbox.page, 'window-canned');
});

/** By the key, as well as by the cross. */
async function leave(inbox: Inbox): Promise<void> {
  await inbox.page.keyboard.press('Escape');
  await inbox.page.getByRole('dialog').waitFor({ state: 'detached' });
}
