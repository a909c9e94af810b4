import { ProviderError } from '../../../ports/provider-error.ts';

/** The browser took its subscription back, or it ran out (RFC 8030, section 7.3). */
export const isGone = (status: number): boolean => status === 404 || status === 410;

/** What a push service's refusal means for us. Endpoints name a browser: they stay out of messages. */
export function pushRefusal(status: number): ProviderError {
  const message = `The push service answered ${status}.`;
  if (status === 429) return new ProviderError('webpush', 'rate_limited', message);
  if (status >= 500 || status === 408)
    return new ProviderError('webpush', 'unavailable', message, { mayHaveActed: true });
  return new ProviderError('webpush', 'rejected', message);
}
