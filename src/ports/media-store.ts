/** Files of customers and pictures of products, by opaque key. */
export interface MediaStore {
  /** Stores under `key` (lower-case letters, digits, `-`, `_`, `/`, `.`), replacing what was there. */
  put(key: string, bytes: Uint8Array, mimeType: string): Promise<void>;
  /** Null when there is none. */
  get(key: string): Promise<{ readonly bytes: Uint8Array; readonly mimeType: string } | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Keys beginning with `prefix`, at most 1,000. */
  list(prefix: string): Promise<readonly string[]>;
}
