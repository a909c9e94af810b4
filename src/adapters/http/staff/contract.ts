import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

const role = z.enum(['admin', 'product_editor', 'support']);
const instant = z.iso.datetime();

/** A member of staff as the page of accounts shows them. */
export const staffAccount = z.object({
  id,
  name: z.string().nullable(),
  email: z.string().nullable().describe('Null where sign-in is kept elsewhere'),
  role,
  language: z.enum(['fr', 'en']),
  disabled_at: instant.nullable(),
  two_factor_enabled: z.boolean(),
  two_factor_required: z.boolean(),
  created_at: instant,
});

export const listStaff = endpoint({
  method: 'GET',
  path: '/functions/staff',
  response: z.object({ staff: z.array(staffAccount) }),
});

export const inviteStaff = endpoint({
  method: 'POST',
  path: '/functions/invite-staff',
  body: z.object({
    email: z.email().max(200),
    name: z.string().trim().min(1).max(120),
    role,
    language: z.enum(['fr', 'en']).default('fr'),
    user_id: id
      .optional()
      .describe('Only with IDENTITY=supabase: the id that the account has there'),
  }),
  response: z.object({
    id,
    mailed: z.boolean().describe('False when the mail failed; the account stands'),
  }),
});

export const disableStaff = endpoint({
  method: 'POST',
  path: '/functions/disable-staff',
  body: z.object({ user_id: id, disabled: z.boolean().default(true) }),
  response: staffAccount,
});

export const changeRole = endpoint({
  method: 'POST',
  path: '/functions/change-role',
  body: z.object({ user_id: id, role }),
  response: staffAccount,
});

export const requireTwoFactor = endpoint({
  method: 'POST',
  path: '/functions/require-two-factor',
  body: z.object({ user_id: id, required: z.boolean() }),
  response: staffAccount,
});
