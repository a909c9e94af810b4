import { describe, expect, it } from 'vitest';
import {
  may,
  refusal,
  rolesOf,
  STAFF_ACTIONS,
  type StaffAction,
} from '../../../src/domain/audit/staff-actions.ts';
import {
  ANONYMOUS,
  SERVICE,
  type Actor,
  type StaffRole,
} from '../../../src/domain/shared/actor.ts';
import { aUserId } from '../../support/builders.ts';

const staff = (role: StaffRole): Actor => ({ kind: 'staff', userId: aUserId(), role });
const PROGRAM: Actor = { kind: 'service', from: { channel: 'api', address: '10.0.0.1' } };
const CALLERS: Readonly<Record<string, Actor>> = {
  support: staff('support'),
  product_editor: staff('product_editor'),
  admin: staff('admin'),
  service: PROGRAM,
  anonymous: ANONYMOUS,
};

/** The outer contract's column "who", and its table of rights where an action is a write of `/rest/v1`. */
const CONTRACT: Readonly<Partial<Record<StaffAction, readonly string[]>>> = {
  'conversation.start': ['support', 'admin', 'service'],
  'message.send': ['support', 'admin', 'service'],
  'conversation.take_over': ['support', 'admin', 'service'],
  'conversation.hand_back': ['support', 'admin', 'service'],
  'conversation.close': ['support', 'admin', 'service'],
  'product.recommend': ['support', 'product_editor', 'admin', 'service'],
  'coupon.issue': ['admin', 'service'],
  'coupon.redeem': ['support', 'admin', 'service'],
  'alert.trigger': ['support', 'admin', 'service'],
  'alert.take': ['support', 'admin', 'service'],
  'order.create_link': ['support', 'admin', 'service'],
  'report.read': ['admin', 'service'],
  'customer.erase': ['admin', 'service'],
  'customer.export': ['admin', 'service'],
  'consent.log': ['support', 'admin', 'service'],
  'product.create': ['product_editor', 'admin'],
  'product.update': ['product_editor', 'admin'],
  'product.delete': ['product_editor', 'admin'],
  'product.set_stock': ['product_editor', 'admin', 'service'],
  'audit.read': ['admin'],
  'deletion.read': ['admin'],
};

describe('who may do what', () => {
  it.each(Object.entries(CONTRACT))('%s is as the contract has it', (action, callers) => {
    const allowed = Object.keys(CALLERS).filter((name) =>
      may(CALLERS[name]!, action as StaffAction),
    );
    expect(allowed.toSorted()).toEqual(callers.toSorted());
  });

  it.each(STAFF_ACTIONS.filter((action) => action !== 'table.write'))(
    '%s is for somebody, never for a stranger, and Léa asks nobody',
    (action) => {
      expect(rolesOf(action)).toContain('admin');
      expect(may(ANONYMOUS, action)).toBe(false);
      expect(may(SERVICE, action)).toBe(true);
    },
  );

  it('says 401 to a stranger and 403 to everybody else who may not', () => {
    expect(refusal(ANONYMOUS, 'customer.erase')).toMatchObject({ code: 'unauthenticated' });
    expect(refusal(staff('support'), 'customer.erase')).toMatchObject({ code: 'forbidden' });
    expect(refusal(PROGRAM, 'product.create')).toMatchObject({ code: 'forbidden' });
  });
});
