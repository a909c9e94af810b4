import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { StaffAccount } from '../../ports/staff-accounts.ts';
import { authorise } from '../audit/authorise.ts';
import type { StaffAccountDeps } from './staff-rules.ts';

/** Demands a second factor of a member of staff: without one, the account reaches nothing but enrolment. */
export class RequireTwoFactor {
  readonly #deps: StaffAccountDeps;

  constructor(deps: StaffAccountDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly userId: UserId;
    readonly required: boolean;
  }): Promise<StaffAccount> {
    const { actor, userId, required } = command;
    const { accounts, uow } = this.#deps;
    await authorise(uow, actor, 'staff.require_two_factor');
    if (!accounts.makesSignIn) {
      throw new LeaError(
        'unprocessable',
        'two_factor_elsewhere',
        'The second factor is set where sign-in is kept.',
      );
    }
    return accounts.change(
      actor,
      userId,
      () => ({ twoFactorRequired: required }),
      trace(actor, 'staff.require_two_factor', {
        rows: [userId],
        columns: ['two_factor_required'],
      }),
    );
  }
}
