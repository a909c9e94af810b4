import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStaffedLea, type StaffedLea } from '../hostile/staffed-lea.ts';
import { eventually } from '../../support/running-lea.ts';

let lea: StaffedLea;
beforeAll(async () => {
  lea = await startStaffedLea();
});
afterAll(() => lea.stop());

const upload = async (productId: string, red: number): Promise<string> => {
  const bytes = await sharp({
    create: { width: 10, height: 10, channels: 3, background: { r: red, g: 0, b: 0 } },
  })
    .png()
    .toBuffer();
  const answer = await fetch(`${lea.url}/functions/upload-product-image?product_id=${productId}`, {
    method: 'POST',
    headers: lea.headersOf('product_editor'),
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(200);
  const { image_url } = (await answer.json()) as { readonly image_url: string };
  return image_url;
};
const status = async (url: string): Promise<number> => (await fetch(new URL(url, lea.url))).status;

it('a picture that another replaced is deleted by the job queue, out of the store', async () => {
  const { rows } = await lea.owner.query<{ id: string }>(
    `insert into products (name, price_cfa, stock_qty) values ('Photo', 1, 1) returning id`,
  );
  const { id } = rows[0]!;
  const first = await upload(id, 10);
  expect(await status(first)).toBe(200);
  const second = await upload(id, 250);
  await eventually(async () => (await status(first)) === 404, 'the first picture to go', 60_000);
  expect(await status(second)).toBe(200);
});
