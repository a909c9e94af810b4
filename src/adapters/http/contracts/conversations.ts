import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/**
 * The outer contract's conversation endpoints as the dashboard uses them. Their answers are rows that the
 * dashboard does not read: it refreshes its own lists.
 */
const row = z.record(z.string(), z.unknown());
const conversation = z.object({ conversation_id: z.uuid() });

export const sendMessage = endpoint({
  method: 'POST',
  path: '/functions/send-message',
  body: conversation.extend({ content: z.string().trim().min(1).max(4000) }),
  response: row,
});
export const takeOver = endpoint({ method: 'POST', path: '/functions/take-over', body: conversation, response: row });
export const handBack = endpoint({ method: 'POST', path: '/functions/hand-back', body: conversation, response: row });
export const closeConversation = endpoint({ method: 'POST', path: '/functions/close-conversation', body: conversation, response: row });
export const createOrderLink = endpoint({
  method: 'POST',
  path: '/functions/create-order-link',
  body: conversation.extend({ items: z.array(z.object({ product_id: z.uuid(), quantity: z.int().min(1).max(999) })).min(1).max(50) }),
  response: row,
});
export const deleteUserData = endpoint({
  method: 'DELETE',
  path: '/functions/delete-user-data',
  body: z.object({ user_id: z.uuid() }),
  response: row,
});
