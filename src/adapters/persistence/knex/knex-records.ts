import type { Knex } from 'knex';
import type { Turn } from '../../../domain/conversation/turn.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  Quarantine,
  Recommendations,
  Turns,
  UnmetDemand,
} from '../../../ports/repositories/records.ts';
import { toJsonb, toJsonbOfAnything } from './json-text.ts';

export class KnexTurns implements Turns {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async insert(turn: Turn): Promise<void> {
    await this.#trx('turns').insert({
      id: turn.id,
      conversation_id: turn.conversationId,
      user_id: turn.userId,
      started_at: turn.startedAt,
      finished_at: turn.finishedAt,
      outcome: turn.outcome,
      triage: turn.triage === null ? null : toJsonb(turn.triage),
      candidates: toJsonb(turn.candidates),
      model: turn.model,
      model_calls: turn.modelCalls,
      prompt_tokens: turn.promptTokens,
      cached_tokens: turn.cachedTokens,
      completion_tokens: turn.completionTokens,
      cost_milli_cfa: turn.costMilliCfa,
      response_ms: turn.responseMs,
    });
  }

  async modelTurnsSince(userId: UserId, since: Date): Promise<number> {
    const row = await this.#trx('turns')
      .where('user_id', userId)
      .where('model_calls', '>', 0)
      .where('started_at', '>=', since)
      .count<{ count: number }[]>('* as count')
      .first();
    return row?.count ?? 0;
  }

  async costMilliCfaSince(since: Date): Promise<number> {
    const { rows } = await this.#trx.raw<{ rows: { cost: number }[] }>(
      'select coalesce(sum(cost_milli_cfa), 0)::bigint as cost from turns where started_at >= ?',
      [since],
    );
    return rows[0]?.cost ?? 0;
  }
}

export class KnexRecommendations implements Recommendations {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async insert(rows: Parameters<Recommendations['insert']>[0]): Promise<void> {
    if (rows.length === 0) return;
    await this.#trx('recommendations').insert(
      rows.map((row) => ({
        id: row.id,
        conversation_id: row.conversationId,
        product_id: row.productId,
        turn_id: row.turnId,
        rank: row.rank,
        reason: row.reason,
        recommended_at: row.at,
      })),
    );
  }
}

export class KnexUnmetDemand implements UnmetDemand {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async record(entry: Parameters<UnmetDemand['record']>[0]): Promise<void> {
    await this.#trx('unmet_demand').insert({
      id: entry.id,
      conversation_id: entry.conversationId,
      query: entry.query,
      need_key: entry.needKey,
      category: entry.category,
      reason: entry.reason,
      product_id: entry.productId,
      asked_at: entry.at,
    });
  }
}

export class KnexQuarantine implements Quarantine {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async add(entries: Parameters<Quarantine['add']>[0]): Promise<void> {
    if (entries.length === 0) return;
    await this.#trx('quarantined_events').insert(
      entries.map((entry) => ({
        id: entry.id,
        channel: entry.channel,
        reason: entry.reason,
        raw: toJsonbOfAnything(entry.raw),
        received_at: entry.at,
      })),
    );
  }
}
