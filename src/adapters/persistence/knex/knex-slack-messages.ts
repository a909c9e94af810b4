import type { Knex } from 'knex';
import { inTransactionAs } from './database.ts';

interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
}

/** Where Slack showed an alert, so that any process can update that message. */
export class KnexSlackMessages {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async save(alertId: string, message: SlackMessage): Promise<void> {
    await this.#as((trx) =>
      trx('slack_messages')
        .insert({ alert_id: alertId, channel: message.channel, ts: message.ts })
        .onConflict('alert_id')
        .merge(),
    );
  }

  async find(alertId: string): Promise<SlackMessage | null> {
    const row = await this.#as((trx) =>
      trx('slack_messages')
        .where('alert_id', alertId)
        .first<SlackMessage | undefined>('channel', 'ts'),
    );
    return row ?? null;
  }

  #as<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return inTransactionAs(this.#db, { role: 'service_role', claims: {} }, work);
  }
}
