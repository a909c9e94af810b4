import sharp from 'sharp';
import type { ResolvedImage } from './resolved-image.ts';

/** Pictures kept drawn: a shop's promotions of a day, some megabytes. */
const KEPT = 100;

/** The same picture as JPEG, on white where it was transparent: WhatsApp takes WebP for stickers only. */
export class JpegRendition {
  /** Oldest use first. Promises, so that many who ask at once wait for one drawing. */
  readonly #drawn = new Map<string, Promise<ResolvedImage | null>>();

  /** `original` is asked for only when the rendition is not at hand. */
  of(key: string, original: () => Promise<ResolvedImage | null>): Promise<ResolvedImage | null> {
    const image = this.#drawn.get(key) ?? draw(original);
    this.#drawn.delete(key);
    this.#drawn.set(key, image);
    const forget = (): void => {
      if (this.#drawn.get(key) === image) this.#drawn.delete(key);
    };
    image.then((found) => found ?? forget(), forget);
    for (const oldest of this.#drawn.keys()) {
      if (this.#drawn.size <= KEPT) break;
      this.#drawn.delete(oldest);
    }
    return image;
  }
}

async function draw(original: () => Promise<ResolvedImage | null>): Promise<ResolvedImage | null> {
  const image = await original();
  if (image === null) return null;
  const bytes = await sharp(image.bytes)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { bytes, mimeType: 'image/jpeg' };
}
