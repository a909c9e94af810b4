import type { UserId } from '../../domain/customer/customer.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/** Has the files of a person who is being erased deleted after the transaction. `files` are those in their messages. */
export async function oweMediaPurge(
  { erasure, jobs }: Pick<Repositories, 'erasure' | 'jobs'>,
  purge: { readonly id: string; readonly userId: UserId; readonly files: readonly string[] },
): Promise<void> {
  const { id, userId, files } = purge;
  // Whoever was made one with somebody else has files in the folders of both.
  const folders = new Set([
    `customers/${userId}/`,
    ...files.map((key) => key.slice(0, key.lastIndexOf('/') + 1)),
  ]);
  await erasure.oweMediaPurge({ id, folders: [...folders].filter((folder) => folder !== '') });
  await jobs.enqueue({ name: 'purge-media', data: { purgeId: id } });
}
