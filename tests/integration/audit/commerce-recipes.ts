import { readFile } from 'node:fs/promises';
import type { Customer, Shop } from './audited-lea.ts';
import { by, idOf, type Recipe, type Recipes } from './recipe.ts';

/** An order that waits, made by an advisor. */
async function order(shop: Shop): Promise<Customer & { readonly orderId: string }> {
  const customer = await shop.customer();
  const { body } = await shop.post('service', 'create-order-link', {
    conversation_id: customer.conversationId,
    items: [{ product_id: await shop.product(), quantity: 1 }],
  });
  return { ...customer, orderId: body['id']! };
}

async function loyalCustomer(shop: Shop): Promise<Customer> {
  const customer = await shop.customer();
  await shop.sql(
    `insert into orders (conversation_id, user_id, order_link, status, amount_cfa, completed_at)
     select $1, $2, 'https://cart.example', 'completed', 20000, now() - interval '2 days' from generate_series(1, 6)`,
    [customer.conversationId, customer.userId],
  );
  return customer;
}

const draft = async (shop: Shop, state = 'draft'): Promise<string> => {
  const { body } = await shop.post('admin', 'create-campaign', CAMPAIGN);
  await shop.sql('update campaigns set state = $2 where id = $1', [body['id'], state]);
  return body['id']!;
};
const CAMPAIGN = {
  name: 'Revenez',
  template: 'Bonjour {prenom}',
  audience: { silent_days: 30, min_orders: 0 },
};

const running =
  (name: 'start' | 'pause' | 'resume', state: string): Recipe =>
  async (shop) => {
    const { userId } = await shop.customer();
    // Somebody to reach, silent for long.
    await shop.sql(
      'update users set service_consent = true, marketing_consent = true where id = $1',
      [userId],
    );
    await shop.sql(
      `update conversations set started_at = now() - interval '60 days' where user_id = $1`,
      [userId],
    );
    const id = await draft(shop, state);
    return by(shop, 'admin', `POST /functions/${name}-campaign`, {
      body: { campaign_id: id },
      line: { action: `campaign.${name}`, rows: [id] },
    });
  };

export const commerceRecipes: Recipes = {
  'POST /functions/create-order-link': async (shop) => {
    const { conversationId, userId } = await shop.customer();
    const items = [{ product_id: await shop.product(), quantity: 1 }];
    return by(shop, 'support', 'POST /functions/create-order-link', {
      body: { conversation_id: conversationId, items },
      line: (answer) => ({
        action: 'order.create_link',
        rows: [idOf(answer)],
        subjects: [userId],
      }),
    });
  },
  'POST /functions/mark-sold': {
    once: async (shop) => {
      const { conversationId, userId } = await shop.customer();
      return by(shop, 'support', 'POST /functions/mark-sold', {
        body: { conversation_id: conversationId, amount_cfa: 7_000 },
        line: (answer) => ({ action: 'order.mark_sold', rows: [idOf(answer)], subjects: [userId] }),
      });
    },
    // The refusal shows the sale that was told before.
    'a second time': async (shop) => {
      const { conversationId, userId } = await shop.customer();
      const body = { conversation_id: conversationId, amount_cfa: 7_000 };
      const before = await shop.post('service', 'mark-sold', body);
      return by(shop, 'support', 'POST /functions/mark-sold', {
        body,
        status: 409,
        line: {
          action: 'order.mark_sold',
          outcome: 'failed',
          rows: [before.body['id']!],
          subjects: [userId],
        },
      });
    },
  },
  'POST /functions/cancel-order': {
    once: async (shop) => {
      const { orderId, userId } = await order(shop);
      return by(shop, 'support', 'POST /functions/cancel-order', {
        body: { order_id: orderId, reason: 'Erreur de saisie' },
        line: { action: 'order.cancel', rows: [orderId], subjects: [userId] },
      });
    },
    'a second time': async (shop) => {
      const { orderId, userId } = await order(shop);
      const body = { order_id: orderId, reason: 'Erreur de saisie' };
      await shop.post('service', 'cancel-order', body);
      return by(shop, 'support', 'POST /functions/cancel-order', {
        body,
        line: { action: 'order.cancel', rows: [orderId], subjects: [userId], columns: [] },
      });
    },
  },
  'GET /functions/order-history': async (shop) => {
    const { orderId, userId } = await order(shop);
    return by(shop, 'support', 'GET /functions/order-history', {
      path: `/functions/order-history?order_id=${orderId}`,
      line: { action: 'order.read_history', rows: [orderId], subjects: [userId] },
    });
  },

  'POST /functions/generate-coupon': {
    'to somebody loyal': async (shop) => {
      const { userId } = await loyalCustomer(shop);
      return by(shop, 'admin', 'POST /functions/generate-coupon', {
        body: { user_id: userId },
        line: (answer) => ({ action: 'coupon.issue', rows: [idOf(answer)], subjects: [userId] }),
      });
    },
    // The refusal says the score and its reasons.
    'to somebody who is not': async (shop) => {
      const { userId } = await shop.customer();
      return by(shop, 'admin', 'POST /functions/generate-coupon', {
        body: { user_id: userId },
        status: 422,
        line: { action: 'coupon.issue', outcome: 'failed', rows: [], subjects: [userId] },
      });
    },
  },
  'POST /functions/redeem-coupon': async (shop) => {
    const { userId } = await shop.customer();
    const [coupon] = await shop.sql(
      `insert into loyalty_coupons (user_id, code, discount_pct, valid_from, valid_to)
       values ($1::uuid, upper(replace($1::uuid::text, '-', '')), 10, current_date - 2, current_date + 10) returning id, code`,
      [userId],
    );
    return by(shop, 'support', 'POST /functions/redeem-coupon', {
      body: { code: coupon!['code'] },
      line: { action: 'coupon.redeem', rows: [coupon!['id']!], subjects: [userId] },
    });
  },

  'POST /functions/create-campaign': (shop) =>
    by(shop, 'admin', 'POST /functions/create-campaign', {
      body: CAMPAIGN,
      line: (answer) => ({ action: 'campaign.create', rows: [idOf(answer)] }),
    }),
  'POST /functions/preview-campaign': (shop) =>
    by(shop, 'admin', 'POST /functions/preview-campaign', {
      body: { template: CAMPAIGN.template, audience: CAMPAIGN.audience },
      line: { action: 'campaign.preview' },
    }),
  'POST /functions/start-campaign': running('start', 'draft'),
  'POST /functions/pause-campaign': running('pause', 'running'),
  'POST /functions/resume-campaign': running('resume', 'paused'),
  'GET /functions/campaigns': (shop) =>
    by(shop, 'admin', 'GET /functions/campaigns', { line: null }),

  'POST /functions/import-products': (shop) =>
    by(shop, 'product_editor', 'POST /functions/import-products', {
      body: 'name,price_cfa\nBaume importé,4000\nSavon importé,2000\n',
      headers: { 'content-type': 'text/csv' },
      line: { action: 'product.import', subjects: [] },
    }),
  'GET /functions/export-products': (shop) =>
    by(shop, 'product_editor', 'GET /functions/export-products', {
      line: { action: 'product.export' },
    }),
  'POST /functions/undo-price-change': async (shop) => {
    const id = await shop.product();
    const changed = await shop.prepare({
      as: 'admin',
      method: 'PATCH',
      path: `/rest/v1/products?id=eq.${id}`,
      body: { price_cfa: 5_500 },
    });
    return by(shop, 'product_editor', 'POST /functions/undo-price-change', {
      body: { change_id: changed.headers.get('x-price-change') },
      line: { action: 'product.undo_prices', rows: [id] },
    });
  },
  'GET /functions/price-history': async (shop) =>
    by(shop, 'support', 'GET /functions/price-history', {
      path: `/functions/price-history?product_id=${await shop.product()}`,
      line: null,
    }),
  'POST /functions/upload-product-image': async (shop) => {
    const id = await shop.product();
    return by(shop, 'product_editor', 'POST /functions/upload-product-image', {
      path: `/functions/upload-product-image?product_id=${id}`,
      body: await readFile(new URL('../../fixtures/pixel.png', import.meta.url)),
      headers: { 'content-type': 'image/png' },
      line: { action: 'product.set_image', rows: [id] },
    });
  },
  'GET /functions/catalogue-watch': (shop) =>
    by(shop, 'product_editor', 'GET /functions/catalogue-watch', {
      line: { action: 'demand.read' },
    }),
};
