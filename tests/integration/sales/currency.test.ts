import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CART_SECRET, SERVICE_KEY, startRealLea, type RealLea } from '../../support/running-lea.ts';

let lea: RealLea;
beforeAll(async () => {
  lea = await startRealLea({
    COUNTRY: 'GA',
    CURRENCY: 'XOF',
    CART_URL_TEMPLATE: 'https://shop.example/pay?order={order_id}&in={currency}',
  });
});
afterAll(() => lea.stop());

const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(lea.url + path, {
    method,
    headers: { authorization: `Bearer ${SERVICE_KEY}`, apikey: SERVICE_KEY, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }); // prettier-ignore
  const text = await response.text();
  return { status: response.status, text, json: () => JSON.parse(text) as Record<string, never> };
};
const reported = (report: object) => {
  const signature = `sha256=${createHmac('sha256', CART_SECRET).update(JSON.stringify(report)).digest('hex')}`;
  return call('POST', '/functions/order-status', report, { 'x-signature': signature });
};

it('CURRENCY is written on the order, its link, its history, the figures and rows, and asked of the cart', async () => {
  const product = (await call('GET', '/rest/v1/products?select=id,stock_qty&stock_qty=gt.3&limit=1')).json() as unknown as readonly { id: string }[]; // prettier-ignore
  if (product[0] === undefined) throw new Error(JSON.stringify(product));
  const started = await call('POST', '/functions/start-conversation', { phone_number: '+24174100777' }); // prettier-ignore
  const made = await call('POST', '/functions/create-order-link', {
    conversation_id: started.json()['id'],
    items: [{ product_id: product[0].id, quantity: 1 }],
  });
  expect(made.status).toBe(201);
  const order = made.json() as unknown as { readonly id: string; readonly amount_cfa: number };
  expect(order).toMatchObject({ currency: 'XOF', order_link: expect.stringContaining('in=XOF') as string }); // prettier-ignore
  expect((await call('GET', `/functions/order-history?order_id=${order.id}`)).json()).toMatchObject({ currency: 'XOF' }); // prettier-ignore
  const report = { order_id: order.id, status: 'completed', amount_cfa: order.amount_cfa };
  const other = await reported({ ...report, currency: 'XAF' });
  expect([other.status, other.json()]).toMatchObject([422, { code: 'other_currency' }]);
  expect((await reported({ ...report, currency: 'XOF' })).status).toBe(200);
  expect((await call('GET', '/functions/kpi-report')).json()).toMatchObject({ currency: 'XOF', sales_cfa: { value: order.amount_cfa } }); // prettier-ignore
  const rows = await call('GET', `/rest/v1/orders?select=currency&id=eq.${order.id}`);
  expect(rows.json()).toEqual([{ currency: 'XOF' }]);
});
