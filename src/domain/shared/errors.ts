/** Kinds map to transport codes at the edge; the core knows no HTTP. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'unprocessable'
  | 'limited'
  | 'unavailable';

/** An expected failure with a `code` that clients may rely on and a sentence for people. */
export class LeaError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'LeaError';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const notFound = (what: string): LeaError =>
  new LeaError('not_found', `${what}_not_found`, `No such ${what.replaceAll('_', ' ')}.`);
