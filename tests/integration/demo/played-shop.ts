import { rmSync } from 'node:fs';
import pg from 'pg';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { readConfig } from '../../../src/composition/config.ts';
import { assemble } from '../../../src/composition/container.ts';
import { playDemo } from '../../../src/composition/demo.ts';
import type { Parts } from '../../../src/composition/parts.ts';
import { recipes } from '../../../src/composition/recipes.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { createTestDatabase, TEST_SECRET } from '../../support/test-database.ts';

export interface DemoShop {
  readonly owner: pg.Client;
  readonly parts: Parts;
  /** As the first start does; `change` replaces parts. */
  play(change?: Partial<Parts>): Promise<boolean>;
  rows<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<readonly T[]>;
  close(): Promise<void>;
}

/** A shop as a first start finds it: migrated, with an admin and nothing else. */
export async function openDemoShop(): Promise<DemoShop> {
  const database = await createTestDatabase();
  const dataDir = scratchFolder('demo');
  const { serverUrl, ownerUrl } = database;
  const db = openDatabase(serverUrl, 4);
  const given: Partial<Parts> = {
    config: readConfig({ DATA_DIR: dataDir }),
    version: '0.0.0',
    db,
    serverUrl,
    // What is played enqueues nothing outside of the play.
    jobs: {
      enqueue: () => Promise.reject(new Error('a job outside of the play')),
      work: async () => undefined,
      schedule: async () => undefined,
    },
    log: new RecordingLog(),
    publicUrl: 'http://localhost:3000',
    authSecret: TEST_SECRET,
    hash: new HmacKeyedHash(TEST_SECRET),
    vapidPrivateKey: null,
  };
  const parts = assemble(recipes, given);
  await parts.identity.ensureFirstAdmin(parts.config.admin);
  const owner = new pg.Client({
    connectionString: ownerUrl,
    options: '-c search_path=public,extensions',
  });
  await owner.connect();
  return {
    owner,
    parts,
    play: (change = {}) =>
      playDemo(
        assemble(recipes, {
          ...given,
          identity: parts.identity,
          accounts: parts.accounts,
          ...change,
        }),
        ownerUrl,
      ),
    rows: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await owner.query<T>(sql, values)).rows,
    close: async () => {
      await owner.end();
      await parts.identity.stop();
      await db.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
