import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor, StaffRole } from '../../domain/shared/actor.ts';
import type { StaffAccount } from '../../ports/staff-accounts.ts';
import { authorise } from '../audit/authorise.ts';
import { mustKeepAnAdmin, mustNotBeSelf, type StaffAccountDeps } from './staff-rules.ts';

/** Gives a member of staff another role; it counts from their next request on. */
export class ChangeRole {
  readonly #deps: StaffAccountDeps;

  constructor(deps: StaffAccountDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly role: StaffRole;
  }): Promise<StaffAccount> {
    const { actor, userId, role } = command;
    const { accounts, uow } = this.#deps;
    await authorise(uow, actor, 'staff.change_role');
    if (role !== 'admin') mustNotBeSelf(actor, userId);
    const line = trace(actor, 'staff.change_role', { rows: [userId], columns: ['role'] });
    return accounts.change(
      actor,
      userId,
      (current, otherAdmins) => {
        if (current.role === role) return {};
        mustKeepAnAdmin(current, otherAdmins);
        return { role };
      },
      line,
    );
  }
}
