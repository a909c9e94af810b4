import { HttpProblem } from '../http-problem.ts';

const MAX_DEPTH = 64;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

const broken = (why: string): HttpProblem => new HttpProblem(400, 'invalid_json', why);

/** @throws HttpProblem 400 `invalid_json` for bytes that are no JSON, or nested beyond reason */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw broken('The body is empty; JSON is expected.');
  let text: string;
  let value: unknown;
  try {
    text = UTF8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw broken('The body is no valid JSON.');
  }
  return UNSTORABLE.test(text) || mayNestDeeply(text) ? storable(value, 0) : value;
}

/** Only an escape can bring NUL or half a pair into JSON that is valid UTF-8. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i;

/** Nearly every body has too few brackets to be worth walking through. */
function mayNestDeeply(text: string): boolean {
  let brackets = 0;
  for (let at = 0; at < text.length && brackets < MAX_DEPTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) brackets += 1;
  }
  return brackets >= MAX_DEPTH;
}

/** @throws HttpProblem 415 unless the content type is JSON in UTF-8 */
export function requireJson(contentType: string): void {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isJson = type === 'application/json' || /^application\/[\w.+-]+\+json$/.test(type);
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (isJson && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) return;
  throw new HttpProblem(
    415,
    'unsupported_media_type',
    'The content type must be application/json in UTF-8.',
  );
}

/**
 * PostgreSQL stores neither NUL nor half of a surrogate pair. Replacing them here keeps one odd character
 * from making a message unstorable, and so redelivered for ever.
 */
export const storableText = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\ufffd');

function storable(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  // Bounded before anything walks the value recursively.
  if (depth >= MAX_DEPTH) throw broken(`The JSON is nested deeper than ${MAX_DEPTH} levels.`);
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key), storable(item, depth + 1)]),
  );
}
