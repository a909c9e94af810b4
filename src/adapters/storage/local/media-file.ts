/**
 * A stored file is one line of JSON and then the bytes: type and content are replaced together by one
 * rename, which two files beside each other could not do under concurrent writes.
 */
export function encodeMediaFile(bytes: Uint8Array, mimeType: string): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ mimeType })}\n`), bytes]);
}

/** The other way; a file that we did not write is an error, not an absence. */
export function decodeMediaFile(file: Buffer): {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
} {
  const end = file.indexOf(0x0a);
  const head: unknown = JSON.parse(file.toString('utf8', 0, Math.max(end, 0)));
  if (typeof head !== 'object' || head === null || !('mimeType' in head))
    throw new Error('A stored file lacks its first line.');
  return { bytes: new Uint8Array(file.subarray(end + 1)), mimeType: String(head.mimeType) };
}
