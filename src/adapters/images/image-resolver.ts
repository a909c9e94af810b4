import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MediaStore } from '../../ports/media-store.ts';
import { JpegRendition } from './jpeg-rendition.ts';
import type { ResolvedImage } from './resolved-image.ts';

const DEMO = new URL('../../../demo/images/', import.meta.url);
const KEY = /^(demo\/[\w-]+|products\/[0-9a-f]{64})\.(webp|jpg)$/;

/**
 * Finds what `/images/KEY` shows: the demo shop's pictures, and those that staff uploaded, as WebP and, for
 * WhatsApp, as JPEG under the same name with `.jpg`. Nothing else of the store is public.
 */
export function imageResolver(
  store: Pick<MediaStore, 'get'>,
): (key: string) => Promise<ResolvedImage | null> {
  const jpegs = new JpegRendition();
  const webp = (name: string): Promise<ResolvedImage | null> =>
    name.startsWith('demo/') ? readDemo(`${name.slice(5)}.webp`) : store.get(`${name}.webp`);
  return async (key) => {
    const [, name, format] = KEY.exec(key) ?? [];
    if (name === undefined) return null;
    return format === 'jpg' ? jpegs.of(name, () => webp(name)) : webp(name);
  };
}

/** Reads one of our own pictures by its full address, for a gateway that cannot reach this machine. */
export function ownImages(
  publicUrl: string,
  resolve: (key: string) => Promise<ResolvedImage | null>,
): (url: string) => Promise<ResolvedImage | null> {
  const prefix = `${publicUrl}/images/`;
  return async (url) => (url.startsWith(prefix) ? resolve(url.slice(prefix.length)) : null);
}

async function readDemo(name: string): Promise<ResolvedImage | null> {
  try {
    return { bytes: await readFile(fileURLToPath(new URL(name, DEMO))), mimeType: 'image/webp' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
