import { expect, test } from 'vitest';
import { admin, expectComplaints, openWindow, shopUrl, useBrowser } from './support/shop.ts';

useBrowser();

test('the account that the terminal printed opens the inbox; a wrong password says so', async () => {
  const page = await openWindow({ session: null });
  await page.goto('/');
  await page.getByLabel('Adresse e-mail').fill(admin.email);
  await page.getByLabel('Mot de passe').fill('pas le bon mot de passe');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('alert').getByText('Adresse ou mot de passe inconnu.').waitFor();

  await page.getByLabel('Mot de passe').fill(admin.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Boîte de réception' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/inbox');
  expectComplaints(/status of 401/);
});

test('a link by e-mail signs in once, and leads back to where one was going', async () => {
  const page = await openWindow({ session: null });
  await page.goto('/catalogue');
  await page.getByLabel('Adresse e-mail').fill(admin.email);
  await page.getByRole('button', { name: 'Recevoir un lien par e-mail' }).click();
  await page.getByText('un lien vient de partir').waitFor();

  // Sent behind the answer, so that nobody learns from its time who has an account.
  const mail = page
    .getByRole('article')
    .filter({ hasText: 'Votre lien de connexion' })
    .filter({ hasText: admin.email });
  await expect
    .poll(
      async () => {
        await page.goto('/dev/mail');
        return mail.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  const link = mail.getByRole('link');
  const address = await link.getAttribute('href');
  await link.click();
  await page.getByRole('link', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { name: 'Boîte de réception' }).waitFor();

  const again = await openWindow({ session: null });
  await again.goto(address!);
  await again.getByRole('link', { name: 'Me connecter' }).click();
  await again.waitForURL((url) => url.pathname === '/sign-in');
  await again.goto(`${shopUrl}/catalogue`);
  await again.getByRole('button', { name: 'Se connecter' }).waitFor();
  expectComplaints(/status of 401/);
});
