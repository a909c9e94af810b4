/** Any field with one of these words in its name is censored, wherever it stands. */
const PRIVATE_WORDS = new Set([
  'phone',
  'name',
  'firstname',
  'lastname',
  'text',
  'content',
  'body',
  'caption',
  'transcript',
  'excerpt',
  'email',
  'mail',
  'address',
  'token',
  'authorization',
  'cookie',
  'secret',
  'password',
  'apikey',
  'bindings',
]);
/** Ids and times of ours have long digit runs as well; they stay. */
const KEPT = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?)/gi;
const LONG_NUMBER = /\+?\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){7,}/gu;
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
const MAX_LENGTH = 1000;
const CENSORED = '[masked]';

/** A string without phone numbers, account numbers and the like. */
export function maskNumbers(text: string): string {
  return text
    .slice(0, 2 * MAX_LENGTH)
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(LONG_NUMBER, CENSORED)))
    .join('')
    .slice(0, MAX_LENGTH);
}

/**
 * Fields as they may be written. Pino's own `redact` knows paths of a fixed depth; this walks everything,
 * and what is neither plain data nor an error is named only.
 */
export function maskLogFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return maskObject(fields, 0);
}

function maskObject(object: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .slice(0, MAX_ITEMS)
      .map(([key, value]) => [
        maskNumbers(key),
        isPrivate(key) && holdsSomething(value) ? CENSORED : maskValue(value, depth + 1),
      ]),
  );
}

function maskValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskNumbers(value);
  // Epoch times and phone numbers look alike; durations and amounts stay below.
  if (typeof value === 'number') return Math.abs(value) >= 1e9 ? CENSORED : value;
  if (typeof value === 'bigint') return maskNumbers(value.toString());
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? '[function]' : value;
  if (depth > MAX_DEPTH) return '[deep]';
  if (value instanceof Date) return value;
  if (value instanceof Error) return maskError(value, depth);
  if (Array.isArray(value))
    return value.slice(0, MAX_ITEMS).map((item) => maskValue(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return maskObject(value, depth);
  return `[${value.constructor.name}]`;
}

/** Codes and frames. A database's message can quote the row (the SQL, the offending value), so it is left out. */
function maskError(error: Error, depth: number): Record<string, unknown> {
  const fields: Record<string, unknown> = { type: error.name };
  for (const key of [
    'code',
    'kind',
    'provider',
    'status',
    'retryable',
    'table',
    'column',
    'constraint',
  ]) {
    if (key in error)
      fields[key] = maskValue((error as unknown as Record<string, unknown>)[key], depth + 1);
  }
  if (!isFromDatabase(error)) fields['reason'] = maskNumbers(error.message);
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  if (frames.length > 0) fields['stack'] = frames.slice(0, 12).map((frame) => frame.trim());
  if (error.cause !== undefined) fields['cause'] = maskValue(error.cause, depth + 1);
  return fields;
}

/** PostgreSQL's errors carry a five-character SQLSTATE and the routine that raised them. */
const isFromDatabase = (error: Error): boolean =>
  'routine' in error ||
  ('code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code) &&
    'severity' in error);

const isPrivate = (key: string): boolean =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some(
      (word, index, words) =>
        PRIVATE_WORDS.has(word) || PRIVATE_WORDS.has(word + (words[index + 1] ?? '')),
    );

const holdsSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && typeof value !== 'boolean';
