import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICE_KEY, staffId } from '../../support/test-app.ts';
import { startRestApp, type RestApp } from './rest-app.ts';

/** The client's builder, whose own types are too deep for the compiler here. */
type Filtering =
  'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'like' | 'ilike' | 'is' | 'contains' | 'in';
interface Query
  extends
    Readonly<Record<Filtering, (column: string, value: unknown) => Query>>,
    PromiseLike<{ readonly data: unknown; readonly error: unknown }> {
  not(column: string, operator: string, value: unknown): Query;
  match(columns: Readonly<Record<string, unknown>>): Query;
  limit(rows: number): Query;
}

let app: RestApp;
let anonymous: SupabaseClient;
let editor: SupabaseClient;
let support: SupabaseClient;
let admin: SupabaseClient;

const CUSTOMER = '0190a1b2-0000-7000-8000-0000000000c1';
const CONVERSATION = '0190a1b2-0000-7000-8000-0000000000d1';

beforeAll(async () => {
  app = await startRestApp();
  anonymous = app.supabase();
  editor = app.supabase('product_editor');
  support = app.supabase('support');
  admin = app.supabase('admin');
  await app.sql(
    `insert into products (name, category, price_cfa, stock_qty, active, tags)
     select 'Savon ' || lpad(n::text, 2, '0'), case when n % 2 = 0 then 'Corps' else 'Visage' end, n * 100, n, n <> 25, array['savon', 'lot ' || n % 3]
     from generate_series(1, 25) n`,
  );
  await app.sql(
    `insert into users (id, name, role, phone_number) values ($1, 'Awa', 'customer', '+24177000001')`,
    [CUSTOMER],
  );
  await app.sql(
    `insert into conversations (id, user_id, status, mode) values ($1, $2, 'open', 'waiting')`,
    [CONVERSATION, CUSTOMER],
  );
});
afterAll(() => app.close());

describe('anybody', () => {
  it('reads the active catalogue with order, range and exact count', async () => {
    const { data, count, error, status } = await anonymous
      .from('products')
      .select('name,price_cfa', { count: 'exact' })
      .order('price_cfa', { ascending: false })
      .range(0, 4);
    expect([error, status, count, data?.length]).toEqual([null, 206, 24, 5]);
    expect(data?.[0]).toEqual({ name: 'Savon 24', price_cfa: 2400 });
  });

  it('counts without rows', async () => {
    const { data, count, error } = await anonymous
      .from('products')
      .select('*', { count: 'exact', head: true });
    expect([data, count, error]).toEqual([null, 24, null]);
  });

  it('filters in every offered way', async () => {
    const names = async (filter: (query: Query) => Query) => {
      const all = anonymous.from('products').select('name').order('name') as unknown as Query;
      const { data, error } = await filter(all);
      expect(error).toBeNull();
      return (data as { name: string }[]).map(({ name }) => name.slice(6)).join(' ');
    };
    expect(await names((q) => q.eq('name', 'Savon 03'))).toBe('03');
    expect(await names((q) => q.gt('price_cfa', 2200))).toBe('23 24');
    expect(await names((q) => q.gte('stock_qty', 22).lt('stock_qty', 24))).toBe('22 23');
    expect(await names((q) => q.lte('price_cfa', 200))).toBe('01 02');
    expect(await names((q) => q.neq('category', 'Corps').lt('price_cfa', 600))).toBe('01 03 05');
    expect(await names((q) => q.like('name', 'Savon 2%'))).toBe('20 21 22 23 24');
    expect(await names((q) => q.ilike('name', 'SAVON 1_').lt('price_cfa', 1200))).toBe('10 11');
    expect(await names((q) => q.in('name', ['Savon 01', 'Savon 02', 'Savon, "03"']))).toBe('01 02');
    expect(await names((q) => q.is('brand', null).lte('price_cfa', 100))).toBe('01');
    expect(await names((q) => q.is('active', true).lte('price_cfa', 100))).toBe('01');
    expect(
      await names((q) =>
        q
          .not('name', 'like', '%0%')
          .not('name', 'in', '("Savon 11","Savon 12")')
          .lt('price_cfa', 1500),
      ),
    ).toBe('13 14');
    expect(await names((q) => q.contains('tags', ['lot 1', 'savon']).lt('price_cfa', 500))).toBe(
      '01 04',
    );
    expect(await names((q) => q.match({ category: 'Corps', price_cfa: 400 }))).toBe('04');
    expect(await names((q) => q.limit(2))).toBe('01 02');
  });

  it('asks for one row', async () => {
    const one = await anonymous.from('products').select('name').eq('name', 'Savon 07').single();
    expect(one.data).toEqual({ name: 'Savon 07' });
    const none = await anonymous.from('products').select().eq('name', 'Savon 99').single();
    expect([none.status, none.error?.code, none.error?.details]).toEqual([
      406,
      'PGRST116',
      'The result contains 0 rows',
    ]);
    const many = await anonymous.from('products').select().single();
    expect([many.status, many.error?.code]).toEqual([406, 'PGRST116']);
    const perhaps = await anonymous.from('products').select().eq('name', 'Savon 99').maybeSingle();
    expect([perhaps.data, perhaps.error]).toEqual([null, null]);
  });

  it('sees nothing else', async () => {
    for (const table of ['users', 'conversations', 'messages', 'orders', 'consent_logs']) {
      const { data, error } = await anonymous.from(table).select();
      expect([table, data, error]).toEqual([table, [], null]);
    }
  });

  it('writes nothing', async () => {
    const { error, status } = await anonymous
      .from('products')
      .insert({ name: 'X', price_cfa: 1, stock_qty: 1 });
    expect([status, error?.code]).toEqual([401, 'unauthenticated']);
    const other = await anonymous.from('messages').insert({ content: 'X' });
    expect([other.status, other.error?.code]).toEqual([403, 'forbidden']);
  });

  it('is told what is wrong', async () => {
    const column = await anonymous.from('products').select('nope');
    expect([column.status, column.error?.code]).toEqual([400, 'unknown_column']);
    expect(column.error?.hint).toContain('price_cfa');
    const filter = await anonymous.from('products').select().eq('nope', 1);
    expect([filter.status, filter.error?.code]).toEqual([400, 'unknown_column']);
    const type = await anonymous.from('products').select().eq('price_cfa', 'dear');
    expect([type.status, type.error?.code, type.error?.message]).toEqual([
      400,
      'invalid_filter',
      'price_cfa: a whole number is expected, not "dear".',
    ]);
    const table = await anonymous.from('nope').select();
    expect([table.status, table.error?.code]).toEqual([404, 'unknown_table']);
    const operator = await anonymous.from('products').select().textSearch('name', 'savon');
    expect([operator.status, operator.error?.code]).toEqual([400, 'unsupported_operator']);
    const or = await anonymous.from('products').select().or('name.eq.a,name.eq.b');
    expect([or.status, or.error?.code]).toEqual([400, 'unsupported_operator']);
  });
});

describe('an editor', () => {
  it('inserts, reads, changes and deletes a product', async () => {
    const added = await editor
      .from('products')
      .insert({
        name: 'Gel lavant',
        price_cfa: 3500,
        stock_qty: 4,
        tags: ['gel'],
        barcode: '3400930000007',
      })
      .select('id,name,active,created_at')
      .single();
    expect([added.status, added.error]).toEqual([201, null]);
    expect(added.data).toMatchObject({
      name: 'Gel lavant',
      active: true,
      created_at: '2026-03-02T10:00:00+00:00',
    });
    const id = added.data!.id as string;

    const changed = await editor
      .from('products')
      .update({ price_cfa: 3000, promo_price_cfa: 2500 })
      .eq('id', id)
      .select()
      .single();
    expect(changed.data).toMatchObject({
      price_cfa: 3000,
      promo_price_cfa: 2500,
      name: 'Gel lavant',
    });
    const quiet = await editor
      .from('products')
      .update({ stock_qty: 9 }, { count: 'exact' })
      .eq('id', id);
    expect([quiet.status, quiet.data, quiet.count]).toEqual([204, null, 1]);

    const gone = await editor.from('products').delete().eq('id', id).select('name,stock_qty');
    expect([gone.status, gone.data]).toEqual([200, [{ name: 'Gel lavant', stock_qty: 9 }]]);
    expect((await editor.from('products').select().eq('id', id)).data).toEqual([]);
  });

  it('deactivates what is referred to', async () => {
    const { data }: { data: unknown } = await editor
      .from('products')
      .insert({ name: 'Vendu', price_cfa: 100, stock_qty: 1 })
      .select()
      .single();
    const product = data as { id: string };
    await app.sql('insert into recommendations (conversation_id, product_id) values ($1, $2)', [
      CONVERSATION,
      product.id,
    ]);
    const gone = await editor
      .from('products')
      .delete()
      .eq('id', product.id)
      .select('active')
      .single();
    expect(gone.data).toEqual({ active: false });
    expect((await anonymous.from('products').select().eq('id', product.id)).data).toEqual([]);
    expect((await editor.from('products').select('active').eq('id', product.id)).data).toEqual([
      { active: false },
    ]);
  });

  it('inserts many, all or none', async () => {
    const many = await editor
      .from('products')
      .insert([
        { name: 'Lot A', price_cfa: 100, stock_qty: 1 },
        { name: 'Lot B', price_cfa: 200, brand: 'Marque' },
      ])
      .select('name,brand,stock_qty');
    expect(many.data).toEqual([
      { name: 'Lot A', brand: null, stock_qty: 1 },
      { name: 'Lot B', brand: 'Marque', stock_qty: 0 },
    ]);
    const broken = await editor.from('products').insert([
      { name: 'Lot C', price_cfa: 100 },
      { name: 'Lot D', price_cfa: -1 },
    ]);
    expect([broken.status, broken.error?.message]).toEqual([
      400,
      expect.stringContaining('Row 2: price_cfa'),
    ]);
    expect((await editor.from('products').select().eq('name', 'Lot C')).data).toEqual([]);
  });

  it('is held to the rules', async () => {
    const refused = async (row: Record<string, unknown>) => {
      const { status, error } = await editor
        .from('products')
        .insert({ name: 'Faux', price_cfa: 1000, stock_qty: 1, ...row });
      return [status, error?.code, error?.message.split(':')[0]];
    };
    expect(await refused({ price_cfa: 10.5 })).toEqual([400, 'invalid_request', 'price_cfa']);
    expect(await refused({ stock_qty: -1 })).toEqual([400, 'invalid_request', 'stock_qty']);
    expect(await refused({ name: ' ' })).toEqual([400, 'invalid_request', 'name']);
    expect(await refused({ expiration_date: '2026-02-30' })).toEqual([
      400,
      'invalid_request',
      'expiration_date',
    ]);
    expect(await refused({ promo_price_cfa: 1000 })).toEqual([
      400,
      'invalid_product',
      'promo_price_cfa',
    ]);
    expect(await refused({ promo_from: '2026-02-02', promo_to: '2026-02-01' })).toEqual([
      400,
      'invalid_product',
      'promo_to',
    ]);
    expect(await refused({ cautions: { pregnancy: 'oui' } })).toEqual([
      400,
      'invalid_request',
      'cautions.pregnancy',
    ]);
    expect(await refused({ image_url: 'javascript:alert(1)' })).toEqual([
      400,
      'invalid_product',
      'image_url',
    ]);
    expect(await refused({ colour: 'red' })).toEqual([
      400,
      'unknown_column',
      'products has no column "colour".',
    ]);
    await editor.from('products').insert({ name: 'Premier', price_cfa: 1, barcode: '999' });
    expect((await refused({ barcode: '999' })).slice(0, 2)).toEqual([409, 'barcode_taken']);
  });

  it('cannot change everything at once', async () => {
    for (const answer of [
      await editor.from('products').update({ stock_qty: 0 }),
      await editor.from('products').delete(),
    ])
      expect([answer.status, answer.error?.code]).toEqual([400, 'filter_required']);
  });

  it('changes all that a filter deps, or nothing', async () => {
    const { data } = await editor
      .from('products')
      .update({ low_stock_threshold: 7 })
      .in('name', ['Savon 01', 'Savon 02'])
      .select('name')
      .order('name', { ascending: false });
    expect(data).toEqual([{ name: 'Savon 02' }, { name: 'Savon 01' }]);
    const none = await editor
      .from('products')
      .update({ stock_qty: 1 })
      .eq('name', 'Nobody')
      .select();
    expect([none.status, none.data]).toEqual([200, []]);
    const single = await editor
      .from('products')
      .update({ stock_qty: 1 })
      .like('name', 'Savon%')
      .select()
      .single();
    expect([single.status, single.error?.code]).toEqual([406, 'PGRST116']);
    const maybe = await editor
      .from('products')
      .update({ stock_qty: 1 })
      .eq('name', 'Nobody')
      .select()
      .maybeSingle();
    expect([maybe.data, maybe.error]).toEqual([null, null]);
  });

  it('sees no conversations', async () => {
    expect((await editor.from('conversations').select()).data).toEqual([]);
    expect(
      (await editor.from('consent_logs').insert({ user_id: CUSTOMER, consent_given: true })).status,
    ).toBe(403);
  });
});

describe('support', () => {
  it('reads customers and conversations, and writes no products', async () => {
    const { data } = await support
      .from('conversations')
      .select('id,user_id,mode')
      .eq('user_id', CUSTOMER);
    expect(data).toEqual([{ id: CONVERSATION, user_id: CUSTOMER, mode: 'waiting' }]);
    expect((await support.from('users').select('name').eq('role', 'customer')).data).toEqual([
      { name: 'Awa' },
    ]);
    const { status, error } = await support.from('products').insert({ name: 'X', price_cfa: 1 });
    expect([status, error?.code]).toEqual([403, 'forbidden']);
  });

  it('logs a consent, which counts from then on', async () => {
    const given = await support
      .from('consent_logs')
      .insert({ user_id: CUSTOMER, consent_given: true, purpose: 'marketing' })
      .select()
      .single();
    expect(given.data).toMatchObject({
      user_id: CUSTOMER,
      consent_given: true,
      purpose: 'marketing',
      timestamp: '2026-03-02T10:00:00+00:00',
    });
    expect(
      (await support.from('users').select('marketing_consent').eq('id', CUSTOMER).single()).data,
    ).toEqual({ marketing_consent: true });
    await support.from('consent_logs').insert({ user_id: CUSTOMER, consent_given: false });
    expect(
      (await support.from('users').select('service_consent').eq('id', CUSTOMER).single()).data,
    ).toEqual({ service_consent: false });
    const changed = await admin
      .from('consent_logs')
      .update({ consent_given: true })
      .eq('user_id', CUSTOMER);
    expect([changed.status, changed.error?.code]).toEqual([403, 'forbidden']);
    const stranger = await support
      .from('consent_logs')
      .insert({ user_id: staffId('admin'), consent_given: true });
    expect([stranger.status, stranger.error?.code]).toEqual([404, 'user_not_found']);
  });

  it('handles an alert, and with it takes the conversation', async () => {
    const [alert] = await app.sql(
      `insert into advisor_alerts (conversation_id, reason) values ($1, 'Demande') returning id`,
      [CONVERSATION],
    );
    const wrong = await support
      .from('advisor_alerts')
      .update({ reason: 'autre' })
      .eq('id', alert!['id']);
    expect([wrong.status, wrong.error?.code]).toEqual([403, 'column_not_writable']);
    const editorToo = await support
      .from('advisor_alerts')
      .update({ handled_by: staffId('product_editor') })
      .eq('id', alert!['id']);
    expect([editorToo.status, editorToo.error?.message]).toEqual([
      400,
      'handled_by: an advisor is expected.',
    ]);
    const { data } = await support
      .from('advisor_alerts')
      .update({ handled_by: staffId('support') })
      .eq('id', alert!['id'])
      .select('handled_by')
      .single();
    expect(data).toEqual({ handled_by: staffId('support') });
    expect((await support.from('conversations').select('mode,assigned_to').single()).data).toEqual({
      mode: 'human',
      assigned_to: staffId('support'),
    });
    const late = await admin
      .from('advisor_alerts')
      .update({ handled_by: staffId('admin') })
      .eq('id', alert!['id']);
    expect([late.status, late.error?.code]).toEqual([409, 'alert_taken']);
    expect(app.enqueued).toEqual([
      { name: 'alert-taken', data: { alertId: alert!['id'], advisorName: 'support' } },
    ]);
  });
});

describe('a server with the service key', () => {
  it('reads everything and sets the stock', async () => {
    const service = app.supabase(SERVICE_KEY);
    expect((await service.from('users').select('*', { count: 'exact', head: true })).count).toBe(4);
    const stock = await service
      .from('products')
      .update({ stock_qty: 77 })
      .eq('name', 'Savon 05')
      .select('stock_qty')
      .single();
    expect(stock.data).toEqual({ stock_qty: 77 });
    const price = await service.from('products').update({ price_cfa: 1 }).eq('name', 'Savon 05');
    expect([price.status, price.error?.code]).toEqual([403, 'forbidden']);
  });
});

describe('functions', () => {
  it('are invoked', async () => {
    const watch = await editor.functions.invoke('catalogue-watch', { method: 'GET' });
    expect(watch.error).toBeNull();
    expect(watch.data).toMatchObject({ expired: [], unmet_demand: [] });
    const recommended = await support.functions.invoke('recommend-products', {
      body: { query: 'savon' },
    });
    expect(recommended.data).toMatchObject({ recommendations: [{ reason: 'Apaise la peau.' }] });
    const nobody = await anonymous.functions.invoke('catalogue-watch', { method: 'GET' });
    expect((nobody.error as { context: Response }).context.status).toBe(401);
  });
});
