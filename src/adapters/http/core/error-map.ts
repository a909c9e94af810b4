import { LeaError, type ErrorKind } from '../../../domain/shared/errors.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { isDatabaseAway, isDatabaseBusy, isStorageAway } from '../../network/out-of-order.ts';
import { HttpProblem } from './http-problem.ts';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unprocessable: 422,
  limited: 429,
  unavailable: 503,
};
const DEFAULT_RETRY_SECONDS = 60;

/** What the client is told, or null when the failure is none that anybody expected. */
export function toProblem(error: unknown): HttpProblem | null {
  if (error instanceof HttpProblem) return error;
  if (error instanceof LeaError) return fromLeaError(error);
  if (error instanceof ProviderError) {
    return new HttpProblem(
      503,
      'provider_unavailable',
      `The provider "${error.provider}" did not answer as it should. Try again later.`,
      { headers: { 'Retry-After': '10' } },
    );
  }
  if (isDatabaseAway(error) || isDatabaseBusy(error))
    return away('database_unavailable', 'The database');
  if (isStorageAway(error)) return away('storage_unavailable', 'The storage');
  return fromLibrary(error);
}

const away = (code: string, what: string): HttpProblem =>
  new HttpProblem(503, code, `${what} cannot take this right now. Try again later.`, {
    headers: { 'Retry-After': '10' },
  });

function fromLeaError({ kind, code, message, details }: LeaError): HttpProblem {
  const headers: Record<string, string> = {};
  if (kind === 'limited' || kind === 'unavailable') {
    const seconds = details?.['retryAfterSeconds'];
    headers['Retry-After'] = String(
      typeof seconds === 'number' ? Math.ceil(seconds) : DEFAULT_RETRY_SECONDS,
    );
  }
  if (kind === 'unauthenticated') headers['WWW-Authenticate'] = 'Bearer';
  return new HttpProblem(STATUS[kind], code, message, { details, headers });
}

const LIBRARY_CODES: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
};

/** raw-body's and @koa/send's errors carry a status and say whether their text may be shown. */
function fromLibrary(error: unknown): HttpProblem | null {
  if (!(error instanceof Error)) return null;
  const { status, expose } = error as Error & {
    readonly status?: unknown;
    readonly expose?: unknown;
  };
  if (typeof status !== 'number' || status < 400 || status > 499 || expose !== true) return null;
  const code = LIBRARY_CODES[status] ?? 'invalid_request';
  return new HttpProblem(status, code, status === 404 ? 'There is nothing here.' : error.message);
}

/**
 * What may be logged of an unexpected failure. Its message stays out: a database driver puts values of the
 * row into it. Name, code and where it came from are enough to find it.
 */
export function describeFailure(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
