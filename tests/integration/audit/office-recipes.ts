import type { StaffAction } from '../../../src/domain/audit/staff-actions.ts';
import { by, idOf, type Recipe, type Recipes } from './recipe.ts';

const silent =
  (operation: string, path = operation.split(' ')[1]!): Recipe =>
  (shop) =>
    by(shop, 'admin', operation, { path, line: null });

const onColleague =
  (operation: string, action: StaffAction, more: Readonly<Record<string, unknown>>): Recipe =>
  async (shop) => {
    const { id } = await shop.colleague();
    return by(shop, 'admin', operation, {
      body: { user_id: id, ...more },
      line: { action, rows: [id], subjects: [] },
    });
  };

const PUSH = {
  endpoint: 'https://push.example/abc',
  keys: {
    p256dh: Buffer.alloc(65, 4).toString('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
  },
};

export const officeRecipes: Recipes = {
  'GET /functions/me': silent('GET /functions/me'),
  'GET /events': silent('GET /events'),
  'POST /simulator/messages': (shop) =>
    by(shop, 'support', 'POST /simulator/messages', {
      body: { phone: shop.newNumber(), text: 'Bonjour' },
      line: null,
    }),
  'GET /simulator/messages': (shop) =>
    by(shop, 'support', 'GET /simulator/messages', {
      path: `/simulator/messages?phone=${encodeURIComponent(shop.newNumber())}`,
      line: null,
    }),
  'POST /functions/push/subscribe': (shop) =>
    by(shop, 'support', 'POST /functions/push/subscribe', {
      body: PUSH,
      line: { action: 'push.subscribe', subjects: [] },
    }),
  'POST /functions/push/unsubscribe': (shop) =>
    by(shop, 'support', 'POST /functions/push/unsubscribe', {
      body: { endpoint: PUSH.endpoint },
      line: { action: 'push.unsubscribe', subjects: [] },
    }),

  'GET /functions/export-user-data': async (shop) => {
    const { userId } = await shop.customer();
    return by(shop, 'admin', 'GET /functions/export-user-data', {
      path: `/functions/export-user-data?user_id=${userId}`,
      line: { action: 'customer.export', rows: [userId], subjects: [userId] },
    });
  },
  'GET /functions/export-user-folder': async (shop) => {
    const { userId } = await shop.customer();
    return by(shop, 'admin', 'GET /functions/export-user-folder', {
      path: `/functions/export-user-folder?user_id=${userId}`,
      line: { action: 'customer.export', rows: [userId], subjects: [userId] },
    });
  },
  'DELETE /functions/delete-user-data': {
    'by a member of staff': async (shop) => {
      const { userId } = await shop.customer();
      return by(shop, 'admin', 'DELETE /functions/delete-user-data', {
        body: { user_id: userId },
        line: { action: 'customer.erase', rows: [userId], subjects: [userId] },
      });
    },
    'by a program, by number': async (shop) => {
      const phone = shop.newNumber();
      const { body } = await shop.post('service', 'start-conversation', { phone_number: phone });
      const userId: string = body['user_id']!;
      return by(shop, 'service', 'DELETE /functions/delete-user-data', {
        body: { phone_number: phone },
        line: { action: 'customer.erase', rows: [userId], subjects: [userId] },
      });
    },
  },

  'GET /functions/staff': (shop) =>
    by(shop, 'admin', 'GET /functions/staff', { line: { action: 'staff.list', table: 'users' } }),
  'POST /functions/invite-staff': (shop) =>
    by(shop, 'admin', 'POST /functions/invite-staff', {
      body: { email: 'nouvelle@lea.local', name: 'Nouvelle', role: 'support' },
      line: (answer) => ({ action: 'staff.invite', rows: [idOf(answer)] }),
    }),
  'POST /functions/disable-staff': {
    shut: onColleague('POST /functions/disable-staff', 'staff.disable', { disabled: true }),
    opened: onColleague('POST /functions/disable-staff', 'staff.enable', { disabled: false }),
  },
  'POST /functions/change-role': onColleague('POST /functions/change-role', 'staff.change_role', {
    role: 'product_editor',
  }),
  'POST /functions/require-two-factor': onColleague(
    'POST /functions/require-two-factor',
    'staff.require_two_factor',
    { required: true },
  ),

  'GET /functions/settings': silent('GET /functions/settings'),
  'GET /functions/settings-history': silent('GET /functions/settings-history'),
  'PUT /functions/settings': async (shop) => {
    const { body } = await shop.prepare({
      as: 'admin',
      method: 'GET',
      path: '/functions/settings',
    });
    const { version, value } = body as unknown as { version: number; value: object };
    return by(shop, 'admin', 'PUT /functions/settings', {
      body: { version, value: { ...value, shopName: 'Parapharmacie Nkembo' } },
      line: (answer) => ({
        action: 'settings.change',
        rows: [String(answer.body['version'])],
        columns: ['shopName'],
      }),
    });
  },
  'GET /functions/audit-log': async (shop) => {
    const { userId } = await shop.customer();
    return by(shop, 'admin', 'GET /functions/audit-log', {
      path: `/functions/audit-log?subject_id=${userId}`,
      line: { action: 'audit.read', subjects: [userId] },
    });
  },
  'GET /functions/deletion-log': (shop) =>
    by(shop, 'admin', 'GET /functions/deletion-log', { line: { action: 'deletion.read' } }),
  'GET /functions/system': silent('GET /functions/system'),
  'GET /functions/kpi-report': {
    shown: silent('GET /functions/kpi-report'),
    'as a file': (shop) =>
      by(shop, 'admin', 'GET /functions/kpi-report', {
        path: '/functions/kpi-report?format=csv',
        line: { action: 'report.export' },
      }),
  },
};
