import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { MessageId } from '../../../domain/message/message.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { StaffReads } from '../../../ports/staff-reads.ts';
import type { LabelConversation } from '../../../application/inbox/label-conversation.ts';
import type { MarkRead } from '../../../application/inbox/mark-read.ts';
import type { NoteConversation } from '../../../application/inbox/note-conversation.ts';
import type { SnoozeConversation } from '../../../application/inbox/snooze-conversation.ts';
import type { MarkSold } from '../../../application/orders/mark-sold.ts';
import type { ApproveReply } from '../../../application/staff/approve-reply.ts';
import * as contracts from './actions-contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { RowReply } from '../core/reply.ts';
import type { Presence } from './presence.ts';

export interface InboxActionDeps {
  readonly reads: StaffReads;
  readonly markRead: Pick<MarkRead, 'execute'>;
  readonly presence: Presence;
  readonly labelConversation: Pick<LabelConversation, 'execute'>;
  readonly snoozeConversation: Pick<SnoozeConversation, 'execute'>;
  readonly noteConversation: Pick<NoteConversation, 'execute'>;
  readonly markSold: Pick<MarkSold, 'execute'>;
  readonly approveReply: Pick<ApproveReply, 'execute'>;
}

const COMMON = { tag: 'Inbox' } as const;
const MISSING = { 404: 'conversation_not_found' } as const;
const DONE = { ok: true } as const;
const conversation = (id: string): ConversationId => id as ConversationId;

/** What an advisor does with a conversation beyond the outer contract. */
export function inboxActionRoutes(deps: InboxActionDeps): readonly Route[] {
  const { reads, markRead, presence, markSold, approveReply } = deps;
  const { labelConversation: label, snoozeConversation: snooze, noteConversation: note } = deps;
  return [
    defineRoute(contracts.addNote, {
      ...COMMON,
      who: 'note.add',
      summary: 'Adds a private note: the customer and the model never see it',
      status: 201,
      errors: MISSING,
      async handle({ actor, body }) {
        const { id, at } = await note.execute({
          actor,
          conversationId: conversation(body.conversation_id),
          content: body.content,
        });
        const author = actor.kind === 'staff' ? await reads.colleague(actor.userId) : null;
        return { id, author, content: body.content, created_at: at.toISOString() };
      },
    }),
    defineRoute(contracts.markRead, {
      ...COMMON,
      who: 'conversation.mark_read',
      summary: 'Clears the unread count',
      errors: MISSING,
      async handle({ actor, body }) {
        await markRead.execute({ actor, conversationId: conversation(body.conversation_id) });
        return DONE;
      },
    }),
    defineRoute(contracts.presence, {
      ...COMMON,
      who: 'conversation.be_present',
      summary: 'Says where I look, and answers who else looks there',
      async handle({ actor, body }) {
        if (actor.kind !== 'staff')
          throw new LeaError('forbidden', 'staff_only', 'Only people can be present.');
        const others = presence.look(actor.userId, body.conversation_id, body.writing);
        return {
          viewers: await Promise.all(
            others.map(async ({ userId, writing }) => ({
              ...(await reads.colleague(userId)),
              writing,
            })),
          ),
        };
      },
    }),
    defineRoute(contracts.labelConversation, {
      ...COMMON,
      who: 'conversation.label',
      summary: 'Replaces the labels of a conversation',
      errors: MISSING,
      async handle({ actor, body }) {
        await label.execute({
          actor,
          conversationId: conversation(body.conversation_id),
          labels: body.labels,
        });
        return DONE;
      },
    }),
    defineRoute(contracts.snoozeConversation, {
      ...COMMON,
      who: 'conversation.snooze',
      summary: 'Sets a conversation aside until an instant, or brings it back',
      errors: { ...MISSING, 422: 'invalid_snooze' },
      async handle({ actor, body }) {
        await snooze.execute({
          actor,
          conversationId: conversation(body.conversation_id),
          until: body.until === null ? null : new Date(body.until),
        });
        return DONE;
      },
    }),
    defineRoute(contracts.markSold, {
      ...COMMON,
      who: 'order.mark_sold',
      summary: '"Vendu": records a sale that no cart reports',
      idempotent: true,
      errors: {
        404: 'conversation_not_found, product_not_found',
        409: 'already_sold, with the order that it may be; another_sale says that it is not',
        422: 'amount_needed, amount_too_large, quantity_too_large',
      },
      async handle({ actor, body }) {
        const items = body.items?.map((item) => ({
          productId: item.product_id as ProductId,
          quantity: item.quantity,
        }));
        const { orderId } = await markSold.execute({
          actor,
          conversationId: conversation(body.conversation_id),
          amountCfa: body.amount_cfa,
          items,
          anotherSale: body.another_sale,
        });
        return new RowReply('orders', orderId);
      },
    }),
    defineRoute(contracts.approveReply, {
      ...COMMON,
      who: 'message.approve',
      summary: 'Lets a suggested reply go out, as it is or reworded',
      errors: { 404: 'message_not_found', 409: 'not_suggested' },
      async handle({ actor, body }) {
        await approveReply.execute({
          actor,
          messageId: body.message_id as MessageId,
          content: body.content,
        });
        return new RowReply('messages', body.message_id);
      },
    }),
  ];
}
