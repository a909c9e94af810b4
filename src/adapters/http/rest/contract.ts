import { z } from 'zod';
import { CONSENT_PURPOSES } from '../../../domain/customer/customer.ts';
import { id, row } from '../core/shapes.ts';

export type { TableName } from '../../../ports/shown-tables.ts';

export const consentBody = z.strictObject({
  user_id: id,
  consent_given: z.boolean(),
  purpose: z.enum(CONSENT_PURPOSES).default('service'),
  version: z.string().trim().min(1).max(300).nullable().default(null),
  message_id: id.nullable().default(null),
  timestamp: z.iso.datetime({ offset: true }).nullable().default(null),
});

export const alertChanges = z.strictObject({ handled_by: id });

/** Rows as PostgREST answers them. */
export const rows = z.array(row);
