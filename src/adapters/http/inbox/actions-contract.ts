import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';
import { threadNote } from './contract.ts';

const done = z.object({ ok: z.literal(true) });
const conversation = z.object({ conversation_id: id });
/** Rows as `/rest/v1` shows them; the dashboard reads its own lists again instead. */
const row = z.record(z.string(), z.unknown());

export const addNote = endpoint({
  method: 'POST',
  path: '/functions/inbox/notes',
  body: conversation.extend({ content: z.string().trim().min(1).max(4000) }),
  response: threadNote,
});

export const markRead = endpoint({
  method: 'POST',
  path: '/functions/inbox/read',
  body: conversation,
  response: done,
});

/** Says that I look at a conversation (or at none) and whether I am writing; answers who else does. */
export const presence = endpoint({
  method: 'POST',
  path: '/functions/inbox/presence',
  body: z.object({ conversation_id: id.nullable(), writing: z.boolean().default(false) }),
  response: z.object({
    viewers: z.array(z.object({ id, name: z.string().nullable(), writing: z.boolean() })),
  }),
});

/** Replaces the labels of a conversation. */
export const labelConversation = endpoint({
  method: 'POST',
  path: '/functions/label-conversation',
  body: conversation.extend({ labels: z.array(z.string().trim().min(1).max(40)).max(20) }),
  response: done,
});

/** Sets a conversation aside until an instant; null brings it back. */
export const snoozeConversation = endpoint({
  method: 'POST',
  path: '/functions/snooze-conversation',
  body: conversation.extend({ until: z.iso.datetime({ offset: true }).nullable() }),
  response: done,
});

export const markSold = endpoint({
  method: 'POST',
  path: '/functions/mark-sold',
  body: conversation
    .extend({
      amount_cfa: z
        .int()
        .min(1)
        .max(100_000_000)
        .optional()
        .describe('What was paid; without it what the items cost today'),
      items: z
        .array(z.object({ product_id: id, quantity: z.int().min(1).max(999) }))
        .max(50)
        .optional(),
      another_sale: z
        .boolean()
        .default(false)
        .describe('It is not the sale that already_sold spoke of'),
    })
    .refine(({ amount_cfa, items = [] }) => amount_cfa !== undefined || items.length > 0, {
      path: ['amount_cfa'],
      error: 'What was paid, or what was sold, is expected.',
    }),
  response: row,
});

export const approveReply = endpoint({
  method: 'POST',
  path: '/functions/approve-reply',
  body: z.object({ message_id: id, content: z.string().trim().min(1).max(4096).optional() }),
  response: row,
});
