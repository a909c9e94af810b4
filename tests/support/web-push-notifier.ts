import {
  WebPushNotifier,
  type WebPushOptions,
} from '../../src/adapters/notifier/web-push/web-push-notifier.ts';
import { newVapidPrivateKey, vapidPublicKey } from '../../src/composition/vapid-keys.ts';
import type { PushSubscriptions } from '../../src/ports/push-subscriptions.ts';
import { RecordingLog } from './recording-log.ts';

/** With keys of its own, allowed to reach the peer on this machine. */
export function webPushNotifier(
  subscriptions: PushSubscriptions,
  options: Partial<WebPushOptions> = {},
): WebPushNotifier {
  const privateKey = newVapidPrivateKey();
  return new WebPushNotifier({
    subscriptions,
    vapid: { privateKey, publicKey: vapidPublicKey(privateKey), subject: 'mailto:lea@example.com' },
    timeoutMs: 2500,
    log: new RecordingLog(),
    isAllowed: () => true,
    ...options,
  });
}
