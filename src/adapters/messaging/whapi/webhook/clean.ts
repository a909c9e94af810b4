const MAX_TEXT = 65_536;
const MAX_RAW = 16_384;
const ESCAPES = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** A string that a database takes: no NUL, no half characters, no more than `max`. */
export const clean = (text: string, max = MAX_TEXT): string =>
  text.slice(0, max).replaceAll('\0', '').toWellFormed();

/** One line for showing, such as a name; null when nothing is left. */
export function cleanLine(text: string | null | undefined, max: number): string | null {
  const line = clean(text ?? '', max * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line === '' ? null : line.slice(0, max).toWellFormed();
}

/** A copy of something that could not be read, small and plain enough to be kept. */
export function cleanRaw(value: unknown): unknown {
  try {
    const json = JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'string' ? clean(inner, MAX_RAW) : inner,
    );
    if (json.length > MAX_RAW) return { cut: json.slice(0, MAX_RAW).toWellFormed() };
    // Keys may hold what was taken out of the values: NUL and half characters, written as escapes.
    const plain = json.replace(ESCAPES, (found) => (found === '\\\\' ? found : ''));
    return JSON.parse(plain) as unknown;
  } catch {
    // Nested too deeply to be written down.
    return null;
  }
}
