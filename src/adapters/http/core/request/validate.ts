import type { z } from 'zod';
import { HttpProblem } from '../http-problem.ts';
import { storableText } from './parse-json.ts';

/**
 * The value as the contract has it.
 * @throws HttpProblem 400 `invalid_request`, its message naming the first field and its details all of them
 */
export function validate<S extends z.ZodType>(
  schema: S,
  value: unknown,
  whole: string,
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    field: issue.path.length === 0 ? whole : issue.path.map(String).join('.'),
    ...('expected' in issue && typeof issue.expected === 'string'
      ? { expected: issue.expected }
      : {}),
    message: issue.message,
  }));
  const [first] = details;
  throw new HttpProblem(
    400,
    'invalid_request',
    first === undefined ? 'The request is not valid.' : `${first.field}: ${first.message}`,
    { details },
  );
}

/** Query parameters as a plain object; one that comes twice is a list. */
export function queryObject(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(storableText) : storableText(value ?? ''),
    ]),
  );
}
