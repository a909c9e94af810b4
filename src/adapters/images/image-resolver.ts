import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MediaStore } from '../../ports/media-store.ts';

const DEMO = new URL('../../../demo/images/', import.meta.url);
const DEMO_KEY = /^demo\/([\w-]+\.webp)$/;
const PRODUCT_KEY = /^products\/[0-9a-f]{64}\.webp$/;

export interface ResolvedImage {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/**
 * Finds what `/images/KEY` shows: the demo shop's pictures, and those that staff uploaded. Nothing else of
 * the store is public.
 */
export function imageResolver(store: MediaStore): (key: string) => Promise<ResolvedImage | null> {
  return async (key) => {
    const demo = DEMO_KEY.exec(key)?.[1];
    if (demo !== undefined) return readDemo(demo);
    return PRODUCT_KEY.test(key) ? store.get(key) : null;
  };
}

async function readDemo(name: string): Promise<ResolvedImage | null> {
  try {
    return { bytes: await readFile(fileURLToPath(new URL(name, DEMO))), mimeType: 'image/webp' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
