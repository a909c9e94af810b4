import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, inject, it } from 'vitest';
import { checkDatabase } from '../../../src/adapters/persistence/check-database.ts';
import { DatabaseUnusableError } from '../../../src/adapters/persistence/database-unusable-error.ts';

it('is quiet about a database that works', async () => {
  await expect(checkDatabase('DATABASE_URL', inject('ownerUrl'))).resolves.toBeUndefined();
});

it.each([
  ['where nothing listens', 'postgres://lea@127.0.0.1:1/lea', /ECONNREFUSED/],
  ['on a host that does not exist', 'postgres://lea@nowhere.invalid/lea', /ENOTFOUND|EAI_AGAIN/],
])('names the variable that leads to a place %s, and no password', async (_, url, why) => {
  const secret = url.replace('lea@', 'lea:geheim@');
  const error = await checkDatabase('APP_DATABASE_URL', secret).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseUnusableError);
  expect((error as Error).message).toMatch(/^APP_DATABASE_URL: /);
  expect((error as Error).message).toMatch(why);
  expect((error as Error).message).not.toContain('geheim');
});

it('says so when something else listens there', async () => {
  const server = createServer((socket) =>
    socket.on('error', () => undefined).end('220 mail\r\n', () => socket.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(
    checkDatabase('DATABASE_URL', `postgres://lea@127.0.0.1:${port}/lea`),
  ).rejects.toThrow(/^DATABASE_URL: the database cannot be reached/);
  await new Promise((resolve) => server.close(resolve));
});
