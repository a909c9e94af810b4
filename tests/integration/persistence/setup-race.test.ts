import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDatabase } from '../../../src/adapters/persistence/prepare-database.ts';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import {
  createEmptyDatabase,
  TEST_SECRET,
  type EmptyDatabase,
} from '../../support/test-database.ts';

let database: EmptyDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database?.drop());

it.each(['empty', 'ready', 'ready, once more'])(
  'processes that start at once all find their database prepared: %s',
  async () => {
    const choice = {
      kind: 'url',
      ownerUrl: database.ownerUrl,
      appUrl: null,
      authSecret: TEST_SECRET,
      hash: new HmacKeyedHash('k'.repeat(32)),
    } as const;
    const starts = await Promise.allSettled(
      Array.from({ length: 8 }, () => prepareDatabase(choice, () => undefined)),
    );
    expect(
      starts.map((start) => (start.status === 'rejected' ? String(start.reason) : 'ready')),
    ).toEqual(starts.map(() => 'ready'));
  },
);
