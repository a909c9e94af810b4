import { expect, test } from 'vitest';
import { openInbox } from './support/inbox.ts';
import { expectComplaints, openWindow, PHONE, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('on a phone: the list, then the conversation, the answer, and back', async () => {
  const customer = await openSimulator('Fanta Mobile');
  await customer.write('CONSEILLER');
  const inbox = await openInbox({ viewport: PHONE });
  await inbox.row('Fanta Mobile').tap();
  await inbox.page.getByRole('heading', { level: 1, name: 'Fanta Mobile' }).waitFor();
  await inbox.page.getByRole('button', { name: 'Prendre la main' }).tap();
  await inbox.reply.fill('Bonjour Fanta !');
  await inbox.page.getByRole('button', { name: 'Envoyer' }).tap();
  await customer.sees('Bonjour Fanta !');

  await inbox.page.getByRole('button', { name: 'Fiche client' }).tap();
  await inbox.page
    .getByRole('dialog', { name: 'Fiche client' })
    .getByText('Fanta Mobile')
    .waitFor();
  await inbox.page.keyboard.press('Escape');
  await inbox.page.getByRole('button', { name: 'Retour à la liste' }).tap();
  await inbox.row('Fanta Mobile').waitFor();
  await inbox.page.getByRole('navigation').getByRole('button', { name: 'Plus' }).tap();
  await inbox.page.getByRole('link', { name: 'Statistiques' }).tap();
  await inbox.page.getByRole('heading', { level: 1, name: 'Statistiques' }).waitFor();
});

test('on a phone: what a customer reads of their own data is as wide as the screen', async () => {
  const customer = await openSimulator('Gisèle Lectrice');
  await customer.askAndAgree('crème pour peau sèche');
  await customer.offered();
  await customer.write('MES DONNEES');
  const link = customer.log.getByRole('link', { name: /mes-donnees/ });
  const page = await openWindow({ viewport: PHONE, session: null });
  await page.goto((await link.getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Lire à l’écran' }).tap();
  await page.getByText('Choix proposés').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  // The page is a plain one, without an icon of its own.
  expectComplaints(/favicon\.ico/);
});
