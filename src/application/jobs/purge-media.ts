import type { MediaStore } from '../../ports/media-store.ts';

/** Deletes every file of an erased person. */
export class PurgeMedia {
  readonly #store: MediaStore;

  constructor(needs: { readonly store: MediaStore }) {
    this.#store = needs.store;
  }

  async execute(command: { readonly userId: string }): Promise<void> {
    const prefix = `customers/${command.userId}/`;
    for (
      let keys = await this.#store.list(prefix);
      keys.length > 0;
      keys = await this.#store.list(prefix)
    ) {
      for (const key of keys) await this.#store.delete(key);
    }
  }
}
