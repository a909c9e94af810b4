import { TABLES } from '../../../src/ports/shown-tables.ts';
import type { Role } from '../hostile/staffed-lea.ts';
import type { Shop } from './audited-lea.ts';
import { by, firstId, type Recipe, type Recipes } from './recipe.ts';

const ROWS = { prefer: 'return=representation' };

/** Any table, also one that is new: whole, and narrowed. */
const bulkRead =
  (table: string): Recipe =>
  (shop) =>
    by(shop, 'admin', `GET /rest/v1/${table}`, {
      path: `/rest/v1/${table}?id=not.is.null&limit=5`,
      line: table === 'products' ? null : { action: 'table.read', table, columns: ['id'] },
    });

const reads: Recipes = Object.fromEntries(
  TABLES.map((table) => [`GET /rest/v1/${table}`, bulkRead(table)]),
);

const change =
  (path: (id: string) => string): Recipe =>
  async (shop) => {
    const id = await shop.product();
    return by(shop, 'product_editor', 'PATCH /rest/v1/products', {
      path: path(id),
      body: { name: 'Baume doux', low_stock_threshold: 4 },
      line: { action: 'product.update', rows: [id], columns: ['name', 'low_stock_threshold'] },
    });
  };
const stock =
  (as: Role): Recipe =>
  async (shop) => {
    const id = await shop.product();
    return by(shop, as, 'PATCH /rest/v1/products', {
      path: filtered(id),
      body: { stock_qty: 7 },
      line: { action: 'product.set_stock', rows: [id], columns: ['stock_qty'] },
    });
  };
const removal =
  (path: (id: string) => string): Recipe =>
  async (shop) => {
    const id = await shop.product();
    return by(shop, 'product_editor', 'DELETE /rest/v1/products', {
      path: path(id),
      line: { action: 'product.delete', rows: [id] },
    });
  };
const filtered = (id: string): string => `/rest/v1/products?id=eq.${id}`;
const addressed = (id: string): string => `/rest/v1/products/${id}`;

async function alertOf(shop: Shop) {
  const { conversationId, userId } = await shop.customer();
  const { body } = await shop.post('service', 'trigger-alert', {
    conversation_id: conversationId,
    reason: 'À voir',
  });
  return { alertId: body['id']! as string, userId };
}

export const tableRecipes: Recipes = {
  ...reads,
  'GET /rest/v1/users': {
    all: bulkRead('users'),
    // A head has no body, and its count tells as much.
    counted: (shop) =>
      by(shop, 'support', 'HEAD /rest/v1/users', {
        path: '/rest/v1/users?name=ilike.*Awa*',
        headers: { prefer: 'count=exact' },
        line: { action: 'table.read', table: 'users', columns: ['name'], subjects: [] },
      }),
    'one person': async (shop) => {
      const { userId } = await shop.customer();
      return by(shop, 'support', 'GET /rest/v1/users', {
        path: `/rest/v1/users?id=eq.${userId}`,
        line: { action: 'table.read', table: 'users', subjects: [userId] },
      });
    },
    'by a program': (shop) =>
      by(shop, 'service', 'GET /rest/v1/users', { line: { action: 'table.read', table: 'users' } }),
  },
  'POST /rest/v1/products': (shop) =>
    by(shop, 'product_editor', 'POST /rest/v1/products', {
      body: { name: 'Savon doux', price_cfa: 2_000 },
      headers: ROWS,
      line: (answer) => ({ action: 'product.create', rows: [firstId(answer)] }),
    }),
  'PATCH /rest/v1/products': {
    'by an editor': change(filtered),
    'its stock': stock('product_editor'),
    'its stock, by a program': stock('service'),
  },
  'DELETE /rest/v1/products': removal(filtered),
  'PATCH /rest/v1/advisor_alerts': async (shop) => {
    const { alertId, userId } = await alertOf(shop);
    const { id } = await shop.colleague();
    return by(shop, 'support', 'PATCH /rest/v1/advisor_alerts', {
      path: `/rest/v1/advisor_alerts?id=eq.${alertId}`,
      body: { handled_by: id },
      headers: ROWS,
      line: { action: 'alert.take', rows: [alertId], subjects: [userId] },
    });
  },
  'POST /rest/v1/consent_logs': async (shop) => {
    const { userId } = await shop.customer();
    return by(shop, 'support', 'POST /rest/v1/consent_logs', {
      body: { user_id: userId, consent_given: true },
      headers: ROWS,
      line: (answer) => ({ action: 'consent.log', rows: [firstId(answer)], subjects: [userId] }),
    });
  },

  // What is not offered is refused, and that it was tried stays.
  'GET /rest/v1/{table}': bulkRead('messages'),
  'GET /rest/v1/{table}/{id}': async (shop) => {
    const { userId } = await shop.customer();
    return by(shop, 'support', 'GET /rest/v1/{table}/{id}', {
      path: `/rest/v1/users/${userId}`,
      line: { action: 'table.read', table: 'users', subjects: [userId] },
    });
  },
  'POST /rest/v1/{table}': (shop) =>
    by(shop, 'support', 'POST /rest/v1/{table}', {
      path: '/rest/v1/messages',
      body: { content: 'x' },
      status: 403,
      line: { action: 'table.write', table: 'messages', outcome: 'denied' },
    }),
  'PATCH /rest/v1/{table}': (shop) =>
    by(shop, 'product_editor', 'PATCH /rest/v1/{table}', {
      path: '/rest/v1/users?role=eq.support',
      body: { role: 'admin' },
      status: 403,
      line: { action: 'table.write', table: 'users', outcome: 'denied' },
    }),
  'DELETE /rest/v1/{table}': (shop) =>
    by(shop, 'admin', 'DELETE /rest/v1/{table}', {
      path: '/rest/v1/orders?status=eq.pending',
      status: 403,
      line: { action: 'table.write', table: 'orders', outcome: 'denied' },
    }),
  'PATCH /rest/v1/{table}/{id}': change(addressed),
  'DELETE /rest/v1/{table}/{id}': removal(addressed),
};
