import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { StaffAccount, StaffAccounts } from '../../ports/staff-accounts.ts';
import { mustBeAdmin } from './staff-rules.ts';

/** Demands a second factor of a member of staff: without one, the account reaches nothing but enrolment. */
export class RequireTwoFactor {
  readonly #accounts: StaffAccounts;

  constructor(needs: { readonly accounts: StaffAccounts }) {
    this.#accounts = needs.accounts;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly required: boolean;
  }): Promise<StaffAccount> {
    const { actor, userId, required } = command;
    mustBeAdmin(actor);
    if (!this.#accounts.makesSignIn) {
      throw new LeaError(
        'unprocessable',
        'two_factor_elsewhere',
        'The second factor is set where sign-in is kept.',
      );
    }
    return this.#accounts.change(actor, userId, () => ({ twoFactorRequired: required }));
  }
}
