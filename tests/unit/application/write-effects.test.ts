import { expect, it } from 'vitest';
import { TemplateCart } from '../../../src/adapters/cart/template-cart.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say } from '../../support/harness.ts';

const PHONE = '+24174000001';
const CREAM = aProduct({ priceCfa: 6_000, promoPriceCfa: null });

it('orders nothing at a price that it did not name: the turn is decided anew', async () => {
  let changes = 1;
  const cart = new TemplateCart({
    template: null,
    publicUrl: 'https://lea.example',
    currency: 'XAF',
  });
  const lea = createHarness({
    products: [CREAM],
    adapters: {
      cart: {
        currency: 'XAF',
        orderLink: (...args) => cart.orderLink(...args),
        // Asked for while the reply is worded: staff change the price right then.
        shortLink: (code) => {
          if (changes > 0) lea.store.products.update(CREAM.id, { priceCfa: 7_500 });
          changes -= 1;
          return cart.shortLink(code);
        },
      },
    },
  });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  await say(lea, PHONE, 'une crème hydratante visage');
  const answer = await say(lea, PHONE, 'je prends le 1');
  expect(answer.join()).toMatch(/7\s500\sFCFA/);
  expect(answer.join()).not.toMatch(/6\s000\sFCFA/);
  expect(lea.store.orders.all()).toMatchObject([{ amountCfa: 7_500 }]);
});
