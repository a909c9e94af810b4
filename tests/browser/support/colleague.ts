import type { Page } from 'playwright-core';
import { openWindow } from './shop.ts';

/** Invites somebody as the admin does, follows the link of the mail, and answers their window. */
export async function signInColleague(name: string): Promise<Page> {
  const email = `${name.toLowerCase().replace(/\W/g, '.')}@lea.local`;
  const admin = await openWindow();
  await admin.goto('/team');
  await admin.getByRole('button', { name: 'Inviter' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Inviter quelqu’un' });
  await dialog.getByLabel('Nom').fill(name);
  await dialog.getByLabel('Adresse e-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await admin.getByText('Invitation envoyée').waitFor();
  await admin.close();

  const page = await openWindow({ session: null });
  await page.goto('/dev/mail');
  const mails = page.getByRole('article').filter({ hasText: email });
  await mails.getByRole('link').first().click();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir un lien par e-mail' }).click();
  await page.getByText('un lien vient de partir').waitFor();
  await page.goto('/dev/mail');
  await mails.getByRole('link', { name: /token=/ }).click();
  await page.getByRole('link', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { name: 'Boîte de réception' }).waitFor();
  return page;
}
