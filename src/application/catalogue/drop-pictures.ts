import type { Repositories } from '../../ports/unit-of-work.ts';

const UPLOADED = /^\/images\/(products\/[0-9a-f]{64}\.webp)$/;

export const pictureUrl = (key: string): string => `/images/${key}`;

/** Has pictures that products no longer show deleted after the commit, unless another product shows them. */
export async function dropPictures(
  { jobs, asService }: Pick<Repositories, 'jobs' | 'asService'>,
  urls: readonly (string | null)[],
): Promise<void> {
  const keys = new Set(urls.flatMap((url) => UPLOADED.exec(url ?? '')?.[1] ?? []));
  if (keys.size === 0) return;
  await asService(async () => {
    for (const key of keys) await jobs.enqueue({ name: 'purge-picture', data: { key } });
  });
}
