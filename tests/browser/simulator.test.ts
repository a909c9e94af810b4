import { expect, test } from 'vitest';
import { shopUrl, useBrowser } from './support/shop.ts';
import { openSimulator, type OfferedProduct } from './support/simulator.ts';

useBrowser();

test('a customer agrees, asks, finds something cheaper, orders by number and calls an advisor', async () => {
  const phone = await openSimulator('Zélie Ondo');
  await phone.askAndAgree('crème pour peau sèche moins de 8000');

  const first = await phone.offered();
  expect(first.length).toBeGreaterThan(0);
  expect(first.map(priceOf)).toEqual(await pricesInTheShop(first));
  expect(Math.max(...first.map(priceOf))).toBeLessThanOrEqual(8000);

  await phone.write('moins cher');
  const cheaper = await phone.offered(2);
  expect(cheaper.map(priceOf)).toEqual(await pricesInTheShop(cheaper));
  expect(Math.max(...cheaper.map(priceOf))).toBeLessThan(Math.max(...first.map(priceOf)));

  await phone.write('1');
  await phone.sees(`Très bien : ${cheaper[0]!.name}`);
  const link = phone.log.getByRole('link').last();
  const [cart] = await Promise.all([phone.page.context().waitForEvent('page'), link.click()]);
  await cart.getByText(cheaper[0]!.name).first().waitFor();

  await phone.write('CONSEILLER');
  await phone.sees('Je préviens un conseiller');
});

const priceOf = (product: OfferedProduct): number => product.priceCfa;

/** What the database asks for them today, read as anybody may. */
async function pricesInTheShop(products: readonly OfferedProduct[]): Promise<number[]> {
  const today = new Date().toISOString().slice(0, 10);
  return Promise.all(
    products.map(async ({ name }) => {
      const query = new URLSearchParams({ name: `eq.${name}` });
      const answer = await fetch(`${shopUrl}/rest/v1/products?${query.toString()}`, {
        headers: { apikey: 'lea-public' },
      });
      const [product, ...others] = (await answer.json()) as readonly PricedProduct[];
      expect(product, name).toBeDefined();
      expect(others).toEqual([]);
      const { price_cfa: price, promo_price_cfa: promo, promo_from: from, promo_to: to } = product!;
      const promoted = promo !== null && (from ?? '') <= today && (to ?? '9') >= today;
      return promoted ? promo : price;
    }),
  );
}

interface PricedProduct {
  readonly price_cfa: number;
  readonly promo_price_cfa: number | null;
  readonly promo_from: string | null;
  readonly promo_to: string | null;
}
