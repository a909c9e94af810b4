/** Why a provider did not do it. SDK errors are translated into this at the adapter. */
export type ProviderErrorKind = 'unavailable' | 'rate_limited' | 'rejected';

export class ProviderError extends Error {
  readonly provider: string;
  readonly kind: ProviderErrorKind;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** False when the provider surely did not act; true when it may have (a time-out after sending). */
  readonly mayHaveActed: boolean;

  constructor(
    provider: string,
    kind: ProviderErrorKind,
    message: string,
    options: {
      readonly retryable?: boolean;
      readonly mayHaveActed?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ProviderError';
    this.provider = provider;
    this.kind = kind;
    this.retryable = options.retryable ?? kind !== 'rejected';
    this.mayHaveActed = options.mayHaveActed ?? false;
  }
}
