import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StaffAccount } from '../../ports/staff-accounts.ts';
import { authorise } from '../audit/authorise.ts';
import { mustKeepAnAdmin, mustNotBeSelf, type StaffAccountDeps } from './staff-rules.ts';

/** Shuts an account, or opens it again. Shutting ends its sessions; doing it twice changes nothing. */
export class DisableStaff {
  readonly #deps: StaffAccountDeps & { readonly clock: Clock };

  constructor(deps: StaffAccountDeps & { readonly clock: Clock }) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly disabled: boolean;
  }): Promise<StaffAccount> {
    const { actor, userId, disabled } = command;
    const { accounts, uow, clock } = this.#deps;
    const action = disabled ? 'staff.disable' : 'staff.enable';
    await authorise(uow, actor, action);
    if (disabled) mustNotBeSelf(actor, userId);
    const now = clock.now();
    return accounts.change(
      actor,
      userId,
      (current, otherAdmins) => {
        if (disabled === (current.disabledAt !== null)) return {};
        if (disabled) mustKeepAnAdmin(current, otherAdmins);
        return { disabledAt: disabled ? now : null };
      },
      trace(actor, action, { rows: [userId], columns: ['disabled_at'] }),
    );
  }
}
