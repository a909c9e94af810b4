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
    for (const { conversation_id: id, content } of messages) if (!matches.has(id)) matches.set(id, excerpt(content, words));
    return { conversationIds: [...matches.keys()], userIds: customers.map(({ id }) => id), matches };
  });
}

/** All words, the last one as a beginning: results come while it is being typed. */
async function byWords(trx: Knex.Transaction, words: readonly string[]): Promise<readonly { conversation_id: string; content: string }[]> {
  const query = words.map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`).join(' & ');
  const { rows } = await trx.raw<{ rows: { conversation_id: string; content: string }[] }>(
    `select conversation_id, content from messages
     where to_tsvector('lea.french_unaccent', content) @@ to_tsquery('lea.french_unaccent', ?)
     order by timestamp desc limit ?`,
    [query, MESSAGES],
  );
  return rows;
}

async function byCustomer(trx: Knex.Transaction, text: string, digits: string | null): Promise<readonly { id: string }[]> {
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
