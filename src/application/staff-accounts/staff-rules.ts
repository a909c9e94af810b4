import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { StaffAccount, StaffAccounts } from '../../ports/staff-accounts.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

export interface StaffAccountDeps {
  readonly accounts: StaffAccounts;
  readonly uow: UnitOfWork;
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
