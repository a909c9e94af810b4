import type { z } from 'zod';
import type { ChangeRole } from '../../../application/staff-accounts/change-role.ts';
import type { DisableStaff } from '../../../application/staff-accounts/disable-staff.ts';
import type { InviteStaff } from '../../../application/staff-accounts/invite-staff.ts';
import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { RequireTwoFactor } from '../../../application/staff-accounts/require-two-factor.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { StaffAccount, StaffAccounts } from '../../../ports/staff-accounts.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import * as contract from './contract.ts';

export interface StaffAccountDeps {
  readonly accounts: Pick<StaffAccounts, 'list'>;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
  readonly inviteStaff: Pick<InviteStaff, 'execute'>;
  readonly disableStaff: Pick<DisableStaff, 'execute'>;
  readonly changeRole: Pick<ChangeRole, 'execute'>;
  readonly requireTwoFactor: Pick<RequireTwoFactor, 'execute'>;
}

const COMMON = { tag: 'Staff' } as const;
const MISSING = { 404: 'staff_not_found' } as const;

/** Who works here: inviting, shutting out, roles, and the second factor. */
export function staffAccountRoutes(deps: StaffAccountDeps): readonly Route[] {
  return [
    defineRoute(contract.listStaff, {
      ...COMMON,
      who: 'staff.list',
      summary: 'Everybody who works here',
      async handle({ actor }) {
        const staff = await deps.accounts.list(actor);
        await deps.traceAccess.execute({
          actor,
          action: 'staff.list',
          count: staff.length,
          sameAs: '',
        });
        return { staff: staff.map(shown) };
      },
    }),
    defineRoute(contract.inviteStaff, {
      ...COMMON,
      who: 'staff.invite',
      summary: 'Makes an account and mails how to sign in',
      status: 201,
      errors: { 409: 'email_taken, user_exists', 422: 'user_id_required, user_id_unexpected' },
      async handle({ actor, body }) {
        const { email, name, role, language, user_id } = body;
        const { userId, mailed } = await deps.inviteStaff.execute({
          actor,
          email,
          name,
          role,
          language,
          userId: user_id as UserId | undefined,
        });
        return { id: userId, mailed };
      },
    }),
    defineRoute(contract.disableStaff, {
      ...COMMON,
      who: 'staff.disable',
      summary: 'Shuts an account and ends its sessions, or opens it again',
      errors: { ...MISSING, 409: 'own_account, last_admin' },
      handle: async ({ actor, body }) =>
        shown(
          await deps.disableStaff.execute({
            actor,
            userId: body.user_id as UserId,
            disabled: body.disabled,
          }),
        ),
    }),
    defineRoute(contract.changeRole, {
      ...COMMON,
      who: 'staff.change_role',
      summary: 'Gives another role, from the next request on',
      errors: { ...MISSING, 409: 'own_account, last_admin' },
      handle: async ({ actor, body }) =>
        shown(
          await deps.changeRole.execute({
            actor,
            userId: body.user_id as UserId,
            role: body.role,
          }),
        ),
    }),
    defineRoute(contract.requireTwoFactor, {
      ...COMMON,
      who: 'staff.require_two_factor',
      summary: 'Demands a second factor at sign-in, or no longer',
      errors: { ...MISSING, 422: 'two_factor_elsewhere' },
      handle: async ({ actor, body }) =>
        shown(
          await deps.requireTwoFactor.execute({
            actor,
            userId: body.user_id as UserId,
            required: body.required,
          }),
        ),
    }),
  ];
}

const shown = (account: StaffAccount): z.input<typeof contract.staffAccount> => ({
  id: account.id,
  name: account.name,
  email: account.email,
  role: account.role,
  language: account.language,
  disabled_at: account.disabledAt?.toISOString() ?? null,
  two_factor_enabled: account.twoFactorEnabled,
  two_factor_required: account.twoFactorRequired,
  created_at: account.createdAt.toISOString(),
});
