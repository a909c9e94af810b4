/** One-way marks of personal identifiers (HMAC under `ERASURE_KEY`), so that an erased person stays unknown. */
export interface KeyedHash {
  /** Hexadecimal, the same for the same input and key. */
  of(value: string): string;
}
