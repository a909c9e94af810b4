/** Escapes of NUL and of halves of surrogate pairs, which PostgreSQL's jsonb refuses. */
const REFUSED = /\\u(?:0000|d[89a-f])/i;
/** Deeper nesting than this is nobody's message; PostgreSQL's own stack ends at a few thousand. */
const MAX_DEPTH = 200;

/** Text as PostgreSQL takes it: no NUL, no half characters. */
export const cleanText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** JSON that PostgreSQL's jsonb certainly takes; one odd character must not lose a whole batch. */
export function toJsonb(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) return 'null';
  // A quick look first: nearly nothing needs cleaning, and the look is cheap.
  return REFUSED.test(json) ? JSON.stringify(cleaned(value)) : json;
}

/** As `toJsonb`, for what strangers sent: of what is nested too deep only that is kept. */
export function toJsonbOfAnything(value: unknown): string {
  return isShallow(value, MAX_DEPTH) ? toJsonb(value) : '"nested too deep"';
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [cleanText(key), cleaned(one)]),
  );
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1));
}
