import { describe, expect, it } from 'vitest';
import { may, STAFF_ACTIONS } from '../../../src/domain/audit/staff-actions.ts';
import type { Actor, StaffRole } from '../../../src/domain/shared/actor.ts';
import { aUserId } from '../../support/builders.ts';
import { everythingIn, openShop, USE_CASE_OF } from './use-case-of-action.ts';

const from = { channel: 'api', address: '41.158.0.7' } as const;
const staff = (role: StaffRole): Actor => ({ kind: 'staff', userId: aUserId(), role, from });
const CALLERS: Readonly<Record<string, Actor>> = {
  support: staff('support'),
  product_editor: staff('product_editor'),
  admin: staff('admin'),
  'a program': { kind: 'service', from },
  'a stranger': { kind: 'anonymous', from },
};
/** Every action with everybody whom the table of permissions does not name. */
const REFUSED = STAFF_ACTIONS.flatMap((action) =>
  Object.entries(CALLERS)
    .filter(([, actor]) => !may(actor, action))
    .map(([who, actor]) => ({ action, who, actor })),
);

describe('a use case, called past every route', () => {
  it.each(REFUSED)('$action turns away $who, changes nothing and notes it', async (refused) => {
    const { action, actor } = refused;
    const shop = await openShop();
    const before = everythingIn(shop.harness);
    const code = actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden';
    const calls = [USE_CASE_OF[action]].flat();
    for (const call of calls) await expect(call(shop, actor)).rejects.toMatchObject({ code });
    expect(everythingIn(shop.harness)).toBe(before);
    const lines = shop.harness.store.audits.all();
    // A stranger could fill the log.
    if (actor.kind === 'anonymous') return expect(lines).toEqual([]);
    expect(lines).toHaveLength(calls.length);
    for (const line of lines)
      expect(line).toMatchObject({ action, outcome: 'denied', actor, rows: [], subjects: [] });
  });

  it('has somebody to turn away for every action', () => {
    expect(new Set(REFUSED.map(({ action }) => action))).toEqual(new Set(STAFF_ACTIONS));
  });
});
