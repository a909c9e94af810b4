import { expect, test } from 'vitest';
import { openInbox } from './support/inbox.ts';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('a person is erased everywhere once the word has been typed', async () => {
  const phone = await openSimulator('Delphine Oubli');
  await phone.askAndAgree('crème pour peau sèche au nénuphar');
  await phone.offered();
  const inbox = await openInbox();
  await inbox.open('Delphine Oubli');
  await inbox.customer.getByRole('button', { name: 'Effacer' }).click();
  const dialog = inbox.page.getByRole('dialog', { name: 'Effacer cette personne' });
  const confirm = dialog.getByRole('button', { name: 'Effacer' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Écrivez SUPPRIMER pour confirmer').fill('supprimer');
  await confirm.click();
  await inbox.page.getByText('Tout a été effacé.').waitFor();
  await inbox.row('Delphine Oubli').waitFor({ state: 'detached' });

  await inbox.page
    .getByRole('textbox', { name: 'Client, numéro, mot d’un message' })
    .fill('nénuphar');
  await inbox.page.getByText('Rien ne correspond à cette recherche.').waitFor();
  await phone.sees('Toutes vos données ont été effacées.');
  const page = await openWindow();
  await page.goto('/coupons');
  await page.getByRole('button', { name: 'Offrir un coupon' }).click();
  await page.getByRole('dialog').getByLabel('Client').fill('Delphine Oubli');
  await page.getByText('Aucun client trouvé').waitFor();
  await page.goto('/audit?log=deletions');
  await page.getByRole('row').filter({ hasText: 'Admin' }).first().waitFor();
  // The open conversation hears of its end before the page has left it.
  expectComplaints(/status of 404/);
});

test('a conversation that is open is no longer shown once the customer has erased everything', async () => {
  const phone = await openSimulator('Lucie Partie');
  await phone.askAndAgree('crème pour peau sèche à la verveine');
  await phone.offered();
  const inbox = await openInbox();
  await inbox.open('Lucie Partie');
  await inbox.page.getByText('crème pour peau sèche à la verveine').last().waitFor();
  await phone.write('SUPPRIMER');
  await phone.sees('Toutes vos données ont été effacées.');
  await inbox.page.getByText('Cette conversation n’existe plus').waitFor();
  expect(await inbox.page.locator('main').innerText()).not.toMatch(/verveine|Lucie Partie/);
  await inbox.page.getByRole('button', { name: 'Retour à la liste' }).click();
  await inbox.page.getByText('Choisissez une conversation').waitFor();
  expectComplaints(/status of 404/);
});
