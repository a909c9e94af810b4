import type { Readable } from 'node:stream';

/** Reads a stream to its end; null, with the stream destroyed, as soon as it exceeds `maxBytes`. */
export async function readLimited(body: Readable, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > maxBytes) {
      discard(body);
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}

/** Gives a body up; a late error of it concerns nobody any more. */
export function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}
