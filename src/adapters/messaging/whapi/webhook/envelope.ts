import { z } from 'zod';
import { LeaError } from '../../../../domain/shared/errors.ts';

const items = z.array(z.unknown(), { error: 'must be an array' }).optional();

const Envelope = z.object(
  {
    messages: items,
    messages_updates: items,
    messages_removed: items,
    statuses: items,
    health: z.looseObject({}, { error: 'must be an object' }).optional(),
    event: z
      .object(
        {
          type: z.string({ error: 'must have a text as its type' }).optional(),
          event: z.string({ error: 'must have a text as its event' }).optional(),
        },
        { error: 'must be an object' },
      )
      .optional(),
    channel_id: z.string({ error: 'must be a text' }).optional(),
  },
  { error: 'must be a JSON object' },
);

export type WhapiEnvelope = z.infer<typeof Envelope>;

/** @throws LeaError `invalid_event` naming the field that makes this no event */
export function readEnvelope(body: unknown): WhapiEnvelope {
  const parsed = Envelope.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path[0];
  const why = issue?.message ?? 'is not readable';
  if (field === undefined) throw new LeaError('invalid', 'invalid_event', `The event ${why}.`);
  const name = String(field);
  throw new LeaError('invalid', 'invalid_event', `The field "${name}" ${why}.`, { field: name });
}
