import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/adapters/persistence/embedded/embedded-postgres.ts';
import { prepareTemplate } from './test-database.ts';
import { scratchFolder } from './scratch-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
  }
}

/** One PostgreSQL for the whole run: the embedded one, or the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined) {
    await prepareTemplate(given);
    project.provide('ownerUrl', given);
    return async () => undefined;
  }
  const dataDir = scratchFolder('test');
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    password: 'test',
    settings: { fsync: 'off', max_connections: '300' },
  });
  await prepareTemplate(postgres.url);
  project.provide('ownerUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
