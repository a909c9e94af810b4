import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../../support/test-database.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

it("knex's own commands see what the server did, and take nothing back", async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const knex = (command: string) => {
    const run = spawnSync('npx', ['knex', command, '--knexfile', 'knexfile.ts'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: database.ownerUrl, FORCE_COLOR: '0' },
      encoding: 'utf8',
    });
    return { exit: run.status, said: run.stdout + run.stderr };
  };
  const files = readdirSync(`${ROOT}migrations`).filter((name) => name.endsWith('.sql'));

  const status = knex('migrate:status');
  expect(status.said).toContain(`Found ${files.length} Completed Migration file/files.`);
  expect(status.said).toContain('No Pending Migration files Found.');
  expect(status.exit).toBe(0);

  expect(knex('migrate:latest')).toMatchObject({ exit: 0 });
  expect(knex('migrate:up')).toMatchObject({ exit: 0 });

  const down = knex('migrate:down');
  expect(down.said).toContain('migrations only go forward');
  expect(down.exit).toBe(1);
  expect(knex('migrate:status').said).toContain(`Found ${files.length} Completed`);
});
