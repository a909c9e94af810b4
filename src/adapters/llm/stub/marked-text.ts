const MARK = 'lea-demo:';
/** A mark may stand anywhere in a small file; large ones are looked at on both ends. */
const WINDOW = 64 * 1024;
const LONGEST = 200;

/** What a sample file says it contains (`lea-demo:crème hydratante`); null for any real file. */
export function markedText(bytes: Uint8Array): string | null {
  const ends =
    bytes.length <= 2 * WINDOW
      ? [bytes]
      : [bytes.subarray(0, WINDOW), bytes.subarray(bytes.length - WINDOW)];
  for (const part of ends) {
    const text = new TextDecoder('utf-8').decode(part);
    const at = text.indexOf(MARK);
    if (at < 0) continue;
    // In a binary file the text ends at the next control character or invalid byte.
    const said = text
      .slice(at + MARK.length, at + MARK.length + LONGEST)
      .split(/\p{Cc}|\ufffd/u)[0]!
      .trim();
    if (said !== '') return said;
  }
  return null;
}
