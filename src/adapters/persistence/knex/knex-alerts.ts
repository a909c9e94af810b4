import type { Knex } from 'knex';
import type { Alert, AlertId, AlertSeverity } from '../../../domain/conversation/alert.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Alerts } from '../../../ports/repositories/records.ts';

interface Row {
  readonly id: AlertId;
  readonly conversation_id: ConversationId | null;
  readonly category: string;
  readonly severity: AlertSeverity;
  readonly reason: string;
  readonly triggered_at: Date;
  readonly handled_by: UserId | null;
  readonly handled_at: Date | null;
}

export class KnexAlerts implements Alerts {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async raise(alert: Alert): Promise<{ readonly alert: Alert; readonly isNew: boolean }> {
    const [row] = await this.#trx
      .raw<{ rows: (Row & { is_new: boolean })[] }>(
        // The empty update takes the row's lock and makes it visible to RETURNING.
        `insert into advisor_alerts (id, conversation_id, category, severity, reason, triggered_at) values (?, ?, ?, ?, ?, ?)
       on conflict (conversation_id, category) where handled_at is null do update set reason = advisor_alerts.reason
       returning *, (xmax = 0) as is_new`,
        [
          alert.id,
          alert.conversationId,
          alert.category,
          alert.severity,
          alert.reason,
          alert.triggeredAt,
        ],
      )
      .then(({ rows }) => rows);
    return { alert: fromRow(row!), isNew: row!.is_new };
  }

  async get(id: AlertId): Promise<Alert | null> {
    const row = await this.#trx('advisor_alerts').where('id', id).first<Row | undefined>('*');
    return row === undefined ? null : fromRow(row);
  }

  async openOf(conversationId: ConversationId): Promise<readonly Alert[]> {
    const rows = await this.#trx('advisor_alerts')
      .where('conversation_id', conversationId)
      .whereNull('handled_at')
      .orderBy('triggered_at')
      .limit(100)
      .select<Row[]>('*');
    return rows.map(fromRow);
  }

  async handleAll(
    conversationId: ConversationId,
    by: UserId | null,
    now: Date,
  ): Promise<readonly AlertId[]> {
    const rows = await this.#trx('advisor_alerts')
      .where('conversation_id', conversationId)
      .whereNull('handled_at')
      .update({ handled_at: now, handled_by: by })
      .returning<{ id: AlertId }[]>('id');
    return rows.map((row) => row.id);
  }
}

const fromRow = (row: Row): Alert => ({
  id: row.id,
  conversationId: row.conversation_id,
  category: row.category,
  severity: row.severity,
  reason: row.reason,
  triggeredAt: row.triggered_at,
  handledBy: row.handled_by,
  handledAt: row.handled_at,
});
