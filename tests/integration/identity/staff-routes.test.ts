import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffAccountRoutes } from '../../../src/adapters/http/staff/routes.ts';
import { CryptoIdGenerator } from '../../../src/adapters/system/crypto-id-generator.ts';
import { ChangeRole } from '../../../src/application/staff-accounts/change-role.ts';
import { DisableStaff } from '../../../src/application/staff-accounts/disable-staff.ts';
import { InviteStaff } from '../../../src/application/staff-accounts/invite-staff.ts';
import { RequireTwoFactor } from '../../../src/application/staff-accounts/require-two-factor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { createHarness } from '../../support/harness.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { ORIGIN, startSignInApp, type SignInApp, type Visitor } from './sign-in-app.ts';

let app: SignInApp;
let server: TestApp;
let admin: Visitor;
beforeAll(async () => {
  app = await startSignInApp();
  const { accounts } = app.identity;
  const { uow, traceAccess } = createHarness().parts;
  server = await startTestApp({
    deps: {
      identity: app.identity,
      auth: app.identity,
      routes: staffAccountRoutes({
        accounts,
        traceAccess,
        inviteStaff: new InviteStaff({
          accounts,
          uow,
          mailer: app.mailer,
          ids: new CryptoIdGenerator(),
          settings: { current: () => defaultSettings('GA') },
          publicUrl: ORIGIN,
        }),
        disableStaff: new DisableStaff({ accounts, uow, clock: { now: () => new Date() } }),
        changeRole: new ChangeRole({ accounts, uow }),
        requireTwoFactor: new RequireTwoFactor({ accounts, uow }),
      }),
    },
  });
  admin = await app.signedIn();
});
afterAll(async () => {
  await server.close();
  await app.close();
});

it('takes a colleague from the invitation to the door', async () => {
  const bearer = await admin.token();
  const call = (path: string, body: unknown, as = bearer) =>
    server.call('POST', path, { as, body });
  const invited = await call('/functions/invite-staff', {
    email: 'Awa@Lea.Local',
    name: 'Awa',
    role: 'support',
  });
  expect(invited).toMatchObject({ status: 201, body: { mailed: true } });
  const user_id = invited.body['id'] as string;
  expect(
    await call('/functions/invite-staff', { email: 'awa@lea.local', name: 'Awa', role: 'support' }),
  ).toMatchObject({
    status: 409,
    body: { code: 'email_taken' },
  });

  const awa = app.visitor();
  await awa.post('/auth/sign-in/magic-link', { email: 'awa@lea.local' });
  await expect.poll(() => app.mailer.mails.length).toBe(2);
  await awa.get(`/auth/magic-link/verify?token=${app.mailer.tokenFor('awa@lea.local')}`);
  expect(await awa.role()).toBe('support');
  const hers = await awa.token();
  expect(await server.call('GET', '/functions/staff', { as: hers })).toMatchObject({ status: 403 });
  expect(await call('/functions/change-role', { user_id, role: 'admin' }, hers)).toMatchObject({
    status: 403,
  });

  expect(await call('/functions/change-role', { user_id, role: 'product_editor' })).toMatchObject({
    status: 200,
    body: { role: 'product_editor', email: 'awa@lea.local' },
  });
  expect(await awa.role()).toBe('product_editor');
  expect(await call('/functions/require-two-factor', { user_id, required: true })).toMatchObject({
    status: 200,
    body: { two_factor_required: true },
  });
  expect(await awa.role()).toBe('two_factor_required');
  const listed = await server.call('GET', '/functions/staff', { as: bearer });
  expect(listed.body['staff']).toHaveLength(2);

  expect(await call('/functions/disable-staff', { user_id })).toMatchObject({ status: 200 });
  expect(await awa.role()).toBe('unauthenticated');
});

it('refuses what would lock the shop', async () => {
  const bearer = await admin.token();
  const { body } = await server.call('GET', '/functions/staff', { as: bearer });
  const me = (body['staff'] as { id: string; role: string }[]).find(
    ({ role }) => role === 'admin',
  )!;
  expect(
    await server.call('POST', '/functions/disable-staff', { as: bearer, body: { user_id: me.id } }),
  ).toMatchObject({
    status: 409,
    body: { code: 'own_account' },
  });
  expect(
    await server.call('POST', '/functions/disable-staff', {
      as: bearer,
      body: { user_id: crypto.randomUUID() },
    }),
  ).toMatchObject({ status: 404, body: { code: 'staff_not_found' } });
});
