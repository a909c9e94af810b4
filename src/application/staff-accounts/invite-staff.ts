import { trace } from '../../domain/audit/audit-entry.ts';
import type { Language, UserId } from '../../domain/customer/customer.ts';
import type { Actor, StaffRole } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Mailer } from '../../ports/mailer.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { authorise } from '../audit/authorise.ts';
import { invitation } from './invitation.ts';
import type { StaffAccountDeps } from './staff-rules.ts';

export interface InviteStaffDeps extends StaffAccountDeps {
  readonly mailer: Mailer;
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
  readonly publicUrl: string;
}

export interface InviteStaffCommand {
  readonly actor: Actor;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly language: Language;
  /** The id that the account has elsewhere; only where sign-in is not ours. */
  readonly userId?: UserId | undefined;
}

/**
 * Makes an account without a password and tells the person by mail how to sign in. The account stands even
 * when the mail fails: `mailed` says so, and the person can ask for a link at any time.
 */
export class InviteStaff {
  readonly #deps: InviteStaffDeps;

  constructor(deps: InviteStaffDeps) {
    this.#deps = deps;
  }

  async execute(command: InviteStaffCommand): Promise<{ userId: UserId; mailed: boolean }> {
    const { accounts, uow, mailer, ids, settings, publicUrl } = this.#deps;
    const { actor, name, role, language } = command;
    await authorise(uow, actor, 'staff.invite');
    if (accounts.makesSignIn === (command.userId !== undefined)) {
      throw new LeaError(
        'unprocessable',
        accounts.makesSignIn ? 'user_id_unexpected' : 'user_id_required',
        accounts.makesSignIn
          ? 'Accounts get their id here.'
          : 'Create the account where sign-in is kept, and give its id.',
      );
    }
    const userId = command.userId ?? (ids.uuid() as UserId);
    const email = command.email.trim().toLowerCase();
    await accounts.add(
      actor,
      { id: userId, email, name, role, language },
      trace(actor, 'staff.invite', { rows: [userId] }),
    );
    const mail = invitation({
      name,
      email,
      publicUrl,
      language,
      shop: settings.current().shopName,
    });
    const mailed = await mailer.send(mail).then(() => true, toleratesProvider);
    return { userId, mailed };
  }
}

function toleratesProvider(error: unknown): false {
  if (error instanceof ProviderError) return false;
  throw error;
}
