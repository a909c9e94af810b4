import { auditLines, SETUP } from '../../support/audit-lines.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalIdentity } from '../../../src/adapters/identity/local/local-identity.ts';
import { trace } from '../../../src/domain/audit/audit-entry.ts';
import { ChangeRole } from '../../../src/application/staff-accounts/change-role.ts';
import { DisableStaff } from '../../../src/application/staff-accounts/disable-staff.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import {
  ANONYMOUS,
  SERVICE,
  type Actor,
  type StaffRole,
} from '../../../src/domain/shared/actor.ts';
import { createHarness } from '../../support/harness.ts';
import { createTestDatabase, TEST_SECRET } from '../../support/test-database.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { ADMIN, startSignInApp, type SignInApp } from './sign-in-app.ts';

let app: SignInApp;
let admin: Actor & { readonly kind: 'staff' };
beforeAll(async () => {
  app = await startSignInApp();
  const [first] = await app.identity.accounts.list(SERVICE);
  admin = { kind: 'staff', userId: first!.id, role: 'admin' };
});
afterAll(() => app.close());

const fresh = (role: StaffRole, email: string) => ({
  id: crypto.randomUUID() as UserId,
  email,
  name: 'Awa',
  role,
  language: 'en' as const,
});
const as = (role: StaffRole): Actor => ({
  kind: 'staff',
  userId: crypto.randomUUID() as UserId,
  role,
});

describe('staff accounts', () => {
  it('are added with the person, in one transaction', async () => {
    const account = fresh('support', 'one@lea.local');
    await app.identity.accounts.add(admin, account, SETUP);
    const all = await app.identity.accounts.list(admin);
    expect(all.find(({ id }) => id === account.id)).toEqual({
      ...account,
      disabledAt: null,
      twoFactorEnabled: false,
      twoFactorRequired: false,
      createdAt: expect.any(Date) as Date,
    });
    const again = fresh('support', 'one@lea.local');
    await expect(app.identity.accounts.add(admin, again, SETUP)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'email_taken',
    });
    expect((await app.owner.query('select from users where id = $1', [again.id])).rowCount).toBe(0);
    await expect(
      app.identity.accounts.add(admin, { ...account, email: 'two@lea.local' }, SETUP),
    ).rejects.toMatchObject({ code: 'user_exists' });
  });

  it('keep the line of the audit log with the change, or neither', async () => {
    const account = fresh('support', 'trace@lea.local');
    const { accounts } = app.identity;
    const invited = trace(admin, 'staff.invite', { rows: [account.id] });
    const changed = trace(admin, 'staff.change_role', { rows: [account.id], columns: ['role'] });
    await accounts.add(admin, account, invited);
    await accounts.change(admin, account.id, () => ({ role: 'product_editor' }), changed);
    await expect(accounts.add(admin, account, invited)).rejects.toMatchObject({
      code: 'user_exists',
    });
    const refused = new Error('the rules say no');
    await expect(
      accounts.change(
        admin,
        account.id,
        () => {
          throw refused;
        },
        changed,
      ),
    ).rejects.toBe(refused);
    const lines = await auditLines(app.owner);
    expect(lines.filter(({ rows }) => rows.includes(account.id))).toEqual([invited, changed]);
  });

  it.each([as('support'), as('product_editor'), ANONYMOUS])(
    'are shut to %j by the database itself',
    async (actor) => {
      await expect(
        app.identity.accounts.add(actor, fresh('admin', 'evil@lea.local'), SETUP),
      ).rejects.toThrow();
      await expect(
        app.identity.accounts.change(actor, admin.userId, () => ({ role: 'support' }), SETUP),
      ).rejects.toThrow();
      expect((await app.identity.accounts.list(actor).catch(() => [])).length).toBe(0);
    },
  );

  it('know neither customers nor strangers', async () => {
    const { rows } = await app.owner.query<{ id: UserId }>(
      `insert into users (role) values ('customer') returning id`,
    );
    await expect(
      app.identity.accounts.change(admin, rows[0]!.id, () => ({ role: 'admin' }), SETUP),
    ).rejects.toMatchObject({ code: 'staff_not_found' });
  });

  it('do not count an admin who cannot sign in', async () => {
    await app.owner.query(`insert into users (role, name) values ('admin', 'demo')`);
    let others = -1;
    await app.identity.accounts.change(
      admin,
      admin.userId,
      (_current, otherAdmins) => {
        others = otherAdmins;
        return {};
      },
      SETUP,
    );
    expect(others).toBe(0);
  });

  it('keep an admin, even when two shut each other out at once', async () => {
    const second = fresh('admin', 'second@lea.local');
    await app.identity.accounts.add(admin, second, SETUP);
    const other: Actor = { kind: 'staff', userId: second.id, role: 'admin' };
    const disable = new DisableStaff({
      accounts: app.identity.accounts,
      uow: createHarness().adapters.uow,
      clock: { now: () => new Date() },
    });
    const role = new ChangeRole({
      accounts: app.identity.accounts,
      uow: createHarness().adapters.uow,
    });
    for (let round = 0; round < 5; round += 1) {
      await app.owner.query(
        `update users set disabled_at = null, role = 'admin' where id = any($1)`,
        [[admin.userId, second.id]],
      );
      const outcome = await Promise.allSettled([
        disable.execute({ actor: admin, userId: second.id, disabled: true }),
        role.execute({ actor: other, userId: admin.userId, role: 'support' }),
      ]);
      expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = await app.owner.query(
        `select from users where role = 'admin' and disabled_at is null and id = any($1)`,
        [[admin.userId, second.id]],
      );
      expect(left.rowCount).toBe(1);
    }
  });
});

describe('the first admin', () => {
  it('is made once, by however many start at once, with a password that is shown once', async () => {
    const database = await createTestDatabase();
    const replica = () =>
      new LocalIdentity({
        databaseUrl: database.serverUrl,
        publicUrl: 'http://localhost:3000',
        secret: TEST_SECRET,
        mailer: { send: async () => {} },
        log: new RecordingLog(),
        shopName: () => 'Léa',
      });
    const replicas = [replica(), replica(), replica()];
    const made = await Promise.all(
      replicas.map((one) => one.ensureFirstAdmin({ email: 'Boss@Lea.Local', password: null })),
    );
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    const password = made.find(({ created }) => created)!.generatedPassword!;
    expect(password.length).toBeGreaterThanOrEqual(20);
    const answer = await replicas[0]!.handle(
      new Request('http://localhost:3000/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'boss@lea.local', password }),
      }),
    );
    expect(answer.status).toBe(200);
    expect(
      await replicas[1]!.ensureFirstAdmin({ email: 'other@lea.local', password: 'x' }),
    ).toEqual({ created: false, generatedPassword: null });
    await Promise.all(replicas.map((one) => one.stop()));
    await database.drop();
  });

  it('is not made with a password that everybody has', async () => {
    await app.owner.query(`update users set disabled_at = now() where role = 'admin'`);
    await expect(
      app.identity.ensureFirstAdmin({ email: 'x@lea.local', password: 'Password123' }),
    ).rejects.toMatchObject({ code: 'weak_password' });
    await expect(app.identity.ensureFirstAdmin(ADMIN)).rejects.toMatchObject({
      code: 'email_taken',
    });
    await app.owner.query(`update users set disabled_at = null where role = 'admin'`);
  });
});
