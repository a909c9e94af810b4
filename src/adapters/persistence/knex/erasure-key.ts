import type { KeyedHash } from '../../../ports/keyed-hash.ts';
import { DatabaseUnusableError } from '../database-unusable-error.ts';
import { asOwner } from './as-owner.ts';

/** No alias of anybody looks like it. */
const MARKED = 'the key itself';

/** Tells one ERASURE_KEY from another, and nothing else about it. */
export const markOf = (hash: KeyedHash): string => hash.of(MARKED);

/**
 * Holds the database to the ERASURE_KEY that its deletion log is written with. While the log is empty, another one
 * may take its place.
 * @throws DatabaseUnusableError when it is another one
 */
export async function holdErasureKey(ownerUrl: string, hash: KeyedHash): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `insert into lea.erasure_key as kept (mark) values ($1)
       on conflict (only_one) do update set mark = excluded.mark, since = case when kept.mark = excluded.mark then kept.since else now() end
         where kept.mark = excluded.mark or not exists (select from public.deletion_logs where subject_hash <> '')`,
      [markOf(hash)],
    );
    if (rowCount === 0)
      throw new DatabaseUnusableError(
        'ERASURE_KEY is not the one that this database\'s deletion log is written with, so that nobody who was erased could be erased again after a restore: set that one, or see "Keys" in docs/operations.md if it is lost for good.',
      );
  });
}
