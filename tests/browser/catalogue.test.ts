import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

const PRODUCT = 'Crème mains à la glycérine 75 ml';

async function openCatalogue(search: string): Promise<Page> {
  const page = await openWindow();
  await page.goto('/catalogue');
  await page.getByRole('searchbox').fill(search);
  await page.waitForURL((url) => url.searchParams.get('q') === search);
  return page;
}

test('price and stock are changed in the table, and the customer is told the new price', async () => {
  const page = await openCatalogue(PRODUCT);
  const change = async (what: string, value: string) => {
    await page.getByRole('button', { name: `Modifier le ${what} de ${PRODUCT}` }).click();
    const field = page.getByRole('textbox', { name: `Modifier le ${what} de ${PRODUCT}` });
    await field.fill(value);
    await field.press('Enter');
    await page.getByText('Enregistré').last().waitFor();
    await field.waitFor({ state: 'detached' });
  };
  await change('prix', '1850');
  await change('stock', '37');
  await page.getByRole('button', { name: /^Modifier le prix .* : 1\s850\sFCFA$/ }).waitFor();
  await page.getByRole('button', { name: /^Modifier le stock .* : 37$/ }).waitFor();

  const phone = await openSimulator('Rose Prix');
  await phone.askAndAgree('crème mains à la glycérine');
  const offered = await phone.offered();
  expect(offered).toContainEqual({ name: PRODUCT, priceCfa: 1850 });
});

test('a price that leaps is asked about, and undone when it was a slip', async () => {
  expectComplaints(/409 \(Conflict\) .*\/rest\/v1\/products/);
  const page = await openCatalogue(PRODUCT);
  const price = page.getByRole('button', { name: `Modifier le prix de ${PRODUCT}` });
  const shown = (await price.innerText()).replace(/^.*:\s*/s, '').trim();
  const type = async (value: string) => {
    await price.click();
    const field = page.getByRole('textbox', { name: `Modifier le prix de ${PRODUCT}` });
    await field.fill(value);
    await field.press('Enter');
  };
  await type('0');
  await page.getByText(/^De 1 à 10\s000\s000$/).waitFor();
  await page.keyboard.press('Escape');

  const asked = page.getByRole('dialog', { name: 'Ce prix est-il juste ?' });
  await type('185');
  await asked.getByText(`${shown} → 185 FCFA`).waitFor();
  await asked.getByRole('button', { name: 'Annuler' }).click();
  await asked.waitFor({ state: 'detached' });
  await price.getByText(shown).waitFor();

  await type('185');
  await asked.getByRole('button', { name: 'Changer le prix' }).click();
  await price.getByText('185 FCFA').waitFor();
  const done = page.getByRole('alert').filter({ hasText: `${shown} → 185 FCFA` });
  await done.getByRole('button', { name: 'Annuler' }).click();
  await price.getByText(shown).waitFor();
});

test('a CSV file is previewed, its error stands on its line, and once mended it is imported', async () => {
  const page = await openCatalogue('Tisane du verger');
  await page.getByRole('button', { name: 'Importer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer un fichier CSV' });
  const choose = (content: string) =>
    dialog.locator('input[type=file]').setInputFiles({
      name: 'produits.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });

  await choose(
    'nom;rayon;prix;stock\nTisane du verger A;Hygiène;1500;4\nTisane du verger B;Hygiène;cher;2\n',
  );
  const wrong = dialog.getByRole('row').filter({ hasText: 'Tisane du verger B' });
  await wrong.getByText('Erreur').waitFor();
  await wrong.getByText('Prix : un nombre entier de francs CFA est attendu').waitFor();
  expect(await wrong.getByRole('cell').first().innerText()).toBe('3');
  expect(await dialog.getByRole('button', { name: /^Importer/ }).isDisabled()).toBe(true);

  await choose(
    'nom;rayon;prix;stock\nTisane du verger A;Hygiène;1500;4\nTisane du verger B;Hygiène;1700;2\n',
  );
  await dialog.getByRole('button', { name: 'Importer 2 produits' }).click();
  await page.getByText('2 produits importés').waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: 'Tisane du verger B' })
    .getByText('1 700 FCFA')
    .waitFor();
});

test('a long file tells how far it is', async () => {
  const page = await openCatalogue('Lot');
  await page.getByRole('button', { name: 'Importer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer un fichier CSV' });
  const lines = Array.from({ length: 4_000 }, (_, n) => `Lot ${n};lot-${n};500;1;non`);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'lots.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['nom;code-barres;prix;stock;actif', ...lines].join('\n')),
  });
  // Every value that the bar takes is kept, as it is gone quickly.
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) seen.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await dialog.getByRole('button', { name: /^Importer 4\s000 produits$/ }).click();
  await page.getByText(/4\s000 produits importés/).waitFor();
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.filter((value) => value > 0 && value < 100).length).toBeGreaterThan(1);
});
