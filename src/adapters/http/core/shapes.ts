import { z } from 'zod';

/** An id as PostgreSQL takes it: any well-formed UUID, whatever its version. */
export const id = z.guid().toLowerCase();

/** Either the customer's id or a phone number, which may be new. */
export const person = z.object({
  user_id: id.optional(),
  phone_number: z.string().trim().min(1).max(40).optional(),
});
export const isOnePerson = (body: z.infer<typeof person>): boolean =>
  (body.user_id === undefined) !== (body.phone_number === undefined);
export const onePerson = {
  path: ['user_id'],
  error: 'Either user_id or phone_number is expected, not both.',
};

/** What amounts are in: equal in worth, both shown as FCFA. */
export const currency = z.enum(['XAF', 'XOF']);

/** A row as `/rest/v1` shows it, with the columns of the database. */
export const row = z.record(z.string(), z.unknown()).describe('The row as /rest/v1 shows it');

/** Every error of every endpoint. */
export const problem = z.object({
  code: z.string().describe('Stable; programs may rely on it'),
  message: z.string().describe('A sentence for people'),
  details: z.unknown().optional(),
});
