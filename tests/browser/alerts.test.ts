import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
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

test('one more who waits is heard, and counted in the tab, unless the sound is off', async () => {
  const notes = (page: Page) =>
    page.evaluate(() => (window as unknown as { readonly notes: number }).notes);
  const page = await openWindow({
    prepare: (opened) =>
      opened.addInitScript(() => {
        const played = window as unknown as { notes: number };
        played.notes = 0;
        const { start } = OscillatorNode.prototype as {
          start: (this: OscillatorNode, at?: number) => void;
        };
        OscillatorNode.prototype.start = function (this: OscillatorNode, at) {
          played.notes += 1;
          start.call(this, at);
        };
      }),
  });
  await (await openSimulator('Agathe Première')).write('CONSEILLER');
  await page.goto('/catalogue');
  await page.waitForFunction(() => /^\(\d+\) Léa$/.test(document.title));
  const counted = async () => Number(/\d+/.exec(await page.title())![0]);
  const more = (than: number) =>
    page.waitForFunction((before) => Number(/\d+/.exec(document.title)?.[0] ?? 0) > before, than);
  const before = await counted();
  expect(await notes(page)).toBe(0);
  await (await openSimulator('Rachel Cloche')).write('CONSEILLER');
  await more(before);
  await expect.poll(() => notes(page)).toBe(2);

  await page.evaluate(() => localStorage.setItem('lea.sound', 'false'));
  await page.reload();
  await page.waitForFunction(() => /^\(\d+\) Léa$/.test(document.title));
  const then = await counted();
  await (await openSimulator('Tatiana Silence')).write('CONSEILLER');
  await more(then);
  expect(await notes(page)).toBe(0);
});
