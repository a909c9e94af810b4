import { test } from 'vitest';
import { Inbox } from './support/inbox.ts';
import { openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('who asks for a person is in the queue by itself, and is taken over from there', async () => {
  const page = await openWindow();
  await page.goto('/alerts');
  await page.getByRole('heading', { level: 1, name: 'Alertes' }).waitFor();
  const phone = await openSimulator('Paule Attente');
  await phone.write('CONSEILLER');
  const row = page.getByRole('row').filter({ hasText: 'Paule Attente' });
  await row.getByText('Demande un conseiller').first().waitFor();

  await row.getByRole('button', { name: 'Prendre la main : Paule Attente' }).click();
  const inbox = new Inbox(page);
  await page.getByRole('heading', { name: 'Paule Attente' }).waitFor();
  await inbox.state.getByText('Avec vous').waitFor();
  await inbox.send('Bonjour Paule, je vous écoute.');
  await phone.sees('je vous écoute');

  await page.goto('/alerts?show=history');
  await page.getByRole('row').filter({ hasText: 'Paule Attente' }).getByText('Vous').waitFor();
});
