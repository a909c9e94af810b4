import type { Knex } from 'knex';
import { SERVICE } from '../../../../domain/shared/actor.ts';
import { identityOf, inTransactionAs } from '../database.ts';

export interface Found {
  readonly conversationIds: readonly string[];
  readonly userIds: readonly string[];
  /** The latest message that matched, by conversation. */
  readonly matches: ReadonlyMap<string, string>;
}

const MESSAGES = 300;
/** Of words that nearly every message holds, the latest few are enough. */
const COMMON = 60;
/** Matches that the index gives at most; it then chooses which, so the result is only used when it was not met. */
const BOUND = 20_000;
const CUSTOMERS = 200;
const EXCERPT = 120;

/**
 * Ids of conversations by words of a message, and of customers by name or number; bounded, latest first.
 * Under a row policy PostgreSQL may use neither the full-text nor the trigram index (their operators are
 * not leakproof), so the ids are found as the service, and the rows are then read with the caller's rights.
 * The caller has been checked to be staff that may read messages.
 */
export async function searchConversations(db: Knex, text: string): Promise<Found> {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  const digits = text.replace(/[\s().+-]/g, '');
  return inTransactionAs(db, identityOf(SERVICE), async (trx) => {
    const messages = words.length === 0 ? [] : await byWords(trx, words);
    const customers = await byCustomer(trx, text, /^\d{4,15}$/.test(digits) ? digits : null);
    const matches = new Map<string, string>();
    for (const { conversation_id: id, content } of messages)
      if (!matches.has(id)) matches.set(id, excerpt(content, words));
    return {
      conversationIds: [...matches.keys()],
      userIds: customers.map(({ id }) => id),
      matches,
    };
  });
}

interface Hit {
  readonly conversation_id: string;
  readonly content: string;
  readonly total: number;
}

/**
 * All words, the last one as a beginning: results come while it is being typed. The planner cannot know how
 * many messages hold a word's beginning and would at times walk through all of them, so it is told: the
 * full-text index, up to a bound, and for words so common that the bound is met, the latest messages in turn.
 */
async function byWords(trx: Knex.Transaction, words: readonly string[]): Promise<readonly Hit[]> {
  const query = words
    .map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`)
    .join(' & ');
  const matching = (limit: number, total: string) =>
    trx.raw<{ rows: Hit[] }>(
      `select conversation_id, content, ${total} as total from messages
       where to_tsvector('lea.french_unaccent', content) @@ to_tsquery('lea.french_unaccent', ?)
       order by timestamp desc limit ?`,
      [query, limit],
    );
  await trx.raw(
    `select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), set_config('gin_fuzzy_search_limit', '${BOUND}', true)`,
  );
  const { rows } = await matching(MESSAGES, 'count(*) over ()');
  const isAll = (rows[0]?.total ?? 0) < BOUND / 2;
  if (!isAll)
    await trx.raw(
      `select set_config('enable_indexscan', 'on', true), set_config('enable_bitmapscan', 'off', true)`,
    );
  const hits = isAll ? rows : (await matching(COMMON, '0')).rows;
  // What comes next in this transaction is planned as usual.
  await trx.raw(
    `select set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true), set_config('enable_bitmapscan', 'on', true)`,
  );
  return hits;
}

async function byCustomer(
  trx: Knex.Transaction,
  text: string,
  digits: string | null,
): Promise<readonly { id: string }[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    digits === null
      ? `select id from users where role = 'customer' and name ilike ? limit ?`
      : `select id from users where role = 'customer' and phone_number like ? limit ?`,
    [digits === null ? pattern : `%${digits}%`, CUSTOMERS],
  );
  return rows;
}

/** The surroundings of the first word that was found. */
function excerpt(content: string, words: readonly string[]): string {
  const flat = content.replace(/\s+/g, ' ');
  const at = flat.toLowerCase().indexOf((words[0] ?? '').toLowerCase());
  const start = Math.max(0, at - 30);
  return `${start > 0 ? '…' : ''}${flat.slice(start, start + EXCERPT)}`;
}
