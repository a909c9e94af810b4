import type { Knex } from 'knex';
import { doubled } from '../../../domain/conversation/alert.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import { ending, joined } from '../../../domain/conversation/ownership.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { KnexAlerts } from './knex-alerts.ts';
import { columns, KnexConversations } from './knex-conversations.ts';

/** What was said in a conversation and what is open in it. Sums and figures stay with the one that it happened in. */
const MOVES = [
  'messages',
  'conversation_notes',
  'advisor_alerts',
  'turns',
  'recommendations',
] as const;

/**
 * A customer has one open conversation at most: the kept person's goes on, with all that is in the other's, which is
 * closed. Nobody's work on the other holds any more: its lease is taken away.
 */
export async function joinOpenConversations(
  trx: Knex.Transaction,
  kept: UserId,
  other: UserId,
  now: Date,
): Promise<void> {
  const open = await trx('conversations')
    .whereIn('user_id', [kept, other])
    .where('status', 'open')
    .orderBy('id')
    .forUpdate()
    .select<{ id: ConversationId; user_id: UserId }[]>('id', 'user_id');
  const conversations = new KnexConversations(trx);
  const [stays, goes] = await Promise.all(
    [kept, other].map(async (userId) => {
      const id = open.find((row) => row.user_id === userId)?.id;
      return id === undefined ? null : conversations.get(id);
    }),
  );
  if (stays == null || goes == null) return;
  const alerts = new KnexAlerts(trx);
  const twice = doubled([...(await alerts.openOf(stays.id)), ...(await alerts.openOf(goes.id))]);
  if (twice.length > 0)
    await trx('advisor_alerts').whereIn('id', twice).update({ handled_at: now });
  for (const table of MOVES)
    await trx(table).where('conversation_id', goes.id).update({ conversation_id: stays.id });
  await trx('conversations')
    .where('id', stays.id)
    .update(columns(joined(stays, goes)));
  await trx.raw(
    `update conversations k set
       dialogue = case when g.last_message_at > k.last_message_at then g.dialogue else k.dialogue end,
       summary = coalesce(k.summary, g.summary),
       last_message_at = greatest(k.last_message_at, g.last_message_at),
       last_inbound_at = greatest(k.last_inbound_at, g.last_inbound_at),
       unread_count = k.unread_count + g.unread_count,
       labels = array(select distinct label from unnest(k.labels || g.labels) as label order by label),
       due_at = least(k.due_at, g.due_at)
     from conversations g where k.id = ? and g.id = ?`,
    [stays.id, goes.id],
  );
  await trx('conversations')
    .where('id', goes.id)
    .update({
      ...columns(ending(now)),
      due_at: null,
      lease_owner: null,
      lease_expires_at: null,
      unread_count: 0,
    });
}
