import type { UserId } from '../customer/customer.ts';

export type StaffRole = 'admin' | 'product_editor' | 'support';

/** Who acts: Léa herself, or a member of staff under whose rights the database is then used. */
export type Actor =
  | { readonly kind: 'service' }
  | { readonly kind: 'staff'; readonly userId: UserId; readonly role: StaffRole };

export const SERVICE: Actor = { kind: 'service' };
