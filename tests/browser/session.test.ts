import { expect, test } from 'vitest';
import { openInbox } from './support/inbox.ts';
import { admin, expectComplaints, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('a session that ends says so, and keeps what was typed', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Sonia Séance');
  await phone.write('Bonjour');
  await inbox.open('Sonia Séance');
  await inbox.reply.fill('Bonjour Sonia, voici');

  await inbox.page.context().clearCookies();
  await phone.write('Vous êtes là ?');
  const again = inbox.page.getByRole('dialog', { name: 'Votre session a expiré' });
  await again.getByLabel('Adresse e-mail').fill(admin.email);
  await again.getByLabel('Mot de passe').fill(admin.password);
  await again.getByRole('button', { name: 'Se connecter' }).click();
  await again.waitFor({ state: 'detached' });

  expect(await inbox.reply.inputValue()).toBe('Bonjour Sonia, voici');
  await inbox.reply.press('Enter');
  await phone.sees('Bonjour Sonia, voici');
  expectComplaints(/status of 401/);
});
