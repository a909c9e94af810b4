import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { StaffAccount } from '../../ports/staff-accounts.ts';

/** Accounts are the admins' business, and that of a program with the service key. */
export function mustBeAdmin(actor: Actor): void {
  if (actor.kind === 'service' || (actor.kind === 'staff' && actor.role === 'admin')) return;
  throw new LeaError('forbidden', 'forbidden', 'Only an admin manages staff accounts.');
}

/** Locking oneself out is never what somebody meant. */
export function mustNotBeSelf(actor: Actor, id: UserId): void {
  if (actor.kind !== 'staff' || actor.userId !== id) return;
  throw new LeaError(
    'conflict',
    'own_account',
    'Another admin has to do that to your own account.',
  );
}

/** A shop without an admin could only be repaired from outside. */
export function mustKeepAnAdmin(current: StaffAccount, otherAdmins: number): void {
  if (current.role !== 'admin' || current.disabledAt !== null || otherAdmins > 0) return;
  throw new LeaError('conflict', 'last_admin', 'This is the last admin who can sign in.');
}
