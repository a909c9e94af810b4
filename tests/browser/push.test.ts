import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWindow, shopUrl, useBrowser } from './support/shop.ts';

useBrowser();

/** A browser's push service is on the internet: its place is taken by an address that answers nobody. */
const withoutPushService = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const KEPT = 'test.push';
    const subscription = (keys: Record<string, string>) => ({
      endpoint: 'https://push.example/this-browser',
      unsubscribe: async () => localStorage.removeItem(KEPT) === undefined,
      toJSON: () => ({ endpoint: 'https://push.example/this-browser', keys }),
    });
    Object.assign(PushManager.prototype, {
      async subscribe({ applicationServerKey }: { readonly applicationServerKey: string }) {
        if (!/^[\w-]{87}$/.test(applicationServerKey)) throw new Error('no key');
        const text = (bytes: ArrayBuffer) =>
          btoa(String.fromCharCode(...new Uint8Array(bytes)))
            .replaceAll('+', '-')
            .replaceAll('/', '_')
            .replaceAll('=', '');
        const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
          'deriveKey',
        ]);
        const keys = {
          p256dh: text(await crypto.subtle.exportKey('raw', pair.publicKey)),
          auth: text(crypto.getRandomValues(new Uint8Array(16)).buffer),
        };
        localStorage.setItem(KEPT, JSON.stringify(keys));
        return subscription(keys);
      },
      async getSubscription() {
        const kept = localStorage.getItem(KEPT);
        return kept === null ? null : subscription(JSON.parse(kept) as Record<string, string>);
      },
    });
  });

const told = (page: Page, verb: string) =>
  page.waitForResponse((answer) => answer.url() === `${shopUrl}/functions/push/${verb}`);

test('an advisor asks to be told on this device, is told, and takes it back', async () => {
  const page = await openWindow({ prepare: withoutPushService });
  await page.context().grantPermissions(['notifications']);
  await page.goto('/account');
  const here = page.getByRole('switch', { name: 'Me prévenir ici' });
  expect(await here.isChecked()).toBe(false);

  const subscribed = told(page, 'subscribe');
  await here.click();
  expect((await subscribed).status()).toBe(200);
  await expect.poll(() => here.isChecked()).toBe(true);

  const again = told(page, 'subscribe');
  await page.reload();
  expect((await again).status()).toBe(200);
  await expect.poll(() => here.isChecked()).toBe(true);

  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: shopUrl,
    registrationId: await registered,
    data: JSON.stringify({
      title: '[Urgent] A. attend un conseiller',
      body: 'Grossesse avec un médicament (pregnancy_risk)',
      tag: 'alert-1',
      url: `${shopUrl}/inbox`,
    }),
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, tag }) => ({
        title,
        body,
        tag,
      }));
    });
  await expect.poll(shown).toEqual([
    {
      title: '[Urgent] A. attend un conseiller',
      body: 'Grossesse avec un médicament (pregnancy_risk)',
      tag: 'alert-1',
    },
  ]);

  const unsubscribed = told(page, 'unsubscribe');
  await here.click();
  expect((await unsubscribed).status()).toBe(200);
  await expect.poll(() => here.isChecked()).toBe(false);
});

test('who has blocked notifications is told where to allow them', async () => {
  const page = await openWindow({
    prepare: (before) =>
      before.addInitScript(() =>
        Object.defineProperty(Notification, 'permission', { get: () => 'denied' }),
      ),
  });
  await page.goto('/account');
  await page.getByText('Votre navigateur bloque les notifications').waitFor();
});
