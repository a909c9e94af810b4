import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trace } from '../../src/domain/audit/audit-entry.ts';
import type { UserId } from '../../src/domain/customer/customer.ts';
import { SERVICE, type StaffRole } from '../../src/domain/shared/actor.ts';
import {
  MAX_PUSH_SUBSCRIPTIONS,
  type PushSubscription,
  type PushSubscriptions,
} from '../../src/ports/push-subscriptions.ts';

interface SubscriptionsUnderTest {
  readonly subscriptions: PushSubscriptions;
  /** A member of staff; `disabled` may not sign in any more. */
  person(role: StaffRole, disabled?: boolean): Promise<UserId>;
  close(): Promise<void>;
}

const LINE = trace(SERVICE, 'push.subscribe');
const aBrowser = (): PushSubscription => ({
  endpoint: `https://push.example/${randomBytes(12).toString('base64url')}`,
  keys: {
    p256dh: randomBytes(65).toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  },
});

export function pushSubscriptionsContract(
  name: string,
  start: () => Promise<SubscriptionsUnderTest>,
): void {
  describe(`PushSubscriptions: ${name}`, () => {
    let under: SubscriptionsUnderTest;
    let subscriptions: PushSubscriptions;
    beforeEach(async () => {
      under = await start();
      subscriptions = under.subscriptions;
    });
    afterEach(() => under.close());

    it('gives the browsers of the roles that are asked for, and of nobody who was let go', async () => {
      const [support, admin, editor, gone] = [aBrowser(), aBrowser(), aBrowser(), aBrowser()];
      await subscriptions.save(await under.person('support'), support, LINE);
      await subscriptions.save(await under.person('admin'), admin, LINE);
      await subscriptions.save(await under.person('product_editor'), editor, LINE);
      await subscriptions.save(await under.person('support', true), gone, LINE);
      expect(await subscriptions.ofRoles(['support', 'admin'])).toEqual([support, admin]);
      expect(await subscriptions.ofRoles(['admin'])).toEqual([admin]);
    });

    it('keeps a browser once, with its newest keys, for who asked last', async () => {
      const [first, second] = [await under.person('support'), await under.person('admin')];
      const browser = aBrowser();
      const renewed = { endpoint: browser.endpoint, keys: aBrowser().keys };
      await subscriptions.save(first, browser, LINE);
      await subscriptions.save(second, renewed, LINE);
      expect(await subscriptions.ofRoles(['support', 'admin'])).toEqual([renewed]);
      expect(await subscriptions.ofRoles(['support'])).toEqual([]);
    });

    it('removes one’s own only', async () => {
      const [mine, other] = [await under.person('support'), await under.person('support')];
      const browser = aBrowser();
      await subscriptions.save(mine, browser, LINE);
      await subscriptions.remove(other, browser.endpoint, LINE);
      expect(await subscriptions.ofRoles(['support'])).toEqual([browser]);
      await subscriptions.remove(mine, browser.endpoint, LINE);
      await subscriptions.remove(mine, browser.endpoint, LINE);
      expect(await subscriptions.ofRoles(['support'])).toEqual([]);
    });

    it('forgets what the push service knows no more', async () => {
      const browser = aBrowser();
      await subscriptions.save(await under.person('support'), browser, LINE);
      await subscriptions.forget(browser.endpoint);
      expect(await subscriptions.ofRoles(['support'])).toEqual([]);
    });

    it('keeps the newest browsers of a person', async () => {
      const person = await under.person('support');
      const browsers = Array.from({ length: MAX_PUSH_SUBSCRIPTIONS + 2 }, aBrowser);
      for (const browser of browsers) await subscriptions.save(person, browser, LINE);
      expect(await subscriptions.ofRoles(['support'])).toEqual(browsers.slice(2));
    });
  });
}
