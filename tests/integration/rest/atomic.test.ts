import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRestApp, type RestApp } from './rest-app.ts';

const PRODUCT = '0190a1b2-0000-7000-8000-0000000000f1';
const ORDER = '0190a1b2-0000-7000-8000-0000000000f2';
const CUSTOMER = '0190a1b2-0000-7000-8000-0000000000f3';

let app: RestApp;
beforeAll(async () => {
  app = await startRestApp();
});
afterAll(() => app.close());

describe('deleting a product', () => {
  it('waits for an order of it that is being placed, and then keeps it', async () => {
    await app.sql(
      `insert into products (id, name, price_cfa, stock_qty) values ('${PRODUCT}', 'Crème', 1, 1)`,
    );
    await app.sql(
      `insert into orders (id, order_link, status) values ('${ORDER}', '/o/x', 'pending')`,
    );
    await app.sql('begin');
    await app.sql(
      `insert into order_items (order_id, line, product_id, name, quantity, unit_price_cfa) values ('${ORDER}', 1, '${PRODUCT}', 'Crème', 1, 1)`,
    );
    const deleting = app.fetch(`/rest/v1/products?id=eq.${PRODUCT}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer product_editor' },
    });
    await expect
      .poll(
        () =>
          app.sql(
            'select pid from pg_locks where not granted and transactionid = pg_current_xact_id()::xid',
          ),
        { timeout: 30_000 },
      )
      .toHaveLength(1);
    await app.sql('commit');
    expect((await deleting).status).toBe(204);
    expect(
      await app.sql(
        'select product_id, active from order_items join products on products.id = product_id',
      ),
    ).toEqual([{ product_id: PRODUCT, active: false }]);
  });
});

describe('logging a consent', () => {
  it('leaves no trace when it cannot be acted upon', async () => {
    await app.sql(
      `insert into users (id, role, phone_number) values ('${CUSTOMER}', 'customer', '+24177000001')`,
    );
    await app.sql(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`,
    );
    await app.sql(
      'create trigger refuse before update on users for each row execute function refuse()',
    );
    const consent = () =>
      app.supabase('support').from('consent_logs').insert({
        user_id: CUSTOMER,
        consent_given: true,
      });
    expect((await consent()).status).toBe(500);
    expect(await app.sql('select from consent_logs')).toEqual([]);
    await app.sql('drop trigger refuse on users');
    expect((await consent()).status).toBe(201);
    expect(await app.sql('select service_consent from users where id = $1', [CUSTOMER])).toEqual([
      { service_consent: true },
    ]);
  });
});
