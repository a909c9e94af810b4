import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';

/**
 * Names say what changed: conversation, message, alert, order, product, settings; and `reset`: read everything
 * again. The data is `{ id, conversation_id? }`; a null id stands for many at once.
 */
export const events = endpoint({ method: 'GET', path: '/events', response: z.string() });
