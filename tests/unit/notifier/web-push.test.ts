import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/adapters/network/public-address.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SETUP } from '../../support/audit-lines.ts';
import { MemoryPushSubscriptions } from '../../../src/adapters/persistence/memory/memory-push-subscriptions.ts';
import { anAlertNotice } from '../../support/notices.ts';
import { startPushPeer, type PushPeer } from '../../support/peers/push-peer.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { webPushNotifier } from '../../support/web-push-notifier.ts';

const user = randomUUID() as UserId;

describe('web push', () => {
  let peer: PushPeer;
  let subscriptions: MemoryPushSubscriptions;
  beforeEach(async () => {
    peer = await startPushPeer();
    subscriptions = new MemoryPushSubscriptions();
  });
  afterEach(() => peer.close());

  it('shows who waits and why, and no word of the customer: anybody may see the screen', async () => {
    await subscriptions.save(user, peer.browser(), SETUP);
    const notice = anAlertNotice();
    await webPushNotifier(subscriptions).notifyAlert(notice);
    expect(JSON.parse(peer.received[0]!.text)).toEqual({
      title: '[Urgent] A. attend un conseiller',
      body: 'Grossesse avec un médicament (pregnancy_risk)',
      tag: notice.alertId,
      url: notice.url,
    });
    expect(peer.received[0]!.headers).toMatchObject({
      urgency: 'high',
      ttl: '14400',
      topic: notice.alertId.replaceAll('-', ''),
    });
  });

  it('tells every browser, and forgets those that are gone', async () => {
    const [phone, gone, desk] = [peer.browser(), peer.browser(), peer.browser()];
    for (const browser of [phone, gone, desk]) await subscriptions.save(user, browser, SETUP);
    peer.answers.set(gone.endpoint, { status: 410 });
    await webPushNotifier(subscriptions).notifyAlert(anAlertNotice());
    expect(peer.received.map(({ endpoint }) => endpoint).toSorted()).toEqual(
      [phone.endpoint, desk.endpoint].toSorted(),
    );
    expect(await subscriptions.ofRoles(['admin'])).toEqual([phone, desk]);
  });

  it('is content when one browser has it, and says in the log that others refused', async () => {
    const [phone, desk] = [peer.browser(), peer.browser()];
    for (const browser of [phone, desk]) await subscriptions.save(user, browser, SETUP);
    peer.answers.set(phone.endpoint, { status: 503 });
    const log = new RecordingLog();
    await webPushNotifier(subscriptions, { log }).notifyAlert(anAlertNotice());
    expect(peer.received).toHaveLength(1);
    expect(log.lines).toMatchObject([
      { event: 'push_partly_refused', fields: { refused: 1, recipients: 2 } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(phone.endpoint);
  });

  it('has nothing to do where nobody asked to be told', async () => {
    await webPushNotifier(subscriptions).notifyAlert(anAlertNotice());
    expect(peer.received).toEqual([]);
  });

  it.each(['http://127.0.0.1:1/x', 'http://169.254.169.254/latest', 'http://[::1]/x'])(
    'never becomes a way to %s',
    async (endpoint) => {
      await subscriptions.save(user, { endpoint, keys: peer.browser().keys }, SETUP);
      await expect(
        webPushNotifier(subscriptions, { isAllowed: isPublicAddress }).notifyAlert(anAlertNotice()),
      ).rejects.toMatchObject({ kind: 'rejected', retryable: false });
    },
  );

  it('refuses a name that leads into our own network', async () => {
    const browser = peer.browser();
    const endpoint = browser.endpoint.replace('127.0.0.1', 'push.example');
    await subscriptions.save(user, { ...browser, endpoint }, SETUP);
    const notifier = webPushNotifier(subscriptions, {
      isAllowed: isPublicAddress,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    await expect(notifier.notifyAlert(anAlertNotice())).rejects.toMatchObject({
      kind: 'rejected',
      message: 'The push service is not on the internet.',
    });
    expect(peer.received).toEqual([]);
  });

  it('says so when keys are no keys', async () => {
    await subscriptions.save(
      user,
      {
        endpoint: peer.browser().endpoint,
        keys: { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: 'AAAAAAAAAAAAAAAAAAAAAA' },
      },
      SETUP,
    );
    await expect(webPushNotifier(subscriptions).notifyAlert(anAlertNotice())).rejects.toMatchObject(
      {
        kind: 'rejected',
        message: 'The subscription has no usable keys.',
      },
    );
  });
});
