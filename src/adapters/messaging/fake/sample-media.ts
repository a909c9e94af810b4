import type { FetchedMedia } from '../../../ports/messaging-gateway.ts';

/** The head of an Ogg Opus stream without sound. */
const SILENCE = Buffer.concat([
  Buffer.from('OggS'),
  Buffer.from([0, 2, ...Array<number>(20).fill(0), 1, 19]),
  Buffer.from('OpusHead'),
  Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]),
]);
/** One grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Files for trying things out without having any, by the media id that stands for them. */
export const SAMPLE_MEDIA: ReadonlyMap<string, FetchedMedia> = new Map([
  ['sample:voice', { bytes: SILENCE, mimeType: 'audio/ogg' }],
  ['sample:image', { bytes: PIXEL, mimeType: 'image/png' }],
]);

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)(?:;[\w.+-]+=[\w.+-]+)*;base64,([A-Za-z0-9+/]*={0,2})$/;

/** The file that a data URL carries; null when it is none, or in another encoding. */
export function readDataUrl(url: string): FetchedMedia | null {
  const [, mimeType, data] = DATA_URL.exec(url) ?? [];
  if (mimeType === undefined || data === undefined) return null;
  return { mimeType, bytes: Buffer.from(data, 'base64') };
}
