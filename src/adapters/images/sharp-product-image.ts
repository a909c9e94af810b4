import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { LeaError } from '../../domain/shared/errors.ts';

/** Larger than a phone shows. */
const MAX_SIDE = 1_200;
/** What one picture may unfold to: 50 megapixels are about 200 MB, which no photograph of a product needs. */
const MAX_PIXELS = 50_000_000;
const FORMATS: ReadonlySet<string> = new Set([
  'jpeg',
  'png',
  'webp',
  'gif',
  'avif',
  'heif',
  'tiff',
]);

/** Drawn anew as WebP: upright, without metadata, and without whatever else the file carried. */
export interface ProductImage {
  readonly bytes: Uint8Array;
  readonly mimeType: 'image/webp';
  readonly sha256: string;
}

/** @throws LeaError `invalid_image` for what is no picture, or unfolds beyond reason */
export async function encodeProductImage(bytes: Uint8Array): Promise<ProductImage> {
  const encoded = await draw(bytes).catch((error: unknown) => {
    if (error instanceof LeaError) throw error;
    // The library's words tell nothing that helps a person.
    throw refused('This is no picture that can be read. JPEG, PNG, WebP, GIF, AVIF and TIFF are.');
  });
  return {
    bytes: encoded,
    mimeType: 'image/webp',
    sha256: createHash('sha256').update(encoded).digest('hex'),
  };
}

async function draw(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });
  const { format, width = 0, height = 0 } = await image.metadata();
  // An SVG may refer to files and addresses; it is refused rather than drawn.
  if (format === undefined || !FORMATS.has(format))
    throw refused('JPEG, PNG, WebP, GIF, AVIF or TIFF is expected.');
  if (width * height > MAX_PIXELS) throw refused(`A picture has at most ${MAX_PIXELS} pixels.`);
  return image
    .rotate()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: 15 })
    .toBuffer();
}

const refused = (message: string): LeaError =>
  new LeaError('unprocessable', 'invalid_image', message);
