import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRestApp, type RestApp } from '../rest/rest-app.ts';

interface Answer {
  readonly code: string;
  readonly image_url: string;
  readonly lines: readonly {
    readonly line: number;
    readonly action: string;
    readonly changes: readonly string[];
  }[];
  readonly details: {
    readonly errors: readonly { readonly line: number; readonly field: string }[];
  };
}

let app: RestApp;
beforeAll(async () => {
  app = await startRestApp();
});
afterAll(() => app.close());

const post = async (
  path: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
  as = 'product_editor',
) => {
  const response = await app.fetch(`/functions/v1/${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${as}`, ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer };
};
const importCsv = (csv: string, query = '') =>
  post(`import-products${query}`, csv, { 'content-type': 'text/csv' });

describe('importing', () => {
  it('creates and updates by barcode, all at once', async () => {
    const first = await importCsv(
      'Nom;Prix;Stock;Code-barres;Marque\nCrème;3 500 FCFA;4;111;Labo\nGel;2000;;222;',
    );
    expect(first).toMatchObject({
      status: 200,
      body: { applied: true, total: 2, created: 2, updated: 0, errors: [] },
    });
    const second = await importCsv('code-barres,prix\n111,3000\n222,2000\n');
    expect(second.body).toMatchObject({ applied: true, created: 0, updated: 1, unchanged: 1 });
    expect(
      await app.sql('select name, price_cfa, stock_qty, brand from products order by barcode'),
    ).toEqual([
      { name: 'Crème', price_cfa: 3000, stock_qty: 4, brand: 'Labo' },
      { name: 'Gel', price_cfa: 2000, stock_qty: 0, brand: null },
    ]);
  });

  it('previews line by line and writes nothing', async () => {
    const { status, body } = await importCsv(
      'nom;prix;code-barres;teinte\nCrème;2500;111;\nGel;2000;222;\nNeuf;100;333;\nFaux;gratuit;444;\n',
      '?preview=true',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      applied: false,
      created: 1,
      updated: 1,
      unchanged: 1,
      error_count: 1,
      ignored_columns: ['teinte'],
    });
    expect(body.lines.map((line) => [line.line, line.action, line.changes])).toEqual([
      [2, 'update', ['price_cfa']],
      [3, 'unchanged', []],
      [4, 'create', []],
      [5, 'error', []],
    ]);
    expect(await app.sql(`select from products where barcode = '333'`)).toEqual([]);
  });

  it('refuses all for one bad line, naming line and field', async () => {
    const { status, body } = await importCsv(
      'nom;prix;prix promo;code-barres\nBon;100;;501\nCher;100;200;502\n;5;;503\nDouble;1;;501\n',
    );
    expect([status, body.code]).toEqual([422, 'import_refused']);
    expect(body.details.errors.map(({ line, field }) => [line, field])).toEqual([
      [3, 'promo_price_cfa'],
      [4, 'name'],
      [5, 'barcode'],
    ]);
    expect(await app.sql(`select from products where barcode like '50%'`)).toEqual([]);
  });

  it('takes forms, Windows-1252, and ten thousand lines', async () => {
    const form = new FormData();
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Crème ${index};${index + 1};1;B${index};été`,
    );
    form.set(
      'file',
      new Blob([Buffer.from(`nom;prix;stock;code-barres;tags\r\n${lines.join('\r\n')}`, 'latin1')]),
      'produits.csv',
    );
    const made = await post('import-products', form);
    expect(made.body).toMatchObject({ applied: true, created: 10_000 });
    expect(await app.sql(`select name, tags from products where barcode = 'B7'`)).toEqual([
      { name: 'Crème 7', tags: ['été'] },
    ]);
    const again = await post('import-products', form);
    expect(again.body).toMatchObject({ applied: true, unchanged: 10_000 });
    await app.sql(`delete from products where barcode like 'B%'`);
  });

  it('tells its progress line by line, and errors as before while nothing was written', async () => {
    const send = async (csv: string, accept = 'application/x-ndjson') => {
      const answer = await app.fetch('/functions/import-products', {
        method: 'POST',
        headers: { authorization: 'Bearer admin', 'content-type': 'text/csv', accept },
        body: csv,
      });
      const text = await answer.text();
      return { status: answer.status, type: answer.headers.get('content-type'), text };
    };
    const csv = ['nom;prix;code-barres'];
    for (let index = 0; index < 1_200; index += 1)
      csv.push(`Huile ${index};${index + 1};P${index}`);
    const { status, type, text } = await send(csv.join('\n'));
    expect([status, type]).toEqual([200, 'application/x-ndjson']);
    const told = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.slice(0, 3)).toEqual(
      [500, 1_000, 1_200].map((done) => ({ progress: { done, total: 1_200 } })),
    );
    expect(told[3]).toMatchObject({ result: { applied: true, created: 1_200 } });
    expect(told).toHaveLength(4);
    const refused = await send('nom;prix\nA;cher');
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'import_refused' });
    expect(await app.sql(`select count(*)::int from products where barcode like 'P%'`)).toEqual([
      { count: 1_200 },
    ]);
    await app.sql(`delete from products where barcode like 'P%'`);
  });

  it('is not for everybody', async () => {
    expect((await post('import-products', 'nom;prix\nA;1', {}, 'support')).status).toBe(403);
    expect((await post('import-products', 'nom;prix\nA;1', { authorization: '' })).status).toBe(
      401,
    );
    expect((await importCsv('')).body).toMatchObject({ code: 'no_file' });
    expect((await importCsv('couleur\nrouge')).body).toMatchObject({ code: 'unknown_columns' });
    expect((await importCsv('x'.repeat(17_000_000))).status).toBe(413);
    expect(
      (
        await post('import-products', '--x\r\nnonsense', {
          'content-type': 'multipart/form-data; boundary=x',
        })
      ).body,
    ).toMatchObject({ code: 'invalid_form' });
  });
});

describe('exporting', () => {
  it('gives a file that an import takes back unchanged', async () => {
    await app.sql(
      `insert into products (name, price_cfa, stock_qty, description) values ('=1+1', 5, 1, 'Deux' || chr(10) || 'lignes; "oui"')`,
    );
    const response = await app.fetch('/functions/export-products', {
      headers: { authorization: 'Bearer admin' },
    });
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('content-disposition'),
    ]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="produits.csv"']);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toContain(`;'=1+1;`);
    const back = await post('import-products', bytes);
    const [{ count } = {}] = await app.sql('select count(*)::int as count from products');
    expect(back.body).toMatchObject({ applied: true, unchanged: count, total: count });
    expect(
      (
        await app.fetch('/functions/export-products', {
          headers: { authorization: 'Bearer support' },
        })
      ).status,
    ).toBe(403);
  });
});

describe('pictures', () => {
  const product = async (): Promise<string> => {
    const [row] = await app.sql(
      `insert into products (name, price_cfa, stock_qty) values ('Photo', 1, 1) returning id`,
    );
    return String(row!['id']);
  };
  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c86' } }).withExif({
      IFD0: { Artist: 'Somebody' },
    });

  it('go when the last product that shows them has another, none, or is no more', async () => {
    const upload = async (id: string, width: number): Promise<string> => {
      const bytes = new Uint8Array(await photo(width, 10).png().toBuffer());
      const { body } = await post(`upload-product-image?product_id=${id}`, bytes);
      return body.image_url.replace('/images/', '');
    };
    const kept = async (): Promise<readonly string[]> => {
      await app.purgePictures();
      return [...app.files.keys()];
    };
    const rest = (method: string, id: string, body?: object) =>
      app.fetch(`/rest/v1/products?id=eq.${id}`, {
        method,
        headers: { authorization: 'Bearer product_editor', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const [one, other] = [await product(), await product()];
    const shared = await upload(one, 11);
    expect(await upload(other, 11)).toBe(shared);
    const second = await upload(one, 12);
    expect(await kept()).toEqual(expect.arrayContaining([shared, second]));
    const third = await upload(other, 13);
    expect(await kept()).not.toContain(shared);
    expect((await rest('PATCH', one, { image_url: null })).ok).toBe(true);
    expect(await kept()).not.toContain(second);
    expect(await kept()).toContain(third);
    expect((await rest('DELETE', other)).ok).toBe(true);
    expect(await kept()).not.toContain(third);
  });

  it('are drawn anew, kept under their hash and shown to anybody', async () => {
    const id = await product();
    const jpeg = await photo(2400, 1800).jpeg().toBuffer();
    const { status, body } = await post(
      `upload-product-image?product_id=${id}`,
      new Uint8Array(jpeg),
      { 'content-type': 'image/jpeg' },
    );
    expect(status).toBe(200);
    expect(body.image_url).toMatch(/^\/images\/products\/[0-9a-f]{64}\.webp$/);
    expect(await app.sql('select image_url from products where id = $1', [id])).toEqual([
      { image_url: body.image_url },
    ]);
    const shown = await app.fetch(body.image_url);
    expect([
      shown.status,
      shown.headers.get('content-type'),
      shown.headers.get('cache-control'),
    ]).toEqual([200, 'image/webp', 'public, max-age=31536000, immutable']);
    const { width, height, exif, format } = await sharp(
      Buffer.from(await shown.arrayBuffer()),
    ).metadata();
    expect([width, height, exif, format]).toEqual([1200, 900, undefined, 'webp']);
    const jpg = await app.fetch(String(body.image_url).replace('.webp', '.jpg'));
    expect([jpg.status, jpg.headers.get('content-type'), jpg.headers.get('cache-control')]).toEqual(
      [200, 'image/jpeg', 'public, max-age=31536000, immutable'],
    );
    expect(await sharp(Buffer.from(await jpg.arrayBuffer())).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1200,
    });
  });

  it('come in forms too', async () => {
    const form = new FormData();
    form.set(
      'image',
      new Blob([new Uint8Array(await photo(10, 20).png().toBuffer())]),
      '../../x.png',
    );
    expect((await post(`upload-product-image?product_id=${await product()}`, form)).status).toBe(
      200,
    );
  });

  it('are refused when they are none, too large, a bomb, or for nothing', async () => {
    const id = await product();
    const upload = async (bytes: Uint8Array, target = id) => {
      const { status, body } = await post(
        `upload-product-image?product_id=${target}`,
        new Uint8Array(bytes),
      );
      return [status, body.code];
    };
    const good = await photo(10, 10).png().toBuffer();
    expect(
      await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
    ).toEqual([422, 'invalid_image']);
    expect(await upload(Buffer.from('no picture'))).toEqual([422, 'invalid_image']);
    expect(await upload(good.subarray(0, good.length - 20))).toEqual([422, 'invalid_image']);
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: '#000' },
    })
      .png()
      .toBuffer();
    expect(await upload(bomb)).toEqual([422, 'invalid_image']);
    expect(await upload(new Uint8Array(8 * 1_048_576 + 1))).toEqual([413, 'too_large']);
    expect(await upload(good, '0190a1b2-0000-7000-8000-00000000dead')).toEqual([
      404,
      'product_not_found',
    ]);
    expect(await upload(good, 'abc')).toEqual([400, 'invalid_request']);
    expect(
      (await post(`upload-product-image?product_id=${id}`, new Uint8Array(good), {}, 'support'))
        .status,
    ).toBe(403);
  });

  it('of the demo shop are there, and nothing else of the store', async () => {
    expect((await app.fetch('/images/demo/creme-mains-glycerine.webp')).status).toBe(200);
    const jpg = await app.fetch('/images/demo/creme-mains-glycerine.jpg');
    expect([jpg.status, jpg.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    app.files.set('customers/voice.webp', { bytes: new Uint8Array(1), mimeType: 'image/webp' });
    for (const path of [
      'demo/none.webp',
      'demo/none.jpg',
      'customers/voice.webp',
      'customers/voice.jpg',
      'demo/..%2f..%2fpackage.json',
      'demo/%2e%2e/products.json',
    ])
      expect((await app.fetch(`/images/${path}`)).status).toBe(404);
  });
});

describe('watching', () => {
  it('shows low stock, dates that come near, and demand', async () => {
    await app.sql('delete from products');
    await app.sql(
      `insert into products (name, price_cfa, stock_qty, low_stock_threshold, expiration_date) values
         ('bas', 1, 2, 5, null), ('plein', 1, 50, 5, null), ('bientôt', 1, 50, 5, '2026-05-01'), ('loin', 1, 50, 5, '2026-05-02'), ('passé', 1, 50, 5, '2026-03-01')`,
    );
    await app.sql(
      `insert into unmet_demand (query, need_key, category, reason, asked_at) values
         ('a', 'karite', 'Corps', 'not_found', '2026-03-01'), ('b', 'karite', 'Corps', 'out_of_stock', '2026-02-28'), ('c', 'vieux', null, 'not_found', '2026-01-01')`,
    );
    for (const as of ['support', 'product_editor', 'admin']) {
      const { status, body } = await app.call('GET', '/functions/catalogue-watch', { as });
      const names = (key: string) => (body[key] as { name: string }[]).map(({ name }) => name);
      expect([status, names('low_stock'), names('expiring_soon'), names('expired')]).toEqual([
        200,
        ['bas'],
        ['bientôt'],
        ['passé'],
      ]);
      expect(body['unmet_demand']).toEqual([
        {
          need_key: 'karite',
          category: 'Corps',
          count: 2,
          reasons: { not_found: 1, out_of_stock: 1 },
          last_asked_at: '2026-03-01T00:00:00.000Z',
        },
      ]);
    }
    expect(
      (await app.call('GET', '/functions/catalogue-watch?days=0', { as: 'admin' })).status,
    ).toBe(400);
    expect((await app.call('GET', '/functions/catalogue-watch')).status).toBe(401);
  });
});
