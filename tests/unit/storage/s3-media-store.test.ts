import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { S3MediaStore, type S3Options } from '../../../src/adapters/storage/s3/s3-media-store.ts';
import { startS3Peer, type S3Peer } from '../../support/peers/s3-peer.ts';

describe('S3MediaStore', () => {
  let peer: S3Peer;
  const store = (options: Partial<S3Options> = {}): S3MediaStore =>
    new S3MediaStore({ ...peer, region: 'eu-west-3', timeoutMs: 2000, ...options });
  const bytes = new Uint8Array([1, 2, 3]);
  beforeEach(async () => {
    peer = await startS3Peer();
  });
  afterEach(() => peer.close());

  it('addresses by path below any endpoint', async () => {
    await store({ endpoint: `${peer.endpoint}/` }).put('products/a.webp', bytes, 'image/webp');
    expect(peer.objects.get('products/a.webp')).toEqual({
      bytes: Buffer.from(bytes),
      mimeType: 'image/webp',
    });
  });

  it.each([
    ['a wrong key', { secretAccessKey: 'wrong' }],
    ['an unknown key', { accessKeyId: 'AKIAOTHER' }],
    ['a missing bucket', { bucket: 'elsewhere' }],
  ])('calls %s a rejection, not an absent file', async (_what, options) => {
    const rejected = { name: 'ProviderError', provider: 's3', kind: 'rejected', retryable: false };
    await expect(store(options).get('a')).rejects.toMatchObject(rejected);
    await expect(store(options).put('a', bytes, 'text/plain')).rejects.toMatchObject(rejected);
    await expect(store(options).delete('a')).rejects.toMatchObject(rejected);
    await expect(store(options).list('')).rejects.toMatchObject(rejected);
  });

  it('rides out one hiccup', async () => {
    peer.failures.push({ status: 500, code: 'InternalError' });
    await store().put('a', bytes, 'text/plain');
    expect(peer.objects.has('a')).toBe(true);
  });

  it.each([
    [
      { status: 503, code: 'SlowDown' },
      { kind: 'rate_limited', retryable: true },
    ],
    [
      { status: 500, code: 'InternalError' },
      { kind: 'unavailable', retryable: true },
    ],
    [
      { status: 429, code: 'TooManyRequests' },
      { kind: 'rate_limited', retryable: true },
    ],
    [
      { status: 400, code: 'EntityTooLarge' },
      { kind: 'rejected', retryable: false },
    ],
    ['hang', { kind: 'unavailable', retryable: true, mayHaveActed: true }],
  ] as const)('translates %j', async (failure, expected) => {
    peer.failures.push(failure, failure);
    await expect(store().put('a', bytes, 'text/plain')).rejects.toMatchObject({
      name: 'ProviderError',
      ...expected,
    });
    expect(peer.objects.has('a')).toBe(false);
  });

  it('passes over what others put into the bucket', async () => {
    peer.objects.set('Foreign File.txt', { bytes: Buffer.from('x'), mimeType: 'text/plain' });
    await store().put('a', bytes, 'text/plain');
    expect(await store().list('')).toEqual(['a']);
  });
});
