import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_COLUMNS } from '../../../src/ports/shown-tables.ts';
import { SERVICE_KEY, staffId } from '../../support/test-app.ts';
import { startRestApp, type RestApp } from './rest-app.ts';

/** Rows, or a refusal. */
type Body = Readonly<Record<string, string>>[] & {
  readonly code: string;
  readonly details: string;
};

let app: RestApp;
const PRODUCT = '0190a1b2-0000-7000-8000-0000000000e1';

beforeAll(async () => {
  app = await startRestApp();
  await app.sql(
    `insert into products (name, price_cfa, stock_qty, category, active, created_at)
     select 'P' || lpad(n::text, 4, '0'), n, n, case when n = 7 then 'eq.x' when n = 8 then 'foo.bar' else 'c' end, n > 3,
            timestamptz '2026-01-01 00:00:00.123456+00' + n * interval '1 day'
     from generate_series(1, 1203) n`,
  );
  await app.sql(`update products set id = $1 where name = 'P0010'`, [PRODUCT]);
});
afterAll(() => app.close());

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await app.fetch(`/rest/v1/${path}`, { method, headers });
  const text = await response.text();
  return {
    status: response.status,
    range: response.headers.get('content-range'),
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: (text === '' ? null : JSON.parse(text)) as Body,
  };
};
const EXACT = { prefer: 'count=exact' };

describe('pages', () => {
  it('are at most a thousand rows, and say where they are', async () => {
    const all = await get('products');
    expect([all.status, all.range, all.body.length]).toEqual([200, '0-999/*', 1000]);
    expect((await get('products?limit=5000')).body).toHaveLength(1000);
    const some = await get('products?limit=25', EXACT);
    expect([some.status, some.range, some.headers.get('preference-applied')]).toEqual([
      206,
      '0-24/1200',
      'count=exact',
    ]);
    const second = await get('products?limit=25&offset=25', EXACT);
    expect([second.status, second.range]).toEqual([206, '25-49/1200']);
  });

  it('are 200 when they are everything', async () => {
    const few = await get('products?price_cfa=lt.6', EXACT);
    expect([few.status, few.range]).toEqual([200, '0-1/2']);
    const none = await get('products?price_cfa=eq.0', EXACT);
    expect([none.status, none.range, none.body]).toEqual([200, '*/0', []]);
  });

  it('follow the header Range', async () => {
    const ranged = await get('products?order=price_cfa', {
      ...EXACT,
      range: '10-14',
      'range-unit': 'items',
    });
    expect([ranged.status, ranged.range, ranged.body[0]?.['price_cfa']]).toEqual([
      206,
      '10-14/1200',
      14,
    ]);
    const open = await get('products?order=price_cfa', { range: '1195-', ...EXACT });
    expect([open.status, open.range]).toEqual([206, '1195-1199/1200']);
    expect((await get('products?limit=3&offset=2', { range: '3-20' })).range).toBe('3-4/*');
    expect((await get('products', { range: 'bytes=0-10' })).range).toBe('0-999/*');
  });

  it('that do not exist are 416', async () => {
    for (const answer of [
      await get('products?offset=5000', EXACT),
      await get('products', { range: '5000-5010', ...EXACT }),
      await get('products', { range: '5-3' }),
    ])
      expect([answer.status, answer.body.code]).toEqual([416, 'invalid_range']);
    expect((await get('products?offset=5000')).body).toEqual([]);
  });

  it('count any way as exactly', async () => {
    for (const count of ['planned', 'estimated'])
      expect((await get('products?limit=0', { prefer: `count=${count}` })).range).toBe('*/1200');
  });

  it('neither overlap nor skip without an order', async () => {
    const seen = new Set<string>();
    for (let offset = 0; offset < 1200; offset += 400)
      for (const { id } of (await get(`products?select=id&limit=400&offset=${offset}`)).body)
        seen.add(id!);
    expect(seen.size).toBe(1200);
  });

  it('answer HEAD like GET, without a body', async () => {
    const head = await get('products?limit=10', EXACT, 'HEAD');
    expect([head.status, head.range, head.body]).toEqual([206, '0-9/1200', null]);
  });
});

describe('filters', () => {
  it('take a plain value as equal', async () => {
    expect((await get('products?name=P0009&select=name')).body).toEqual([{ name: 'P0009' }]);
    expect((await get('products?category=foo.bar&select=name')).body).toEqual([{ name: 'P0008' }]);
    expect((await get('products?category=eq.eq.x&select=name')).body).toEqual([{ name: 'P0007' }]);
    expect((await get('products?category=not.foo&select=name')).body).toEqual([]);
  });

  it('join, and may name a column twice', async () => {
    expect(
      (await get('products?price_cfa=gte.10&price_cfa=lt.12&select=price_cfa&order=price_cfa'))
        .body,
    ).toEqual([{ price_cfa: 10 }, { price_cfa: 11 }]);
  });

  it('know the status of a product', async () => {
    const headers = { authorization: 'Bearer support', ...EXACT };
    expect((await get('products?status=inactive&limit=1', headers)).range).toBe('0-0/3');
    expect((await get('products?status=eq.active&limit=1', headers)).range).toBe('0-0/1200');
    expect((await get('products?status=in.(active,inactive)&limit=1', headers)).range).toBe(
      '0-0/1203',
    );
    expect((await get('products?status=not.eq.active&limit=1', headers)).range).toBe('0-0/3');
    expect((await get('products?status=sold', headers)).body).toMatchObject({
      code: 'invalid_filter',
    });
  });

  it('read times with their microseconds', async () => {
    const [row] = (await get('products?name=P0009&select=created_at')).body;
    expect(row!['created_at']).toBe('2026-01-10T00:00:00.123456+00:00');
    const exact = encodeURIComponent(row!['created_at']!);
    expect((await get(`products?created_at=eq.${exact}&select=name`)).body).toEqual([
      { name: 'P0009' },
    ]);
    // A plus that nobody encoded is a space.
    expect(
      (await get(`products?created_at=eq.${row!['created_at']}&select=name`)).body,
    ).toHaveLength(1);
    expect(
      (await get(`products?created_at=gt.${exact}&limit=1&order=created_at&select=name`)).body,
    ).toEqual([{ name: 'P0010' }]);
  });

  it.each([
    ['price_cfa=gt.99999999999', 'invalid_filter'],
    ['price_cfa=eq.', 'invalid_filter'],
    ['id=eq.abc', 'invalid_filter'],
    ['active=eq.perhaps', 'invalid_filter'],
    ['expiration_date=lt.2026-13-01', 'invalid_filter'],
    ['created_at=lt.yesterday', 'invalid_filter'],
    ['name=like.abc%5C', 'invalid_filter'],
    ['price_cfa=like.1*', 'invalid_filter'],
    ['name=in.a,b', 'invalid_filter'],
    ['name=in.("a)', 'invalid_filter'],
    ['name=cs.{a}', 'invalid_filter'],
    ['cautions=eq.1', 'invalid_filter'],
    ['active=is.maybe', 'invalid_filter'],
    ['name=fts.abc', 'unsupported_operator'],
    ['name=eq(any).{a}', 'unsupported_operator'],
    ['and=(a.eq.1)', 'unsupported_operator'],
    ['search=eq.1', 'unknown_column'],
    ['words=eq.1', 'unknown_column'],
    ['na;me=eq.1', 'unknown_column'],
    ['select=name::text', 'invalid_select'],
    ['select=count()', 'invalid_select'],
    ['select=*,orders(*)', 'invalid_select'],
    ['select=*,nope', 'unknown_column'],
    ['order=nope', 'unknown_column'],
    ['order=name.up', 'invalid_order'],
    ['limit=-1', 'invalid_request'],
    ['limit=abc', 'invalid_request'],
    ['offset=99999999999', 'invalid_request'],
    ['on_conflict=id', 'unsupported_parameter'],
  ])('%s is %s', async (query, code) => {
    const { status, body } = await get(`products?${query}`);
    expect([status, body.code]).toEqual([400, code]);
    expect(Object.keys(body).toSorted()).toEqual(['code', 'details', 'hint', 'message']);
  });

  it('hold nothing that PostgreSQL would run', async () => {
    const attack = encodeURIComponent(`x'; drop table products; --`);
    expect((await get(`products?name=eq.${attack}`)).body).toEqual([]);
    expect((await get(`products?name=in.(${attack})`)).body).toEqual([]);
    expect((await get(`products?name=eq.%00`)).body).toEqual([]);
    expect((await get(`products?order=${attack}`)).status).toBe(400);
    expect((await get(`products?${attack}=eq.1`)).status).toBe(400);
    expect((await get('products?limit=1')).body).toHaveLength(1);
  });
});

describe('one row', () => {
  const object = { accept: 'application/vnd.pgrst.object+json' };

  it('is an object, or 406', async () => {
    const one = await get('products?name=P0009&select=name', object);
    expect([one.status, one.type, one.body]).toEqual([
      200,
      'application/vnd.pgrst.object+json; charset=utf-8',
      { name: 'P0009' },
    ]);
    const none = await get('products?name=nobody', object);
    expect([none.status, none.body.code, none.body.details]).toEqual([
      406,
      'PGRST116',
      'The result contains 0 rows',
    ]);
  });

  it('is found by its id in the path', async () => {
    expect((await get(`products/${PRODUCT}?select=name`)).body).toEqual([{ name: 'P0010' }]);
    expect((await get(`products/${staffId('admin')}`)).body).toEqual([]);
    expect((await get('products/abc')).status).toBe(400);
  });

  it('is nothing but JSON', async () => {
    expect((await get('products', { accept: 'text/csv' })).status).toBe(406);
    expect((await get('products?limit=1', { accept: 'text/html,*/*;q=0.8' })).status).toBe(200);
  });
});

describe('writing', () => {
  const write = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.call(method, `/rest/v1/${path}`, { as: 'admin', body, headers });
    return [answer.status, answer.body['code'] ?? null];
  };

  it('answers statuses as PostgREST does', async () => {
    const created = await app.call('POST', '/rest/v1/products', {
      as: 'admin',
      body: { name: 'Neuf', price_cfa: 1 },
    });
    expect([created.status, created.body]).toEqual([201, {}]);
    expect(created.headers.get('location')).toMatch(/^\/rest\/v1\/products\?id=eq\.[0-9a-f-]{36}$/);
    const shown = await app.call('PATCH', '/rest/v1/products?name=eq.Neuf&select=name,price_cfa', {
      as: 'admin',
      body: { price_cfa: 2 },
      headers: { prefer: 'return=representation,count=exact' },
    });
    expect([shown.status, shown.body, shown.headers.get('content-range')]).toEqual([
      200,
      [{ name: 'Neuf', price_cfa: 2 }],
      '0-0/1',
    ]);
    expect(await write('PATCH', 'products?name=eq.Neuf', { price_cfa: 3 })).toEqual([204, null]);
    const [{ id } = { id: '' }] = (await app.sql(
      `select id from products where name = 'Neuf'`,
    )) as { id: string }[];
    expect(await write('PATCH', `products/${id}`, { price_cfa: 4 })).toEqual([204, null]);
    expect(await write('DELETE', `products/${id}`, undefined)).toEqual([204, null]);
  });

  it('heeds columns= of a bulk insert', async () => {
    const rows = [
      { name: 'Colonne A', price_cfa: 1, nonsense: true },
      { name: 'Colonne B', price_cfa: 2 },
    ];
    expect(await write('POST', 'products?columns=%22name%22,%22price_cfa%22', rows)).toEqual([
      201,
      null,
    ]);
  });

  it('refuses before it writes', async () => {
    const representation = { prefer: 'return=representation' };
    expect(
      await write(
        'POST',
        'products?select=nope',
        { name: 'Fantôme', price_cfa: 1 },
        representation,
      ),
    ).toEqual([400, 'unknown_column']);
    expect(await app.sql(`select from products where name = 'Fantôme'`)).toEqual([]);
    expect(await write('PATCH', 'products', { price_cfa: 1 })).toEqual([400, 'filter_required']);
    expect(await write('DELETE', 'products', undefined)).toEqual([400, 'filter_required']);
    expect(await write('PATCH', 'products?name=eq.P0009', {})).toEqual([400, 'invalid_request']);
    expect(await write('PATCH', 'products?name=eq.P0009', { id: PRODUCT })).toEqual([
      403,
      'column_not_writable',
    ]);
    expect(await write('PATCH', 'products?name=eq.P0009&limit=1', { price_cfa: 1 })).toEqual([
      400,
      'unsupported_parameter',
    ]);
    expect(await write('PATCH', 'products?price_cfa=gt.0', { price_cfa: 1 })).toEqual([
      413,
      'too_large',
    ]);
    expect(
      await write(
        'POST',
        'products',
        { name: 'X', price_cfa: 1 },
        { prefer: 'resolution=merge-duplicates' },
      ),
    ).toEqual([400, 'unsupported_preference']);
    expect(await write('POST', 'products', 'no json')).toEqual([400, 'invalid_json']);
    expect(await write('POST', 'products', { id: PRODUCT, name: 'X', price_cfa: 1 })).toEqual([
      409,
      'product_exists',
    ]);
    const text = await app.fetch('/rest/v1/products', {
      method: 'POST',
      body: 'a,b',
      headers: { authorization: 'Bearer admin', 'content-type': 'text/csv' },
    });
    expect(text.status).toBe(415);
  });

  it('is 403 where no row of the contract allows it, 405 where no method is', async () => {
    const tables = Object.keys(TABLE_COLUMNS);
    const offered = [
      'POST products',
      'PATCH products',
      'DELETE products',
      'POST consent_logs',
      'PATCH advisor_alerts',
    ];
    for (const table of tables)
      for (const method of ['POST', 'PATCH', 'DELETE'])
        if (!offered.includes(`${method} ${table}`))
          expect(await write(method, `${table}?id=eq.${PRODUCT}`, {})).toEqual([403, 'forbidden']);
    expect((await write('PUT', 'products', {}))[0]).toBe(405);
    expect((await write('POST', `products/${PRODUCT}`, {}))[0]).toBe(405);
    expect(await write('POST', 'rpc', {})).toEqual([404, 'unknown_table']);
  });
});

describe('the API document', () => {
  it('lists every table, and what may be written', async () => {
    const { paths } = (await (await app.fetch('/openapi.json')).json()) as {
      readonly paths: Readonly<Record<string, object>>;
    };
    for (const table of Object.keys(TABLE_COLUMNS))
      expect(paths).toHaveProperty([`/rest/v1/${table}`, 'get']);
    expect(Object.keys(paths['/rest/v1/products']!)).toEqual(['get', 'post', 'patch', 'delete']);
    expect(paths).toHaveProperty(['/functions/import-products', 'post']);
  });
});

describe('columns', () => {
  it('are those of the database, by type, but for what is kept back', async () => {
    const kept = new Set([
      'conversations.dialogue',
      'conversations.due_at',
      'conversations.burst_started_at',
      'conversations.lease_owner',
      'conversations.lease_expires_at',
      'conversations.fence',
      'conversations.attempts',
      'conversations.dead_at',
      'messages.handled_at',
      'messages.left_to_human',
      'messages.quoted_id',
      'messages.details',
      'messages.swift_hash',
      'messages.send_attempts',
    ]);
    const types: Record<string, string> = {
      'timestamp with time zone': 'timestamptz',
      smallint: 'integer',
      ARRAY: 'text[]',
    };
    for (const [table, columns] of Object.entries(TABLE_COLUMNS)) {
      const rows = (await app.sql(
        `select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
        [table],
      )) as { name: string; type: string }[];
      const shown = rows
        .filter(({ name }) => !kept.has(`${table}.${name}`))
        .map(({ name, type }) => `${name} ${types[type] ?? type}`);
      expect([...columns].map(([name, type]) => `${name} ${type}`).toSorted()).toEqual(
        shown.toSorted(),
      );
    }
  });

  it('can all be read, filtered and sorted by', async () => {
    const headers = { authorization: `Bearer ${SERVICE_KEY}` };
    for (const [table, columns] of Object.entries(TABLE_COLUMNS)) {
      expect((await get(table, headers)).status).toBe(200);
      for (const column of columns.keys())
        expect(
          (
            await get(
              `${table}?select=${column}&${column}=not.is.null&order=${column}.desc.nullslast`,
              headers,
            )
          ).status,
        ).toBe(200);
    }
  });
});
