export interface ResolvedImage {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}
