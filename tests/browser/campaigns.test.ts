import { expect, test } from 'vitest';
import { prepareAxe } from './support/accessibility.ts';
import { looksRight } from './support/looks.ts';
import { openWindow, useBrowser } from './support/shop.ts';

useBrowser();

test('a reminder is written, looked at, started, paused and resumed, and its messages are listed', async () => {
  const page = await openWindow({ prepare: prepareAxe });
  await page.goto('/campaigns');
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  const editor = page.getByRole('dialog', { name: 'Nouvelle campagne' });
  await editor.getByRole('textbox', { name: 'Nom' }).fill('Rentrée des essais');
  await editor
    .getByRole('textbox', { name: 'Message' })
    .fill('Bonjour {prenom}, votre crème touche-t-elle à sa fin ?');
  const shown = editor.getByRole('region', { name: 'Ce que le client verra' });
  await shown.getByText(/^Bonjour(?! \{prenom\}).*, votre crème touche-t-elle à sa fin/).waitFor();
  await editor.getByRole('textbox', { name: 'Sans nouvelles depuis' }).fill('30');
  const concerned = editor.getByText(/^Clients concernés : [1-9]/);
  await concerned.waitFor();
  const count = Number(/\d+/.exec(await concerned.innerText())![0]);
  await editor.getByRole('switch', { name: 'Offrir un coupon' }).click({ force: true });
  await editor.getByText('Votre code personnel est ajouté ici.').waitFor();
  await looksRight(page, 'campaign-editor');
  await editor.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await page.getByText('Brouillon enregistré').waitFor();

  const card = page.getByRole('listitem').filter({ hasText: 'Rentrée des essais' });
  await card.getByText('Brouillon', { exact: true }).waitFor();
  await card.getByText('−10 %').waitFor();
  await card.getByRole('button', { name: 'Démarrer' }).click();
  const sure = page.getByRole('dialog', { name: 'Démarrer cette campagne ?' });
  await sure.getByText('jour d’envoi').waitFor();
  await looksRight(page, 'campaign-start');
  await sure.getByRole('button', { name: 'Démarrer' }).click();
  await page.getByText(new RegExp(`^Campagne démarrée : ${count} messages? prévus?`)).waitFor();

  await card.getByText('En cours', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Mettre en pause' }).click();
  await card.getByText('En pause', { exact: true }).waitFor();
  // The minute may have turned before the pause: two a minute go out at most, in daytime.
  const waiting = /à envoyer\s+(\d+)/.exec(await card.getByLabel('Résultats').innerText());
  expect(Number(waiting![1])).toBeGreaterThanOrEqual(count - 2);
  expect(Number(waiting![1])).toBeLessThanOrEqual(count);
  await card.getByRole('button', { name: 'Reprendre' }).click();
  await card.getByText('En cours', { exact: true }).waitFor();

  await page.getByText('Messages', { exact: true }).click();
  const messages = page.getByRole('row').filter({ hasText: 'Relance' });
  await messages.first().waitFor();
  // The demo shop may have reminded some before.
  expect(await messages.count()).toBeGreaterThanOrEqual(count);
});
