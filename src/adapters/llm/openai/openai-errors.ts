import OpenAI from 'openai';
import { ProviderError } from '../../../ports/provider-error.ts';

export const PROVIDER = 'openai';

/** A failed call in the port's words, with what the retry loop needs to know. */
export interface Failure {
  readonly error: ProviderError;
  /** The model is not offered any more: another may be. */
  readonly modelGone: boolean;
  /** A parameter that this server does not take. */
  readonly unsupported: string | null;
  readonly retryAfterMs: number | null;
}

const OPTIONAL_PARAMETERS = [
  'temperature',
  'reasoning_effort',
  'store',
  'max_completion_tokens',
  'response_format',
] as const;

/** Translates whatever the SDK throws; messages carry a status and a code, never what was said. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof ProviderError)
    return { error: thrown, modelGone: false, unsupported: null, retryAfterMs: null };
  if (!(thrown instanceof OpenAI.APIError))
    return failure('unavailable', 'The model could not be reached.', thrown);
  return fromStatus(thrown as StatusError);
}

type StatusError = InstanceType<
  typeof OpenAI.APIError<number | undefined, Headers | undefined, object | undefined>
>;

function fromStatus(thrown: StatusError): Failure {
  const { status } = thrown;
  if (
    thrown instanceof OpenAI.APIConnectionError ||
    thrown instanceof OpenAI.APIUserAbortError ||
    status === undefined
  ) {
    return failure('unavailable', 'The model did not answer.', thrown);
  }
  const about = `${String(status)}${typeof thrown.code === 'string' ? ` ${thrown.code}` : ''}`;
  if (isModelGone(thrown))
    return {
      ...failure('rejected', `The model is not available (${about}).`, thrown),
      modelGone: true,
    };
  if (status === 429 && thrown.code !== 'insufficient_quota')
    return {
      ...failure('rate_limited', `The model is busy (${about}).`, thrown),
      retryAfterMs: retryAfter(thrown),
    };
  if (status === 408 || status === 409 || status >= 500)
    return {
      ...failure('unavailable', `The model failed (${about}).`, thrown),
      retryAfterMs: retryAfter(thrown),
    };
  const unsupported =
    status === 400 || status === 422
      ? (OPTIONAL_PARAMETERS.find(
          (name) => thrown.param === name || thrown.message.includes(name),
        ) ?? null)
      : null;
  return {
    ...failure('rejected', `The model refused the request (${about}).`, thrown),
    unsupported,
  };
}

function failure(
  kind: 'unavailable' | 'rate_limited' | 'rejected',
  message: string,
  cause: unknown,
): Failure {
  // The SDK's error may quote the request: only its name is kept.
  const name = cause instanceof Error ? cause.name : typeof cause;
  return {
    error: new ProviderError(PROVIDER, kind, message, { cause: name }),
    modelGone: false,
    unsupported: null,
    retryAfterMs: null,
  };
}

function isModelGone({ status, code, message }: StatusError): boolean {
  if (code === 'model_not_found' || code === 'model_deprecated') return true;
  if (status !== 400 && status !== 404 && status !== 410) return false;
  return (
    /\bmodel\b/i.test(message) &&
    /deprecat|decommission|retired|shut ?down|no longer|not (?:exist|found|available|supported)|does not exist|unknown|invalid model|sunset/i.test(
      message,
    )
  );
}

function retryAfter({ headers }: StatusError): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}
