import { expect, it } from 'vitest';
import { simulatorChatId } from '../../../src/adapters/messaging/fake/simulator-message.ts';
import type { MediaStore } from '../../../src/ports/media-store.ts';
import { createHarness } from '../../support/harness.ts';
import { RecordingLog } from '../../support/recording-log.ts';

const PHONE = '+24174000000';

/** As a disk without room answers. */
const fullDisk: MediaStore = {
  put: async () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  },
  get: async () => null,
  delete: async () => undefined,
  list: async () => [],
};

it('answers a voice note and a picture although they cannot be kept, and says so in the log', async () => {
  const log = new RecordingLog();
  const lea = createHarness({ adapters: { store: fullDisk, log } });
  const say = async (input: { text?: string; voice?: true; image?: true }): Promise<number> => {
    const before = lea.shownTo(PHONE).length;
    await lea.receive({ phone: PHONE, ...input });
    await lea.settle();
    return lea.shownTo(PHONE).length - before;
  };
  await say({ text: 'Bonjour' });
  await say({ text: 'oui' });
  expect(await say({ voice: true })).toBeGreaterThan(0);
  expect(await say({ image: true })).toBeGreaterThan(0);
  expect(log.lines.filter(({ event }) => event === 'media_not_stored')).toHaveLength(2);
  expect(lea.store.conversations.all()).toMatchObject([{ attempts: 0, deadAt: null, dueAt: null }]);
  const files = lea.store.messages.all().flatMap(({ attachment }) => attachment ?? []);
  expect(files.map(({ storageKey }) => storageKey)).toEqual([null, null]);
  expect(lea.gateway.sentTo(simulatorChatId(PHONE)).length).toBeGreaterThan(0);
});
