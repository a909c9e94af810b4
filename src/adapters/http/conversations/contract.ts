import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id, isOnePerson, onePerson, person, row } from '../core/shapes.ts';

/** What staff do with a conversation; each answers with its row, so lists can simply be read again. */
const conversation = z.object({ conversation_id: id });

export const startConversation = endpoint({
  method: 'POST',
  path: '/functions/start-conversation',
  body: person
    .extend({ name: z.string().trim().min(1).max(200).optional() })
    .refine(isOnePerson, onePerson),
  response: row,
});
export const sendMessage = endpoint({
  method: 'POST',
  path: '/functions/send-message',
  body: conversation.extend({
    /** What is longer than a message of WhatsApp's (4,096) goes out as several, in order. */
    content: z.string().trim().min(1).max(16_000),
    /** Comes back on the stored message; the Idempotency-Key stands in for it. */
    echo_id: z.string().min(1).max(200).optional(),
  }),
  response: row,
});
export const takeOver = endpoint({
  method: 'POST',
  path: '/functions/take-over',
  body: conversation,
  response: row,
});
export const handBack = endpoint({
  method: 'POST',
  path: '/functions/hand-back',
  body: conversation,
  response: row,
});
export const closeConversation = endpoint({
  method: 'POST',
  path: '/functions/close-conversation',
  body: conversation,
  response: row,
});
export const triggerAlert = endpoint({
  method: 'POST',
  path: '/functions/trigger-alert',
  body: conversation.extend({ reason: z.string().trim().min(1).max(1000) }),
  response: row,
});
