import type { Knex } from 'knex';
import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  DeletionEntry,
  Erasure,
  ErasureConfirmation,
  MediaPurge,
  PersonalRows,
  Traces,
} from '../../../ports/repositories/erasure.ts';
import { exportRows, numbersOf } from './export-rows.ts';

/** Where a person's rows are: by what leads to them. Order matters: what refers goes first. */
const OF_CONVERSATIONS = [
  'recommendations',
  'unmet_demand',
  'advisor_alerts',
  'conversation_notes',
  'messages',
] as const;
const OF_PERSON = [
  'campaign_messages',
  'loyalty_coupons',
  'restock_requests',
  'consent_logs',
  'export_links',
  'push_subscriptions',
  'customer_aliases',
] as const;
const OF_BOTH = ['survey_answers', 'turns'] as const;

export class KnexErasure implements Erasure {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async traces(userId: UserId): Promise<Traces> {
    const aliases = await this.#trx('customer_aliases')
      .where('user_id', userId)
      .orderBy(['created_at', 'alias'])
      .pluck<string[]>('alias');
    const providerIds = await this.#trx('messages')
      .whereIn('conversation_id', this.#conversations(userId))
      .whereNotNull('provider_id')
      .pluck<string[]>('provider_id');
    const { rows: files } = await this.#trx.raw<{ rows: { key: string }[] }>(
      `select m.attachment ->> 'storageKey' as key from messages m join conversations c on c.id = m.conversation_id
       where c.user_id = ? and m.attachment ->> 'storageKey' is not null`,
      [userId],
    );
    return { aliases, providerIds, files: files.map(({ key }) => key) };
  }

  async lastChatOf(userId: UserId): Promise<string | null> {
    const row = await this.#trx('conversations')
      .where('user_id', userId)
      .whereNotNull('chat_id')
      .orderBy('started_at', 'desc')
      .first<{ readonly chat_id: string } | undefined>('chat_id');
    return row?.chat_id ?? null;
  }

  async purge(userId: UserId): Promise<Readonly<Record<string, number>>> {
    const trx = this.#trx;
    const counts: Record<string, number> = {};
    const digits = await numbersOf(trx, userId);
    const conversations = await trx('conversations').where('user_id', userId).pluck<string[]>('id');
    const theirs = () => this.#conversations(userId);
    await trx('order_events')
      .whereIn(
        'order_id',
        trx('orders').select('id').where('user_id', userId).orWhereIn('conversation_id', theirs()),
      )
      .whereNotNull('reason')
      .update({ reason: null });
    counts['orders'] = await trx('orders')
      .where('user_id', userId)
      .orWhereIn('conversation_id', theirs())
      .update({ user_id: null, conversation_id: null, tracking_url: null, cancel_reason: null });
    for (const table of OF_BOTH)
      counts[table] = await trx(table)
        .where('user_id', userId)
        .orWhereIn('conversation_id', theirs())
        .delete();
    for (const table of OF_CONVERSATIONS)
      counts[table] = await trx(table).whereIn('conversation_id', theirs()).delete();
    for (const table of OF_PERSON)
      counts[table] = await trx(table).where('user_id', userId).delete();
    counts['conversations'] = await trx('conversations').where('user_id', userId).delete();
    // Events kept aside may quote the person by number.
    counts['quarantined_events'] =
      digits.length === 0
        ? 0
        : (
            await trx.raw<{ rowCount: number }>(
              `delete from quarantined_events where raw::text like any(?)`,
              [digits.map((number) => `%${number}%`)],
            )
          ).rowCount;
    counts['early_changes'] = (
      await trx.raw<{ rowCount: number }>(
        `delete from early_changes where regexp_replace(chat_id, '[:@].*$', '') = any(?)`,
        [[...digits]],
      )
    ).rowCount;
    await this.#forgetAnswers([userId, ...conversations, ...digits]);
    counts['users'] = await trx('users').where({ id: userId, role: 'customer' }).delete();
    return counts;
  }

  /** Answers and keys that clients may repeat name people by id, or by whatever their program put into the key. */
  async #forgetAnswers(names: readonly string[]): Promise<void> {
    await this.#trx.raw(
      `delete from idempotency_keys where concat_ws(' ', scope, key, response::text) like any(?)`,
      [names.map((name) => `%${name}%`)],
    );
  }

  async consentsOf(userId: UserId): Promise<DeletionEntry['consents']> {
    const rows = await this.#trx('consent_logs')
      .where('user_id', userId)
      .orderBy('timestamp')
      .select<
        { purpose: string; consent_given: boolean; version: string | null; timestamp: Date }[]
      >('purpose', 'consent_given', 'version', 'timestamp');
    return rows.map((row) => ({
      purpose: row.purpose,
      given: row.consent_given,
      version: row.version,
      at: row.timestamp.toISOString(),
    }));
  }

  async log(entry: DeletionEntry): Promise<void> {
    await this.#trx('deletion_logs').insert({
      id: entry.id,
      subject_hash: entry.subjectHash,
      deleted_at: entry.deletedAt,
      requested_by: entry.requestedBy,
      counts: JSON.stringify(entry.counts),
      consents: JSON.stringify(entry.consents),
      hash_expires_at: entry.hashExpiresAt,
    });
  }

  async rememberKeys(hashes: readonly string[], expiresAt: Date): Promise<void> {
    if (hashes.length === 0) return;
    await this.#trx.raw(
      `insert into erased_keys (key_hash, expires_at) select distinct hash, ?::timestamptz from unnest(?::text[]) as hash
       on conflict (key_hash) do update set expires_at = greatest(erased_keys.expires_at, excluded.expires_at)`,
      [expiresAt, [...hashes]],
    );
  }

  async erasedAmong(hashes: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const { rows } = await this.#trx.raw<{ rows: { key_hash: string }[] }>(
      'select key_hash from erased_keys where key_hash = any(?) and expires_at > ?',
      [[...hashes], now],
    );
    return new Set(rows.map((row) => row.key_hash));
  }

  async oweMediaPurge({ id, folders }: MediaPurge): Promise<void> {
    await this.#trx('media_purges').insert({ id, folders: [...folders] });
  }

  async getMediaPurge(id: string): Promise<MediaPurge | null> {
    const row = await this.#trx('media_purges')
      .where('id', id)
      .first<MediaPurge | undefined>('id', 'folders');
    return row ?? null;
  }

  async dropMediaPurge(id: string): Promise<void> {
    await this.#trx('media_purges').where('id', id).delete();
  }

  async mediaPurgesBefore(moment: Date): Promise<readonly string[]> {
    return this.#trx('media_purges')
      .where('created_at', '<', moment)
      .orderBy('created_at')
      .pluck<string[]>('id');
  }

  async oweConfirmation(confirmation: ErasureConfirmation): Promise<void> {
    await this.#trx('erasure_confirmations').insert({
      id: confirmation.id,
      chat_id: confirmation.chatId,
      language: confirmation.language,
    });
  }

  async getConfirmation(id: string): Promise<ErasureConfirmation | null> {
    const row = await this.#trx('erasure_confirmations')
      .where('id', id)
      .first<{ id: string; chat_id: string; language: 'fr' | 'en' } | undefined>('*');
    return row === undefined ? null : { id: row.id, chatId: row.chat_id, language: row.language };
  }

  async dropConfirmation(id: string): Promise<void> {
    await this.#trx('erasure_confirmations').where('id', id).delete();
  }

  async addExportLink(link: {
    readonly tokenHash: string;
    readonly userId: UserId;
    readonly expiresAt: Date;
  }): Promise<void> {
    await this.#trx('export_links').insert({
      token_hash: link.tokenHash,
      user_id: link.userId,
      expires_at: link.expiresAt,
    });
  }

  async takeExportLink(tokenHash: string, now: Date): Promise<UserId | null> {
    const [row] = await this.#trx('export_links')
      .where('token_hash', tokenHash)
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .update({ used_at: now })
      .returning<{ user_id: UserId }[]>('user_id');
    return row?.user_id ?? null;
  }

  exportOf(userId: UserId): Promise<PersonalRows> {
    return exportRows(this.#trx, userId);
  }

  #conversations(userId: UserId): Knex.QueryBuilder {
    return this.#trx('conversations').select('id').where('user_id', userId);
  }
}
