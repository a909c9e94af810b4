import { expect, test } from 'vitest';
import { signInColleague } from './support/colleague.ts';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('settings hold at once, the consent text gets its new version, and the log says who', async () => {
  const page = await openWindow();
  await page.goto('/settings');
  const address = page.getByRole('textbox', { name: 'Adresse', exact: true });
  const before = await address.inputValue();
  await address.fill('12 avenue des Essais, Libreville');
  const version = page.getByRole('textbox', { name: 'Version du texte de consentement' });
  await version.fill('2026-12');
  await page.getByText('Changements non enregistrés').waitFor();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré', { exact: true }).waitFor();

  const phone = await openSimulator('Karine Adresse');
  await phone.askAndAgree('Bonjour, quelle est votre adresse ?');
  await phone.sees('12 avenue des Essais');

  await page.reload();
  await address.waitFor();
  expect(await version.inputValue()).toBe('2026-12');
  await page.getByText('Historique').click();
  await page
    .getByText(/Version \d+ · Admin/)
    .first()
    .waitFor();
  await address.fill(before);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré', { exact: true }).waitFor();

  await page.goto('/audit');
  const said = page.getByRole('row').filter({ hasText: 'a changé les réglages' });
  await said.filter({ hasText: 'Admin' }).filter({ hasText: 'adresse' }).first().waitFor();
  await page.getByLabel('Action', { exact: true }).first().fill('connecté');
  await page.getByRole('option', { name: 's’est connecté' }).click();
  await expect.poll(() => said.count()).toBe(0);
  await page.getByLabel('Du', { exact: true }).fill('2020-01-01');
  await page.getByLabel('Au', { exact: true }).fill('2020-01-02');
  await page.getByText('Rien ne correspond à ces filtres').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Tout afficher' }).last().click();
  await said.first().waitFor();
});

test('a wrong setting says so on its field, and nothing of it is kept', async () => {
  const page = await openWindow();
  await page.goto('/settings');
  const country = page.getByRole('textbox', { name: 'Pays' });
  const address = page.getByRole('textbox', { name: 'Adresse', exact: true });
  const before = await address.inputValue();
  await address.fill('3 rue qui ne sera pas gardée');
  await country.fill('Gabon');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Certains champs sont à corriger.').waitFor();
  expect(await country.getAttribute('aria-invalid')).toBe('true');
  expect(await country.evaluate((field) => field === document.activeElement)).toBe(true);
  const why = await country.getAttribute('aria-describedby');
  const said = await page
    .locator(
      why!
        .split(' ')
        .map((id) => `[id="${id}"]`)
        .join(),
    )
    .allInnerTexts();
  expect(said.join(' ')).toMatch(/deux lettres.*\S/s);
  expect(said.length).toBe(2);

  await page.reload();
  await address.waitFor();
  expect(await address.inputValue()).toBe(before);
});

test('who is invited signs in with their role, and is out as soon as they are disabled', async () => {
  const colleague = await signInColleague('Moïse Conseil');
  const links = colleague.getByRole('navigation').getByRole('link');
  expect(await links.allInnerTexts()).not.toContain('Réglages');
  await colleague.goto('/settings');
  await colleague.waitForURL((url) => url.pathname === '/inbox');

  const page = await openWindow();
  await page.goto('/team');
  await page.getByRole('switch', { name: 'Accès de Moïse Conseil' }).click({ force: true });
  await page.getByRole('button', { name: 'Désactiver', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'Moïse Conseil' }).getByText('Désactivé').waitFor();
});

test('an admin demands the second factor, and who has none is led to its set-up', async () => {
  const colleague = await signInColleague('Sylvie Facteur');
  expectComplaints(/403/);
  const page = await openWindow();
  await page.goto('/team');
  await page
    .getByRole('switch', { name: 'Double authentification exigée de Sylvie Facteur' })
    .click({ force: true });
  await page.getByText('Enregistré').waitFor();
  await colleague.getByRole('link', { name: 'Alertes' }).click();
  await colleague.waitForURL((url) => url.pathname === '/sign-in/second-factor', {
    timeout: 20_000,
  });
});
