const LONGEST = 20_000;
/** Of braces in prose that are tried before the object; each try reads on to its end. */
const MOST_TRIES = 20;

/**
 * The first JSON object in a model's text: bare, in a code fence, or among prose; undefined when there is none
 * near its beginning.
 */
export function jsonInText(text: string): unknown {
  const bounded = text.slice(0, LONGEST);
  let start = bounded.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries += 1) {
    const end = closingBrace(bounded, start);
    if (end === null) return undefined;
    try {
      return JSON.parse(bounded.slice(start, end + 1)) as unknown;
    } catch {
      // Braces in prose; the object may follow.
      start = bounded.indexOf('{', start + 1);
    }
  }
  return undefined;
}

function closingBrace(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) return index;
  }
  return null;
}
