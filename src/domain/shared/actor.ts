import type { UserId } from '../customer/customer.ts';

export type StaffRole = 'admin' | 'product_editor' | 'support';

/** Who acts, and so under whose rights the database is used: Léa herself, anybody, or a member of staff. */
export type Actor =
  | { readonly kind: 'service' }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'staff'; readonly userId: UserId; readonly role: StaffRole };

export const SERVICE: Actor = { kind: 'service' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };
