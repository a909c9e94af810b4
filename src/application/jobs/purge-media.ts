import { SERVICE } from '../../domain/shared/actor.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Deletes every file of an erased person; where they lay is forgotten with the last of them. */
export class PurgeMedia {
  readonly #means: { readonly uow: UnitOfWork; readonly store: MediaStore };

  constructor(means: { readonly uow: UnitOfWork; readonly store: MediaStore }) {
    this.#means = means;
  }

  async execute({ purgeId }: { readonly purgeId: string }): Promise<void> {
    const { uow } = this.#means;
    const purge = await uow.run(SERVICE, ({ erasure }) => erasure.getMediaPurge(purgeId));
    if (purge === null) return;
    for (const folder of purge.folders) await this.#empty(folder);
    await uow.run(SERVICE, ({ erasure }) => erasure.dropMediaPurge(purgeId));
  }

  /** Until nothing is listed: a store may list some at a time. */
  async #empty(folder: string): Promise<void> {
    const { store } = this.#means;
    for (let keys = await store.list(folder); keys.length > 0; keys = await store.list(folder))
      for (const key of keys) await store.delete(key);
  }
}
