import type { Knex } from 'knex';
import type { TurnView } from '../../../../ports/staff-reads.ts';
import { iso } from './iso.ts';

interface TurnRow extends Omit<TurnView, 'started_at' | 'triage' | 'candidates'> {
  readonly started_at: Date;
  readonly triage: {
    readonly severity?: string;
    readonly category?: string | null;
    readonly ruleIds?: string[];
  } | null;
  readonly candidates: TurnView['candidates'];
}

const LAST = 10;

/** Turns with the products that were before Léa, those that she chose first. */
export async function readTurns(
  trx: Knex.Transaction,
  conversationId: string,
  turnId: string | undefined,
): Promise<readonly TurnView[]> {
  const { rows } = await trx.raw<{ rows: TurnRow[] }>(
    `select t.id, t.started_at, t.outcome, t.triage, t.model, t.model_calls, t.prompt_tokens, t.cached_tokens, t.completion_tokens,
            t.cost_milli_cfa, t.response_ms,
            coalesce((
              select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'price_cfa', p.price_cfa, 'stock_qty', p.stock_qty,
                                                  'chosen', r.id is not null, 'reason', r.reason)
                               order by r.rank nulls last, candidate.place)
              from jsonb_array_elements_text(case when jsonb_typeof(t.candidates) = 'array' then t.candidates else '[]' end) with ordinality as candidate (id, place)
              join products p on p.id = candidate.id::uuid
              left join recommendations r on r.conversation_id = t.conversation_id and r.turn_id = t.id and r.product_id = p.id
            ), '[]') as candidates
     from turns t where t.conversation_id = :conversationId ${turnId === undefined ? '' : 'and t.id = :turnId'}
     order by t.started_at desc limit ${LAST}`,
    { conversationId, ...(turnId !== undefined && { turnId }) },
  );
  return rows.map(({ triage, ...row }) => ({
    ...row,
    started_at: iso(row.started_at),
    triage:
      triage === null
        ? null
        : {
            severity: triage.severity ?? 'none',
            category: triage.category ?? null,
            rule_ids: triage.ruleIds ?? [],
          },
  }));
}
