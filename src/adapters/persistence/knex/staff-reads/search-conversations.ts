import type { Knex } from 'knex';
import {
  holdsWord,
  readInboxSearch,
  type SearchedWord,
} from '../../../../domain/conversation/inbox-search.ts';
import { SERVICE } from '../../../../domain/shared/actor.ts';
import { searchText } from '../../../../domain/shared/search-text.ts';
import type { PhoneNumbers } from '../../../../ports/phone-numbers.ts';
import { identityOf, inTransactionAs } from '../database.ts';
import { findCustomers } from './find-customers.ts';

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
const EXCERPT = 120;
/** The match is looked for in so much of a message. */
const LOOKED_THROUGH = 4_000;
const WORD = /\S+/g;

/**
 * Ids of conversations by words of a message, and of customers by name or number; bounded, latest first.
 * Under a row policy PostgreSQL may use neither the full-text nor the trigram index (their operators are
 * not leakproof), so the ids are found as the service, and the rows are then read with the caller's rights.
 * The caller has been checked to be staff that may read messages.
 */
export async function searchConversations(
  db: Knex,
  text: string,
  phones: PhoneNumbers,
): Promise<Found> {
  const search = readInboxSearch(text, (number) => phones.parse(number));
  const { words } = search;
  return inTransactionAs(db, identityOf(SERVICE), async (trx) => {
    const messages = words.length === 0 ? [] : await byWords(trx, words);
    const userIds = await findCustomers(trx, search);
    const matches = new Map<string, string>();
    for (const { conversation_id: id, content } of messages)
      if (!matches.has(id)) matches.set(id, excerpt(content, words));
    return { conversationIds: [...matches.keys()], userIds, matches };
  });
}

/**
 * All words in any order, each whole or in its parts, the last one as a beginning: results come while it is being
 * typed.
 */
function textQuery(words: readonly SearchedWord[]): string {
  return words
    .map(({ whole, parts }, index) => {
      const end = index === words.length - 1 ? ':*' : '';
      const together = parts
        .map((part, nth) => `'${part}'${nth === parts.length - 1 ? end : ''}`)
        .join(' & ');
      return parts.length === 1 ? together : `(${together} | '${whole}'${end})`;
    })
    .join(' & ');
}

interface Hit {
  readonly conversation_id: string;
  readonly content: string;
  readonly total: number;
}

/**
 * The planner cannot know how many messages hold a word's beginning and would at times walk through all of them, so
 * it is told: the
 * full-text index, up to a bound, and for words so common that the bound is met, the latest messages in turn.
 */
async function byWords(
  trx: Knex.Transaction,
  words: readonly SearchedWord[],
): Promise<readonly Hit[]> {
  const query = textQuery(words);
  const matching = (limit: number, total: string) =>
    trx.raw<{ rows: Hit[] }>(
      `select conversation_id, content, ${total} as total from messages
       where to_tsvector('lea.french_unaccent', lea.search_text(content)) @@ to_tsquery('lea.french_unaccent', ?)
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

/** The surroundings of the first word that was looked for. */
function excerpt(content: string, words: readonly SearchedWord[]): string {
  const flat = content.slice(0, LOOKED_THROUGH).replace(/\s+/g, ' ');
  let at = 0;
  for (const { 0: word, index } of flat.matchAll(WORD)) {
    const text = searchText(word);
    if (!words.some((sought) => holdsWord(text, sought))) continue;
    at = index;
    break;
  }
  const start = Math.max(0, at - 30);
  return `${start > 0 ? '…' : ''}${flat.slice(start, start + EXCERPT)}`;
}
