import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, row } from './shapes.ts';

/** What staff do with a conversation; each answers with its row, so lists can simply be read again. */
const conversation = z.object({ conversation_id: id });

/** Either the customer's id or a phone number, which may be new. */
const person = z.object({
  user_id: id.optional(),
  phone_number: z.string().trim().min(1).max(40).optional(),
});
const isOnePerson = (body: z.infer<typeof person>): boolean =>
  (body.user_id === undefined) !== (body.phone_number === undefined);
const onePerson = {
  path: ['user_id'],
  error: 'Either user_id or phone_number is expected, not both.',
};

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
export const createOrderLink = endpoint({
  method: 'POST',
  path: '/functions/create-order-link',
  body: conversation.extend({
    items: z
      .array(z.object({ product_id: id, quantity: z.int().min(1).max(999) }))
      .min(1)
      .max(50),
  }),
  response: row,
});
export const deleteUserData = endpoint({
  method: 'DELETE',
  path: '/functions/delete-user-data',
  body: person.refine(isOnePerson, onePerson),
  response: z.record(z.string(), z.int()).describe('How many rows were erased, by table'),
});
export const exportUserData = endpoint({
  method: 'GET',
  path: '/functions/export-user-data',
  query: z.object({ user_id: id }),
  response: z
    .record(z.string(), z.unknown())
    .describe('Everything held about the person, by table'),
});
export const exportUserFolder = endpoint({
  method: 'GET',
  path: '/functions/export-user-folder',
  query: z.object({ user_id: id }),
  response: z.string(),
});
