import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalMediaStore } from '../../src/adapters/storage/local/local-media-store.ts';
import { S3MediaStore } from '../../src/adapters/storage/s3/s3-media-store.ts';
import { startS3Peer } from '../support/peers/s3-peer.ts';
import { mediaStoreContract } from './media-store.contract.ts';

mediaStoreContract('local', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lea-media-'));
  return {
    store: new LocalMediaStore({ directory: join(directory, 'media') }),
    close: () => rm(directory, { recursive: true, force: true }),
  };
});

mediaStoreContract('s3', async () => {
  const peer = await startS3Peer();
  return { store: new S3MediaStore({ ...peer, region: 'eu-west-3' }), close: () => peer.close() };
});
