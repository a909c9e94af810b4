import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const load = createRequire(import.meta.url);
const CLIENT = 'knex/lib/client.js';
const PG_CLIENT = 'knex/lib/dialects/postgres/index.js';

const digest = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);

/**
 * Our dialect overrides parts of knex that it promises nobody. When this fails, knex was upgraded and one of them is
 * no longer what it was: read the change beside `pg-dialect.ts`, run the tests of lost connections and of the hot
 * path, and only then write the new digest here.
 */
it.each([
  [CLIENT, 'transaction', 'c0a83ff34294'],
  [CLIENT, 'validateConnection', '76dd8c061259'],
  [CLIENT, 'getPoolSettings', '20b39a3638ba'],
  [CLIENT, 'acquireConnection', '2076577733df'],
  [PG_CLIENT, 'transaction', '668c6adea606'],
  [PG_CLIENT, '_query', 'e2e818f2bf38'],
  [PG_CLIENT, 'acquireRawConnection', 'f843ce9f2f4b'],
])('%s: %s is what our dialect was written for', (file, method, known) => {
  const { prototype } = load(file) as { readonly prototype: Readonly<Record<string, unknown>> };
  expect(digest(String(prototype[method]))).toBe(known);
});

it.each([
  ['knex/lib/execution/transaction.js', '17ebc527bce9'],
  ['knex/lib/dialects/postgres/execution/pg-transaction.js', '89bee8f655a4'],
])('%s is what our dialect was written for', (file, known) => {
  expect(digest(readFileSync(load.resolve(file), 'utf8'))).toBe(known);
});

it('leaves an upgrade of knex to somebody who reads it', () => {
  const { dependencies } = load('../../../package.json') as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(dependencies['knex']).toMatch(/^\d+\.\d+\.\d+$/);
});
