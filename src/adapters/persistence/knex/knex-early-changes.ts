import type { Knex } from 'knex';
import type { EarlyChange, EarlyChanges } from '../../../ports/repositories/early-changes.ts';
import { cleanText } from './json-text.ts';

interface Row {
  readonly provider_id: string;
  readonly chat_id: string | null;
  readonly text: string | null;
}

export class KnexEarlyChanges implements EarlyChanges {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async keep(changes: readonly EarlyChange[], now: Date): Promise<void> {
    for (const { providerId, chatId, text } of changes)
      await this.#trx.raw(
        `insert into early_changes as kept (provider_id, chat_id, text, received_at) values (?, ?, ?, ?)
         on conflict (provider_id) do update set text = excluded.text, chat_id = coalesce(excluded.chat_id, kept.chat_id)
           where kept.text is not null`,
        [providerId, chatId, text === null ? null : cleanText(text), now],
      );
  }

  async take(providerIds: readonly string[]): Promise<readonly EarlyChange[]> {
    if (providerIds.length === 0) return [];
    const { rows } = await this.#trx.raw<{ rows: Row[] }>(
      'delete from early_changes where provider_id = any(?) returning provider_id, chat_id, text',
      [[...providerIds]],
    );
    return rows.map((row) => ({
      providerId: row.provider_id,
      chatId: row.chat_id,
      text: row.text,
    }));
  }

  async met(limit: number): Promise<readonly string[]> {
    return this.#trx('early_changes as e')
      .join('messages as m', 'm.provider_id', 'e.provider_id')
      .orderBy('e.received_at')
      .limit(limit)
      .pluck<string[]>('e.provider_id');
  }

  async dropBefore(instant: Date): Promise<number> {
    return this.#trx('early_changes').where('received_at', '<', instant).delete();
  }
}
