import { ProviderError, type ProviderErrorKind } from '../../../ports/provider-error.ts';

/** A `ProviderError` that tells whether it was the form of a message that was refused. */
export class WhapiFailure extends ProviderError {
  /** The same words, sent as plain text, may pass. */
  readonly plainerMayPass: boolean;

  constructor(
    kind: ProviderErrorKind,
    message: string,
    options: ConstructorParameters<typeof ProviderError>[3] & {
      readonly plainerMayPass?: boolean;
    } = {},
  ) {
    super('whapi', kind, message, options);
    this.name = 'WhapiFailure';
    this.plainerMayPass = options.plainerMayPass ?? false;
  }
}

const ABOUT_THE_FORM: ReadonlySet<number> = new Set([400, 403, 404, 413, 415, 422, 500, 501]);
const TOKEN = 'check WHAPI_TOKEN and that the channel exists';
const SENTENCES: ReadonlyMap<number, string> = new Map([
  [400, 'Whapi found the request malformed'],
  [401, `Whapi refuses the token: ${TOKEN}`],
  [402, 'Whapi wants the channel to be paid for, or its trial limit is reached'],
  [403, 'Whapi does not allow this to the channel'],
  [404, 'Whapi does not know what was asked for'],
  [413, 'Whapi finds the message too large'],
  [415, 'Whapi does not take this kind of file'],
  [429, 'Whapi asks to slow down'],
]);

/** Whapi's answer as an error. Its own words may quote number and text, so only its code is kept. */
export function answeredFailure(status: number, body: unknown): WhapiFailure {
  const { code, message } = errorIn(body);
  const lostChannel = status === 404 && /channel/i.test(message);
  const sentence = lostChannel
    ? `Whapi knows no channel for this token: ${TOKEN}`
    : (SENTENCES.get(status) ?? sentenceFor(status));
  const detail = code === '' ? `${status}` : `${status}, ${code}`;
  const text = `${sentence} (${detail}).`;
  if (status === 429) return new WhapiFailure('rate_limited', text);
  // A lost channel is a matter of the account: saying it in another way would not help.
  const plainerMayPass = !lostChannel && ABOUT_THE_FORM.has(status);
  if (status === 408 || status >= 500) {
    return new WhapiFailure('unavailable', text, { plainerMayPass, mayHaveActed: true });
  }
  return new WhapiFailure('rejected', text, { plainerMayPass });
}

const sentenceFor = (status: number): string => {
  if (status >= 500 || status === 408) return 'Whapi is out of order';
  if (status >= 300 && status < 400) return 'Whapi answers with a redirect: check WHAPI_BASE_URL';
  return 'Whapi refuses the request';
};

function errorIn(body: unknown): { readonly code: string; readonly message: string } {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error;
  const code = typeof error?.code === 'number' ? String(error.code) : error?.code;
  return {
    code: typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? code : '',
    message: typeof error?.message === 'string' ? error.message : '',
  };
}

/** Nothing was written to a socket when one of these came up. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whapi did not answer, or not to the end. */
export function silentFailure(error: unknown): WhapiFailure {
  const given = (error as { code?: unknown } | null)?.code;
  const code = typeof given === 'string' ? given : '';
  const neverConnected = NEVER_CONNECTED.test(code);
  return new WhapiFailure(
    'unavailable',
    neverConnected ? `Whapi cannot be reached (${code}).` : 'Whapi did not answer in time.',
    { cause: error, mayHaveActed: !neverConnected },
  );
}
