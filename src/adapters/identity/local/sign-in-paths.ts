interface Limit {
  /** Seconds. */
  readonly window: number;
  readonly max: number;
}

/** A shop's staff share one address; guessing at one account is held back by a limit of its own. */
const ENTER: Limit = { window: 60, max: 30 };
const GUESS: Limit = { window: 60, max: 10 };
const MAIL: Limit = { window: 60, max: 5 };
const SESSION: Limit = { window: 60, max: 60 };
const READ: Limit = { window: 60, max: 300 };

/**
 * The paths under `/auth` that are answered, each with how often one address may ask. Whatever else the
 * library or a later version of it offers does not exist here: no sign-up, no profile edits, no social sign-in.
 */
export const SIGN_IN_PATHS: Readonly<Record<string, Limit>> = {
  '/sign-in/email': ENTER,
  '/sign-in/magic-link': MAIL,
  '/magic-link/verify': GUESS,
  '/sign-out': SESSION,
  '/get-session': READ,
  '/token': READ,
  '/jwks': READ,
  '/list-sessions': SESSION,
  '/revoke-session': SESSION,
  '/revoke-sessions': SESSION,
  '/revoke-other-sessions': SESSION,
  '/change-password': GUESS,
  '/request-password-reset': MAIL,
  '/reset-password': GUESS,
  '/two-factor/enable': GUESS,
  '/two-factor/disable': GUESS,
  '/two-factor/get-totp-uri': GUESS,
  '/two-factor/verify-totp': GUESS,
  '/two-factor/verify-backup-code': GUESS,
  '/two-factor/generate-backup-codes': GUESS,
  '/ok': READ,
};
