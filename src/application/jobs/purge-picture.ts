import { SERVICE } from '../../domain/shared/actor.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { pictureUrl } from '../catalogue/drop-pictures.ts';

/** Deletes an uploaded picture that no product shows any more. */
export class PurgePicture {
  readonly #deps: { readonly uow: UnitOfWork; readonly store: MediaStore };

  constructor(deps: { readonly uow: UnitOfWork; readonly store: MediaStore }) {
    this.#deps = deps;
  }

  async execute({ key }: { readonly key: string }): Promise<void> {
    const { store } = this.#deps;
    if (await this.#isShown(key)) return;
    const file = await store.get(key);
    if (file === null) return;
    await store.delete(key);
    // The same picture may have been given to another product meanwhile.
    if (await this.#isShown(key)) await store.put(key, file.bytes, file.mimeType);
  }

  #isShown(key: string): Promise<boolean> {
    return this.#deps.uow.run(SERVICE, ({ catalogue }) => catalogue.shows(pictureUrl(key)));
  }
}
