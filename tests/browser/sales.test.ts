import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openInbox } from './support/inbox.ts';
import { expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

const CUSTOMER = 'Vivian Kassa';

test('one tap on « Vendu » makes an order, moves the figures and earns a coupon, which works once', async () => {
  const kpis = await openWindow();
  await kpis.goto('/kpis');
  const before = await salesShown(kpis);

  const phone = await openSimulator(CUSTOMER);
  await phone.askAndAgree('crème pour peau sèche');
  await phone.offered();
  const inbox = await openInbox();
  await inbox.open(CUSTOMER);
  await inbox.customer.getByRole('button', { name: 'Vendu' }).click();
  const form = inbox.page.getByRole('dialog', { name: 'Vendu' });
  await form.getByLabel('Montant').fill('100000');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await inbox.page.getByText('Vente enregistrée.').waitFor();

  const after = (before + 100_000).toLocaleString('fr-FR').replace(/\s/g, '\\s');
  await salesFigure(kpis)
    .getByText(new RegExp(`^${after}\\sFCFA`))
    .waitFor();

  const orders = await openWindow();
  await orders.goto('/orders');
  const order = orders.getByRole('row').filter({ hasText: '100 000 FCFA' });
  await order.getByText('Terminée').waitFor();
  await order.getByText('L’équipe').waitFor();
  const orderCode = (await order.getByRole('cell').first().innerText()).trim();
  const [file] = await Promise.all([
    orders.waitForEvent('download'),
    orders.getByRole('button', { name: 'Exporter (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^commandes-.*\.csv$/);

  const code = await couponFor(orders, CUSTOMER);
  await orders.getByPlaceholder('Code', { exact: true }).fill(code);
  await orders.getByPlaceholder('Commande (facultatif)').fill('n’importe');
  await orders.getByRole('button', { name: 'Utiliser', exact: true }).click();
  await orders.getByText('Aucune commande ne porte ce numéro.').waitFor();
  await orders.getByPlaceholder('Commande (facultatif)').fill(orderCode);
  await orders.getByRole('button', { name: 'Utiliser', exact: true }).click();
  await orders.getByText(/Coupon accepté : \d+ % de remise/).waitFor();
  await orders.getByRole('row').filter({ hasText: code }).getByText('Utilisé').waitFor();
});

test('a sale that was told already is shown, and one that was told twice is taken back', async () => {
  expectComplaints(/409 \(Conflict\) .*\/functions\/mark-sold/);
  const customer = 'Prisca Deux-Fois';
  const phone = await openSimulator(customer);
  await phone.askAndAgree('crème pour peau sèche');
  await phone.offered();
  const inbox = await openInbox();
  await inbox.open(customer);
  const sell = async () => {
    await inbox.customer.getByRole('button', { name: 'Vendu' }).click();
    const form = inbox.page.getByRole('dialog', { name: 'Vendu' });
    await form.getByRole('checkbox').first().check();
    await form.getByRole('textbox', { name: /^Quantité de / }).fill('2');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    return form;
  };
  await sell();
  await inbox.page.getByText('Vente enregistrée.').waitFor();
  await inbox.customer.getByText(/ · 2 × /).waitFor();

  const again = await sell();
  await again.getByRole('alert').filter({ hasText: 'Déjà vendue' }).waitFor();
  await again.getByRole('button', { name: 'Une autre vente' }).click();
  await again.waitFor({ state: 'detached' });

  const cancels = inbox.customer.getByRole('button', { name: /^Annuler la commande / });
  await cancels.nth(1).waitFor();
  await cancels.first().click();
  const dialog = inbox.page.getByRole('dialog', { name: /^Annuler la commande / });
  await dialog.getByLabel('Pourquoi ?').fill('notée deux fois');
  await dialog.getByRole('button', { name: 'Annuler la commande' }).click();
  await inbox.page.getByText('Commande annulée').waitFor();
  await inbox.customer.getByText('annulée').waitFor();
  expect(await cancels.count()).toBe(1);
});

const salesFigure = (page: Page) => page.locator('dl > *').filter({ hasText: /^Ventes/ });

/** The figure of the sales as the page shows it. */
async function salesShown(page: Page): Promise<number> {
  const shown = await salesFigure(page).locator('dd').first().innerText();
  return Number(/^([\d\s]+)FCFA/.exec(shown)![1]!.replace(/\s/g, ''));
}

async function couponFor(page: Page, customer: string): Promise<string> {
  await page.goto('/coupons');
  await page.getByRole('button', { name: 'Offrir un coupon' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offrir un coupon' });
  await dialog.getByLabel('Client').fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await dialog.getByRole('button', { name: 'Offrir un coupon' }).click();
  const issued = dialog.getByRole('alert').filter({ hasText: 'Coupon émis' });
  await issued.getByText('Valeur : 100000 FCFA').waitFor();
  const code = /Coupon émis : (\S+)/.exec(await issued.innerText())![1]!;
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  return code;
}
