import { expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness } from '../../support/harness.ts';

const KEY = `products/${'a'.repeat(64)}.webp`;
const SHOWING = aProduct({ imageUrl: `/images/${KEY}` });

const shop = async (...products: Parameters<typeof aProduct>) => {
  const lea = createHarness({ products: products as never });
  await lea.adapters.store.put(KEY, new Uint8Array([1]), 'image/webp');
  return {
    lea,
    purge: () => lea.parts.purgePicture.execute({ key: KEY }),
    kept: () => lea.adapters.store.get(KEY),
  };
};

it('deletes a picture that no product shows', async () => {
  const { purge, kept } = await shop();
  await purge();
  expect(await kept()).toBeNull();
  await purge();
});

it('leaves one that a product shows', async () => {
  const { purge, kept } = await shop(SHOWING);
  await purge();
  expect(await kept()).not.toBeNull();
});

it('puts it back when a product is given it in that moment', async () => {
  const { lea, purge, kept } = await shop();
  const { store } = lea.adapters;
  const remove = store.delete.bind(store);
  store.delete = async (key) => {
    await remove(key);
    await lea.store.putProduct(SHOWING);
  };
  await purge();
  expect(await kept()).toEqual({ bytes: expect.anything() as unknown, mimeType: 'image/webp' });
});
