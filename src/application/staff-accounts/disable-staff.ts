import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StaffAccount, StaffAccounts } from '../../ports/staff-accounts.ts';
import { mustBeAdmin, mustKeepAnAdmin, mustNotBeSelf } from './staff-rules.ts';

/** Shuts an account, or opens it again. Shutting ends its sessions; doing it twice changes nothing. */
export class DisableStaff {
  readonly #means: { readonly accounts: StaffAccounts; readonly clock: Clock };

  constructor(means: { readonly accounts: StaffAccounts; readonly clock: Clock }) {
    this.#means = means;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly disabled: boolean;
  }): Promise<StaffAccount> {
    const { actor, userId, disabled } = command;
    mustBeAdmin(actor);
    if (disabled) mustNotBeSelf(actor, userId);
    const now = this.#means.clock.now();
    return this.#means.accounts.change(actor, userId, (current, otherAdmins) => {
      if (disabled === (current.disabledAt !== null)) return {};
      if (disabled) mustKeepAnAdmin(current, otherAdmins);
      return { disabledAt: disabled ? now : null };
    });
  }
}
