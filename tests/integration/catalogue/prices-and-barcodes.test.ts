import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRestApp, type RestApp } from '../rest/rest-app.ts';

let app: RestApp;
let editor: SupabaseClient;

beforeAll(async () => {
  app = await startRestApp();
  editor = app.supabase('product_editor');
});
afterAll(() => app.close());
beforeEach(() => app.sql('delete from products').then(() => undefined));

const EAN = '4006381333931';
const UPC = '036000291452';

async function add(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { data, error } = await editor
    .from('products')
    .insert({ name: 'Crème solaire', price_cfa: 4_200, stock_qty: 5, ...fields })
    .select('id')
    .single();
  expect(error).toBeNull();
  return (data as { id: string }).id;
}
const shelf = () =>
  app.sql('select name, price_cfa, promo_price_cfa, barcode from products order by name');
const patch = async (id: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  app.call('PATCH', `/rest/v1/products?id=eq.${id}`, { as: 'product_editor', body, headers });
const importFile = async (csv: string, query = '') => {
  const response = await app.fetch(`/functions/import-products${query}`, {
    method: 'POST',
    headers: { authorization: 'Bearer product_editor', 'content-type': 'text/csv' },
    body: csv,
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown> & {
      readonly details?: Record<string, unknown>;
    },
  };
};

describe('a price', () => {
  it.each([0, -1, 0.5, 10_000_001, 1e15, '100', null])('of %s is refused', async (value) => {
    const id = await add();
    const { status } = await editor.from('products').insert({ name: 'X', price_cfa: value });
    expect(status).toBe(400);
    expect((await patch(id, { price_cfa: value })).status).toBe(400);
    if (value !== null) expect((await patch(id, { promo_price_cfa: value })).status).toBe(400);
    expect(await shelf()).toMatchObject([{ price_cfa: 4_200, promo_price_cfa: null }]);
  });

  it('of nothing that stands in the database stops nothing else, and no sale begins with it', async () => {
    await app.sql(
      `insert into products (id, name, price_cfa, stock_qty, active) values ('0190a1b2-0000-7000-8000-00000000000a', 'Vieux', 0, 1, false)`,
    );
    const id = '0190a1b2-0000-7000-8000-00000000000a';
    expect((await editor.from('products').update({ stock_qty: 9 }).eq('id', id)).status).toBe(204);
    expect((await patch(id, { active: true })).body).toMatchObject({ code: 'invalid_product' });
    expect((await patch(id, { active: true, price_cfa: 900 })).status).toBe(204);
  });

  it('changes as an unmodified client asks, and can be undone', async () => {
    const id = await add();
    const far = await patch(id, { price_cfa: 420, promo_price_cfa: 300 });
    expect(far.status).toBe(204);
    const changeId = far.headers.get('x-price-change')!;
    const history = await app.call('GET', `/functions/price-history?product_id=${id}`, {
      as: 'support',
    });
    expect(history.body['changes']).toMatchObject([
      {
        change_id: changeId,
        via: 'edit',
        price_before: 4_200,
        price_after: 420,
        promo_before: null,
        promo_after: 300,
      },
    ]);
    const undo = (change: string, as = 'product_editor') =>
      app.call('POST', '/functions/undo-price-change', { as, body: { change_id: change } });
    expect((await undo(changeId, 'support')).status).toBe(403);
    const undone = await undo(changeId);
    expect(undone).toMatchObject({ status: 200, body: { undone: 1, kept: 0 } });
    expect(await shelf()).toMatchObject([{ price_cfa: 4_200, promo_price_cfa: null }]);
    // Again there is nothing to take back, and what was undone can be done again.
    expect((await undo(changeId)).body).toMatchObject({ undone: 0, kept: 1, change_id: null });
    await undo(String(undone.body['change_id']));
    expect(await shelf()).toMatchObject([{ price_cfa: 420, promo_price_cfa: 300 }]);
    expect((await undo('0190a1b2-0000-7000-8000-0000000000ff')).status).toBe(404);
  });

  it('is not undone over what somebody changed since', async () => {
    const id = await add();
    const first = (await patch(id, { price_cfa: 4_500 })).headers.get('x-price-change')!;
    await patch(id, { price_cfa: 4_800 });
    const { body } = await app.call('POST', '/functions/undo-price-change', {
      as: 'admin',
      body: { change_id: first },
    });
    expect([body['undone'], body['kept']]).toEqual([0, 1]);
    expect(await shelf()).toMatchObject([{ price_cfa: 4_800 }]);
  });

  it('that leaps is asked about where the client wants to be asked', async () => {
    const id = await add();
    const ask = { 'x-price-swing': 'ask' };
    expect((await patch(id, { price_cfa: 5_000 }, ask)).status).toBe(204);
    const refused = await patch(id, { price_cfa: 50_000 }, ask);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'price_swing',
        details: { products: [{ product_id: id, price_before: 5_000, price_after: 50_000 }] },
      },
    });
    expect((await patch(id, { promo_price_cfa: 500 }, ask)).status).toBe(409);
    expect((await patch(id, { stock_qty: 3 }, ask)).headers.get('x-price-change')).toBeNull();
    expect(await shelf()).toMatchObject([{ price_cfa: 5_000, promo_price_cfa: null }]);
    expect((await patch(id, { price_cfa: 50_000 })).status).toBe(204);
  });
});

describe('a barcode', () => {
  it('is one value however it is written', async () => {
    await add({ barcode: UPC });
    expect(await shelf()).toMatchObject([{ barcode: `0${UPC}` }]);
    const twice = await editor
      .from('products')
      .insert({ name: 'Autre', price_cfa: 100, barcode: ` 0${UPC}` });
    expect([twice.status, twice.error?.code]).toEqual([409, 'barcode_taken']);
    const none = await editor
      .from('products')
      .insert([
        { name: 'Sans 1', price_cfa: 100, barcode: '-' },
        { name: 'Sans 2', price_cfa: 100, barcode: 'aucun' },
      ]); // prettier-ignore
    expect(none.status).toBe(201);
  });

  it.each(['3.60E12', '3,6E+12', '4006381333931.0', '4006381333932', '12345678'])(
    '%s is refused with the reason',
    async (barcode) => {
      const { status, error } = await editor
        .from('products')
        .insert({ name: 'X', price_cfa: 100, barcode });
      expect([status, error?.code]).toEqual([400, 'invalid_product']);
      expect(error?.message).toMatch(/^barcode: .{20,}/);
    },
  );

  it.each(['0', 'aucun', '-', 'N/A', '="0"'])(
    '"%s" in two files overwrites nothing',
    async (code) => {
      const cell = `"${code.replaceAll('"', '""')}"`;
      const first = await importFile(`nom;prix;code-barres\nPremier;1000;${cell}\n`);
      const second = await importFile(`nom;prix;code-barres\nSecond;9000;${cell}\n`);
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(await shelf()).toMatchObject([
        { name: 'Premier', price_cfa: 1_000, barcode: null },
        { name: 'Second', price_cfa: 9_000, barcode: null },
      ]);
    },
  );

  it('that is none leaves the one that is known', async () => {
    const id = await add({ barcode: EAN });
    const { body } = await importFile(`id;nom;code-barres\n${id};Crème solaire 50;N/A\n`);
    expect(body).toMatchObject({ applied: true, updated: 1 });
    expect(await shelf()).toMatchObject([{ name: 'Crème solaire 50', barcode: EAN }]);
  });

  it('that is damaged stops its line and changes nothing', async () => {
    await app.sql(
      `insert into products (name, price_cfa, stock_qty, barcode) values ('Abîmé', 500, 1, '3.60E12')`,
    );
    const { status, body } = await importFile('nom;prix;code-barres\nAutre;900;3.60E12\n');
    expect([status, body['code']]).toEqual([422, 'import_refused']);
    expect(body['message']).toContain('spreadsheet');
    expect(await shelf()).toMatchObject([{ name: 'Abîmé', price_cfa: 500 }]);
  });

  it.each([UPC, `0${UPC}`, UPC.slice(1), `="${UPC}"`, `'${UPC}`, '0-36000-29145-2'])(
    '%s finds the product that another spelling made',
    async (code) => {
      await add({ barcode: UPC });
      const { body } = await importFile(`nom;prix;code-barres\nCrème solaire;4300;${code}\n`);
      expect(body).toMatchObject({ updated: 1, created: 0 });
      expect(await shelf()).toMatchObject([{ price_cfa: 4_300, barcode: `0${UPC}` }]);
    },
  );

  it('twice in one file, in two spellings, is one product', async () => {
    const { status, body } = await importFile(
      `nom;prix;code-barres\nA crème;100;${UPC}\nA crème;200;0${UPC}\n`,
    );
    expect([status, body['code']]).toEqual([422, 'import_refused']);
  });
});

describe('a file that leaps', () => {
  const FILE = `nom;prix;code-barres\nCrème solaire;42000;${EAN}\nDoliprane;3000;${UPC}\nNeuf;500;\n`;

  it('lists what is to be confirmed, and is taken when it was', async () => {
    const cream = await add({ barcode: EAN });
    const soap = await add({ name: 'Savon noir', price_cfa: 3_000, barcode: UPC });
    const preview = await importFile(FILE, '?preview=true');
    expect(preview.body).toMatchObject({
      applied: false,
      error_count: 0,
      questions: [
        {
          line: 2,
          question: 'price_swing',
          product_id: cream,
          before: { name: 'Crème solaire', price_cfa: 4_200 },
          after: { name: 'Crème solaire', price_cfa: 42_000 },
        },
        {
          line: 3,
          question: 'other_name',
          product_id: soap,
          before: { name: 'Savon noir' },
          after: { name: 'Doliprane' },
        },
      ],
    });
    for (const query of ['', '?confirm=price_swing', '?confirm=other_name']) {
      const { status, body } = await importFile(FILE, query);
      expect([query, status, body['code']]).toEqual([query, 422, 'confirmation_needed']);
    }
    expect(await shelf()).toMatchObject([{ price_cfa: 4_200 }, { name: 'Savon noir' }]);

    const { status, body } = await importFile(FILE, '?confirm=price_swing,other_name');
    expect([status, body['created'], body['updated']]).toEqual([200, 1, 2]);
    const undone = await app.call('POST', '/functions/undo-price-change', {
      as: 'product_editor',
      body: { change_id: body['price_change_id'] },
    });
    expect(undone.body).toMatchObject({ undone: 1, kept: 0 });
    expect(await shelf()).toMatchObject([
      { name: 'Crème solaire', price_cfa: 4_200 },
      { name: 'Doliprane', price_cfa: 3_000 },
      { name: 'Neuf', price_cfa: 500 },
    ]);
  });

  it.each(['0', '0 FCFA', '-5', '10000001', '12,5'])(
    'a price of %s stops its line',
    async (price) => {
      const { status, body } = await importFile(`nom;prix;prix promo\nX;${price};\n`);
      expect([status, body['code']]).toEqual([422, 'import_refused']);
      const promo = await importFile(`nom;prix;prix promo\nX;1000;${price}\n`);
      expect([promo.status, promo.body['code']]).toEqual([422, 'import_refused']);
      expect(await shelf()).toEqual([]);
    },
  );

  it('asks nothing about what changes a little, or not at all', async () => {
    await add({ barcode: EAN });
    const { body } = await importFile(`nom;prix;code-barres\nCreme solaire 50ml;4000;${EAN}\n`);
    expect(body).toMatchObject({ applied: true, updated: 1, questions: [] });
    expect((await importFile('nom;prix;code-barres\nX;1;\n', '?confirm=nonsense')).status).toBe(
      400,
    );
  });
});
