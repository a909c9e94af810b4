import { expect, it } from 'vitest';
import { createHarness } from '../../support/harness.ts';

const BYTES = new Uint8Array([1, 2, 3]);

it('deletes all files of a person, however few a listing shows, nobody else’s, and forgets where they lay', async () => {
  const lea = createHarness();
  const { store } = lea.adapters;
  for (const key of [
    'media/awa/1',
    'media/awa/2',
    'media/awa/3',
    'media/old-awa/1',
    'media/moussa/1',
  ])
    await store.put(key, BYTES, 'audio/ogg');
  const list = store.list.bind(store);
  store.list = async (prefix) => (await list(prefix)).slice(0, 1);
  lea.store.mediaPurges.insert({
    id: 'purge-1',
    folders: ['media/awa/', 'media/old-awa/'],
    createdAt: lea.adapters.clock.now(),
  });
  await lea.parts.purgeMedia.execute({ purgeId: 'purge-1' });
  expect(await list('media/')).toEqual(['media/moussa/1']);
  expect(lea.store.mediaPurges.all()).toEqual([]);
});

it('still knows where they lie after a failure, and goes on from there', async () => {
  const lea = createHarness();
  const { store } = lea.adapters;
  for (const key of ['media/awa/1', 'media/awa/2']) await store.put(key, BYTES, 'audio/ogg');
  lea.store.mediaPurges.insert({
    id: 'purge-1',
    folders: ['media/awa/'],
    createdAt: lea.adapters.clock.now(),
  });
  const remove = store.delete.bind(store);
  store.delete = async (key) => {
    if (key.endsWith('2')) throw new Error('unreachable');
    return remove(key);
  };
  await expect(lea.parts.purgeMedia.execute({ purgeId: 'purge-1' })).rejects.toThrow('unreachable');
  expect(lea.store.mediaPurges.all()).toHaveLength(1);
  store.delete = remove;
  await lea.parts.purgeMedia.execute({ purgeId: 'purge-1' });
  expect(await store.list('media/')).toEqual([]);
});

it('has nothing to do for a purge that is done', async () => {
  const lea = createHarness();
  await lea.adapters.store.put('media/awa/1', BYTES, 'audio/ogg');
  await lea.parts.purgeMedia.execute({ purgeId: 'purge-1' });
  expect(await lea.adapters.store.list('media/')).toEqual(['media/awa/1']);
});
