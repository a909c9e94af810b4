import { beforeEach, describe, expect, it } from 'vitest';
import { ChangeRole } from '../../../src/application/staff-accounts/change-role.ts';
import { DisableStaff } from '../../../src/application/staff-accounts/disable-staff.ts';
import { InviteStaff } from '../../../src/application/staff-accounts/invite-staff.ts';
import { RequireTwoFactor } from '../../../src/application/staff-accounts/require-two-factor.ts';
import type { AuditEntry } from '../../../src/domain/audit/audit-entry.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import {
  ANONYMOUS,
  SERVICE,
  type Actor,
  type StaffRole,
} from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import type { Mail } from '../../../src/ports/mailer.ts';
import { createHarness } from '../../support/harness.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import type {
  NewStaffAccount,
  StaffAccount,
  StaffAccounts,
  StaffChange,
} from '../../../src/ports/staff-accounts.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const id = (name: string): UserId => name as UserId;
const staff = (role: StaffRole, name = role): Actor => ({ kind: 'staff', userId: id(name), role });
const account = (name: string, role: StaffRole, disabledAt: Date | null = null): StaffAccount => ({
  id: id(name),
  name,
  email: `${name}@lea.local`,
  role,
  language: 'fr',
  disabledAt,
  twoFactorEnabled: false,
  twoFactorRequired: false,
  createdAt: NOW,
});

/** Accounts in a list, so that rules are seen by what they let through. */
class ListedAccounts implements StaffAccounts {
  makesSignIn = true;
  all: StaffAccount[] = [];
  readonly lines: AuditEntry[] = [];

  async list(): Promise<readonly StaffAccount[]> {
    return this.all;
  }

  async add(
    _actor: Actor,
    { id, name, email, role, language }: NewStaffAccount,
    line: AuditEntry,
  ): Promise<void> {
    this.lines.push(line);
    this.all.push({ ...account(id, role), name, email, language });
  }

  async change(
    _actor: Actor,
    id: UserId,
    decide: (current: StaffAccount, otherAdmins: number) => StaffChange,
    line: AuditEntry,
  ): Promise<StaffAccount> {
    const current = this.all.find((one) => one.id === id)!;
    const others = this.all.filter(
      (one) => one.id !== id && one.role === 'admin' && one.disabledAt === null,
    );
    const next = { ...current, ...decide(current, others.length) };
    this.all = this.all.map((one) => (one.id === id ? next : one));
    this.lines.push(line);
    return next;
  }
}

let accounts: ListedAccounts;
let mails: Mail[];
let failure: Error | null;
beforeEach(() => {
  accounts = new ListedAccounts();
  accounts.all = [account('admin', 'admin'), account('awa', 'support')];
  mails = [];
  failure = null;
});

const invite = () =>
  new InviteStaff({
    accounts,
    uow: createHarness().adapters.uow,
    mailer: {
      async send(mail) {
        if (failure !== null) throw failure;
        mails.push(mail);
      },
    },
    ids: { uuid: () => 'new', code: () => '' },
    settings: { current: () => defaultSettings('GA') },
    publicUrl: 'https://lea.example',
  });
const invitation = {
  email: ' Awa.Mba@Shop.Example ',
  name: 'Awa',
  role: 'support' as const,
  language: 'fr' as const,
};
const disable = () =>
  new DisableStaff({ accounts, uow: createHarness().adapters.uow, clock: { now: () => NOW } });
const changeRole = () => new ChangeRole({ accounts, uow: createHarness().adapters.uow });

describe('inviting', () => {
  it('makes the account and tells the person, without a secret in the mail', async () => {
    const done = await invite().execute({ actor: staff('admin'), ...invitation });
    expect(done).toEqual({ userId: 'new', mailed: true });
    expect(accounts.all.at(-1)).toMatchObject({
      id: 'new',
      email: 'awa.mba@shop.example',
      role: 'support',
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'awa.mba@shop.example' });
    expect(mails[0]?.text).toContain('https://lea.example/sign-in');
    expect(mails[0]?.text).not.toContain('token');
  });

  it('writes in the language of the person', async () => {
    await invite().execute({ actor: SERVICE, ...invitation, language: 'en' });
    expect(mails[0]?.text).toMatch(/^Hello Awa/);
  });

  it('stands when the mail fails, and says so', async () => {
    failure = new ProviderError('smtp', 'unavailable', 'away');
    expect(await invite().execute({ actor: staff('admin'), ...invitation })).toEqual({
      userId: 'new',
      mailed: false,
    });
    failure = new TypeError('a bug');
    await expect(invite().execute({ actor: staff('admin'), ...invitation })).rejects.toThrow(
      'a bug',
    );
  });

  it('takes an id from elsewhere only where accounts are made elsewhere', async () => {
    const from = { actor: staff('admin'), ...invitation };
    await expect(invite().execute({ ...from, userId: id('x') })).rejects.toMatchObject({
      code: 'user_id_unexpected',
    });
    accounts.makesSignIn = false;
    await expect(invite().execute(from)).rejects.toMatchObject({ code: 'user_id_required' });
    expect(await invite().execute({ ...from, userId: id('x') })).toMatchObject({ userId: 'x' });
  });
});

describe('who may', () => {
  it.each([
    [staff('support'), 'forbidden'],
    [staff('product_editor'), 'forbidden'],
    [ANONYMOUS, 'unauthenticated'],
  ] as const)('not %j', async (actor, code) => {
    const target = id('awa');
    await expect(invite().execute({ actor, ...invitation })).rejects.toMatchObject({
      code,
    });
    await expect(
      disable().execute({ actor, userId: target, disabled: true }),
    ).rejects.toMatchObject({ code });
    await expect(
      changeRole().execute({ actor, userId: target, role: 'admin' }),
    ).rejects.toMatchObject({ code });
    await expect(
      new RequireTwoFactor({ accounts, uow: createHarness().adapters.uow }).execute({
        actor,
        userId: target,
        required: true,
      }),
    ).rejects.toMatchObject({ code });
    expect(accounts.all).toHaveLength(2);
  });
});

describe('disabling', () => {
  it('notes when, once, and can be undone', async () => {
    const command = { actor: staff('admin'), userId: id('awa') };
    expect((await disable().execute({ ...command, disabled: true })).disabledAt).toEqual(NOW);
    const earlier = new Date('2026-01-01');
    accounts.all = accounts.all.map((one) =>
      one.id === 'awa' ? { ...one, disabledAt: earlier } : one,
    );
    expect((await disable().execute({ ...command, disabled: true })).disabledAt).toEqual(earlier);
    expect((await disable().execute({ ...command, disabled: false })).disabledAt).toBeNull();
  });

  it('spares oneself and the last admin', async () => {
    await expect(
      disable().execute({ actor: staff('admin'), userId: id('admin'), disabled: true }),
    ).rejects.toMatchObject({ code: 'own_account' });
    await expect(
      disable().execute({ actor: SERVICE, userId: id('admin'), disabled: true }),
    ).rejects.toMatchObject({ code: 'last_admin' });
    accounts.all.push(account('second', 'admin'));
    expect(
      (await disable().execute({ actor: SERVICE, userId: id('admin'), disabled: true })).disabledAt,
    ).toEqual(NOW);
  });
});

describe('changing a role', () => {
  it('gives another one', async () => {
    expect(
      (await changeRole().execute({ actor: staff('admin'), userId: id('awa'), role: 'admin' }))
        .role,
    ).toBe('admin');
  });

  it('spares oneself and the last admin', async () => {
    const demote = { userId: id('admin'), role: 'support' as const };
    await expect(changeRole().execute({ actor: staff('admin'), ...demote })).rejects.toMatchObject({
      code: 'own_account',
    });
    await expect(changeRole().execute({ actor: SERVICE, ...demote })).rejects.toMatchObject({
      code: 'last_admin',
    });
    expect(
      (await changeRole().execute({ actor: SERVICE, userId: id('admin'), role: 'admin' })).role,
    ).toBe('admin');
  });
});

it('demands a second factor only where sign-in is ours', async () => {
  const command = { actor: staff('admin'), userId: id('awa'), required: true };
  expect(
    (await new RequireTwoFactor({ accounts, uow: createHarness().adapters.uow }).execute(command))
      .twoFactorRequired,
  ).toBe(true);
  accounts.makesSignIn = false;
  await expect(
    new RequireTwoFactor({ accounts, uow: createHarness().adapters.uow }).execute(command),
  ).rejects.toMatchObject({
    code: 'two_factor_elsewhere',
  });
});
