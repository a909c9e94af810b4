const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file as spreadsheets save it: UTF-8, UTF-16 with its mark, or else Windows-1252. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return UTF8.decode(bytes);
  } catch {
    // Accents in Windows-1252 are hardly ever well-formed UTF-8.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one of comma, semicolon and tab that parts the header most often. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '\n' || char === '\r') break;
    else if (char === ',' || char === ';' || char === '\t') counts[char] += 1;
  }
  const [best] = (Object.entries(counts) as [',' | ';' | '\t', number][]).toSorted(
    (a, b) => b[1] - a[1],
  );
  return best !== undefined && best[1] > 0 ? best[0] : ',';
}
