import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor, StaffRole } from '../../domain/shared/actor.ts';
import type { StaffAccount, StaffAccounts } from '../../ports/staff-accounts.ts';
import { mustBeAdmin, mustKeepAnAdmin, mustNotBeSelf } from './staff-rules.ts';

/** Gives a member of staff another role; it counts from their next request on. */
export class ChangeRole {
  readonly #accounts: StaffAccounts;

  constructor(needs: { readonly accounts: StaffAccounts }) {
    this.#accounts = needs.accounts;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly role: StaffRole;
  }): Promise<StaffAccount> {
    const { actor, userId, role } = command;
    mustBeAdmin(actor);
    if (role !== 'admin') mustNotBeSelf(actor, userId);
    return this.#accounts.change(actor, userId, (current, otherAdmins) => {
      if (current.role === role) return {};
      mustKeepAnAdmin(current, otherAdmins);
      return { role };
    });
  }
}
