import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { prepareAxe, violations } from './support/accessibility.ts';
import { DESKTOP, expectComplaints, openWindow, PHONE, useBrowser } from './support/shop.ts';
import { openSimulator, type OfferedProduct, type SimulatedPhone } from './support/simulator.ts';

useBrowser();

/** The page loads nothing; browsers ask for an icon all the same. */
const NO_ICON = /404 .*\/favicon\.ico/;

interface Ordered {
  readonly phone: SimulatedPhone;
  readonly product: OfferedProduct;
  readonly link: string;
}

/** A customer who has chosen the first of what Léa offered, and the short link that she sent. */
async function ordered(name: string): Promise<Ordered> {
  const phone = await openSimulator(name);
  await phone.askAndAgree('crème pour peau sèche moins de 8000');
  const [product] = await phone.offered();
  await phone.write('1');
  await phone.sees(`Très bien : ${product!.name}`);
  const link = await phone.log.getByRole('link').last().getAttribute('href');
  expect(link).toMatch(/\/o\/[\w-]+$/);
  return { phone, product: product!, link: link! };
}

/** Whoever opened the link, with nothing of the shop's own in their browser. */
async function openCart(
  { link }: Ordered,
  look: { viewport: typeof PHONE; scheme?: 'dark' },
): Promise<Page> {
  const page = await openWindow({ ...look, session: null, prepare: prepareAxe });
  await page.goto(link);
  expect(new URL(page.url()).pathname).toBe('/cart');
  return page;
}

async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
}

const francs = (amount: number): RegExp =>
  new RegExp(`^${amount.toLocaleString('fr-FR').replace(/\s/g, '\\s')}\\sFCFA$`);

/** How the team sees the order, found by its link. */
async function inDashboard({ product, link }: Ordered): Promise<string> {
  const page = await openWindow();
  await page.goto('/orders');
  const row = page.getByRole('row').filter({ hasText: link.split('/').at(-1)! });
  await row.waitFor();
  const text = await row.innerText();
  expect(text).toMatch(
    new RegExp(`${product.priceCfa.toLocaleString('fr-FR').replace(/\s/g, '\\s')}\\sFCFA`),
  );
  return text;
}

test('on a phone the customer sees lines and total, completes, and shop and customer know', async () => {
  expectComplaints(NO_ICON);
  const order = await ordered('Ornella Panier');
  const page = await openCart(order, { viewport: PHONE, scheme: 'dark' });
  await page.getByRole('heading', { name: 'Votre commande' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: `1 × ${order.product.name}` })
    .waitFor();
  expect(await page.locator('.total').getByText(francs(order.product.priceCfa)).count()).toBe(1);
  await looksRight(page);
  for (const button of await page.getByRole('button').all())
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);

  await page.getByRole('button', { name: 'Valider la commande' }).tap();
  await page.getByRole('status').getByText('Commande confirmée, merci !').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await looksRight(page);
  await order.phone.sees(/^Votre commande de .* est confirmée/);
  expect(await inDashboard(order)).toContain('Terminée');

  await page.goto(order.link);
  await page.getByText('Commande confirmée, merci !').waitFor();
});

test('by keyboard the order is cancelled', async () => {
  expectComplaints(NO_ICON);
  const order = await ordered('Rachel Annule');
  const page = await openCart(order, { viewport: DESKTOP });
  await looksRight(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Valider la commande');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Annuler');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Commande annulée.').waitFor();
  await order.phone.sees(/^Votre commande est annulée/);
  expect(await inDashboard(order)).toContain('Annulée');
});

test('what a proxy passes on settles nothing: the order is noted and the shop confirms it', async () => {
  expectComplaints(/403 \(Forbidden\)/, NO_ICON);
  const order = await ordered('Sylvie Dehors');
  const page = await openCart(order, { viewport: PHONE });
  await page.getByRole('button', { name: 'Valider la commande' }).waitFor();
  // From here on the page is reached through somebody, as in an installation on the internet.
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': '203.0.113.9' });
  await page.getByRole('button', { name: 'Valider la commande' }).tap();
  await page.getByText('not_a_trial').waitFor();
  await page.goto(order.link);
  await page.getByRole('status').getByText('Votre commande est notée.').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await looksRight(page);
  expect(await inDashboard(order)).not.toMatch(/Terminée|Annulée/);
});
