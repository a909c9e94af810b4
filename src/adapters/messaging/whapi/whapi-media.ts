import type { FetchedMedia, MediaReference } from '../../../ports/messaging-gateway.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { vettedMediaType } from '../shared/media-type.ts';
import { FileTooLargeError, type SafeFetch, type SafeRequest } from '../shared/safe-fetch.ts';

export interface WhapiMediaOptions {
  readonly fetch: SafeFetch;
  readonly baseUrl: string;
  readonly authorization: string;
}

/** Customers' files: by the link that came with them, else from the gateway by id. */
export class WhapiMedia {
  readonly #options: WhapiMediaOptions;

  constructor(options: WhapiMediaOptions) {
    this.#options = options;
  }

  async get(media: MediaReference, maxBytes: number): Promise<FetchedMedia> {
    const { link, providerMediaId: id } = media;
    if (link !== null) {
      try {
        return await this.#vetted(link, media.mimeType, { maxBytes });
      } catch (error) {
        // Links expire and may be made up; the id is asked of the gateway itself.
        const final = error instanceof FileTooLargeError || !(error instanceof ProviderError);
        if (id === null || final) throw error;
      }
    }
    if (id === null) {
      throw new ProviderError('media', 'rejected', 'The file has neither link nor id.');
    }
    const { baseUrl, authorization } = this.#options;
    const credentials = { origin: new URL(baseUrl).origin, authorization };
    const url = `${baseUrl}/media/${encodeURIComponent(id)}`;
    return this.#vetted(url, media.mimeType, { maxBytes, credentials });
  }

  async #vetted(url: string, claimed: string, wanted: SafeRequest): Promise<FetchedMedia> {
    const { bytes, contentType } = await this.#options.fetch.get(url, wanted);
    return { bytes, mimeType: await vettedMediaType(bytes, claimed, contentType) };
  }
}
