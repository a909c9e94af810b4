import { ProviderError } from '../../../ports/provider-error.ts';

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
  readonly originalCode?: string;
}

/** Faults of ours or of the configuration: the same mail fails again. */
const FINAL_CODES = new Set([
  'EENVELOPE',
  'EMESSAGE',
  'EAUTH',
  'ENOAUTH',
  'ECONFIG',
  'EFILEACCESS',
  'EURLACCESS',
  'EREQUIRETLS',
]);
/** Before the mail was handed over. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EDNS', 'ETLS', 'EAUTH']);

/** nodemailer's error as a `ProviderError`; its text may quote an address, so only codes go into the message. */
export function smtpFailure(error: unknown): ProviderError {
  const failure = (error instanceof Error ? error : {}) as SmtpFailure;
  const { code = 'unknown', responseCode } = failure;
  if (responseCode !== undefined) {
    const final = failure.permanent === true;
    return new ProviderError(
      'smtp',
      final ? 'rejected' : 'unavailable',
      `The mail server answered ${responseCode}.`,
      { cause: error },
    );
  }
  if (FINAL_CODES.has(code))
    return new ProviderError('smtp', 'rejected', `The mail was refused (${code}).`, {
      cause: error,
    });
  return new ProviderError('smtp', 'unavailable', `The mail server did not answer (${code}).`, {
    cause: error,
    mayHaveActed: !NOT_CONNECTED.has(failure.originalCode ?? code),
  });
}
