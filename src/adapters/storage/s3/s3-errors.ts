import { ProviderError } from '../../../ports/provider-error.ts';

/** What the store answered, as a `ProviderError`; the code in its XML says more than the status. */
export function s3Failure(status: number, body: string): ProviderError {
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(body)?.[1] ?? 'no code';
  const message = `The object store answered ${status} (${code}).`;
  if (status === 429 || code === 'SlowDown')
    return new ProviderError('s3', 'rate_limited', message);
  // A request that took too long to arrive or a clock that was corrected meanwhile may pass next time.
  const temporary =
    status >= 500 || status === 408 || code === 'RequestTimeout' || code === 'RequestTimeTooSkewed';
  return new ProviderError('s3', temporary ? 'unavailable' : 'rejected', message, {
    mayHaveActed: temporary,
  });
}

/** No answer at all. */
export const s3Silence = (error: unknown): ProviderError =>
  new ProviderError('s3', 'unavailable', 'The object store did not answer.', {
    cause: error,
    mayHaveActed: true,
  });
