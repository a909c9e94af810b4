import { SERVICE } from '../../domain/shared/actor.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Deletes every file of an erased person; where they lay is forgotten with the last of them. */
export class PurgeMedia {
  readonly #deps: { readonly uow: UnitOfWork; readonly store: MediaStore };

  constructor(deps: { readonly uow: UnitOfWork; readonly store: MediaStore }) {
    this.#deps = deps;
  }

  async execute({ purgeId }: { readonly purgeId: string }): Promise<void> {
    const { uow } = this.#deps;
    const purge = await uow.run(SERVICE, ({ erasure }) => erasure.getMediaPurge(purgeId));
    if (purge === null) return;
    for (const folder of purge.folders) await this.#empty(folder);
    await uow.run(SERVICE, ({ erasure }) => erasure.dropMediaPurge(purgeId));
  }

  /** Until nothing is listed: a store may list some at a time. */
  async #empty(folder: string): Promise<void> {
    const { store } = this.#deps;
    for (let keys = await store.list(folder); keys.length > 0; keys = await store.list(folder))
      for (const key of keys) await store.delete(key);
  }
}
