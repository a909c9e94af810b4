import slack from '@slack/web-api';
import { ProviderError } from '../../../ports/provider-error.ts';

/** Slack's own troubles among the `ok: false` answers; the others are ours and stay. */
const TEMPORARY = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** The SDK's error as a `ProviderError`. */
export function slackFailure(error: unknown): ProviderError {
  const fail = (kind: ProviderError['kind'], why: string, mayHaveActed = false): ProviderError =>
    new ProviderError('slack', kind, `Slack: ${why}.`, { cause: error, mayHaveActed });
  if (error instanceof slack.WebAPIRateLimitedError)
    return fail('rate_limited', `asked to wait ${error.retryAfter} s`);
  if (error instanceof slack.WebAPIPlatformError) {
    const code = String(error.data.error).slice(0, 80);
    if (LIMITED.has(code)) return fail('rate_limited', code);
    return TEMPORARY.has(code) ? fail('unavailable', code, true) : fail('rejected', code);
  }
  if (error instanceof slack.WebAPIHTTPError) {
    const kind = error.statusCode >= 500 || error.statusCode === 408 ? 'unavailable' : 'rejected';
    return fail(kind, `answered ${error.statusCode}`, kind === 'unavailable');
  }
  // A 429 without a time to wait comes as a bare error.
  if (error instanceof Error && error.message.includes('retry-after header'))
    return fail('rate_limited', 'asked to wait');
  return fail('unavailable', 'did not answer', !neverConnected(error));
}

/** fetch hides the socket's code under several causes. */
function neverConnected(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (
      'code' in cause &&
      ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(
        String(cause.code),
      )
    )
      return true;
  }
  return false;
}

/** Somebody deleted the message, or it is too old to change: there is nothing left to correct. */
export function messageIsGone(error: unknown): boolean {
  return (
    error instanceof slack.WebAPIPlatformError &&
    ['message_not_found', 'cant_update_message', 'edit_window_closed'].includes(error.data.error)
  );
}
