import type { UserId } from '../customer/customer.ts';

export type StaffRole = 'admin' | 'product_editor' | 'support';

/** Where somebody acts from. */
export interface Origin {
  readonly channel: 'dashboard' | 'api' | 'slack';
  /** The IP address as the server trusts it; null when none can be believed. */
  readonly address: string | null;
  /** The id of the person where the door is not ours: Slack's. */
  readonly externalId?: string;
}

/**
 * Who acts, and so under whose rights the database is used. The service with an origin is a program that holds
 * its key, or Slack; without one it is Léa herself.
 */
export type Actor =
  | { readonly kind: 'service'; readonly from?: Origin }
  | { readonly kind: 'anonymous'; readonly from?: Origin }
  | {
      readonly kind: 'staff';
      readonly userId: UserId;
      readonly role: StaffRole;
      readonly from?: Origin;
    };

export const SERVICE: Actor = { kind: 'service' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };
