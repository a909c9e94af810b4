import type { subscribePush, unsubscribePush } from '@http/push/contract.ts';
import { call } from './client.ts';

/** Whether this browser tells of alerts; `unsupported` and `denied` are the browser's own word. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

const isSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function ownSubscription(): Promise<PushSubscription | null> {
  if (!isSupported()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

export async function pushState(): Promise<PushState> {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await ownSubscription()) === null ? 'off' : 'on';
}

/** Asks the person, then the browser, then tells the server. `key` is the installation's. */
export async function startPush(key: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  // One made with another key would stay silent.
  await (await pushManager.getSubscription())?.unsubscribe();
  await tellServer(
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }),
  );
  return 'on';
}

export async function stopPush(): Promise<PushState> {
  const subscription = await ownSubscription();
  if (subscription === null) return pushState();
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  await call<typeof unsubscribePush>({
    method: 'POST',
    path: '/functions/push/unsubscribe',
    body: { endpoint },
  });
  return pushState();
}

/** Browsers change their address now and then: said again with each visit, no alert gets lost. */
export async function keepPush(): Promise<void> {
  const subscription = await ownSubscription();
  if (subscription !== null) await tellServer(subscription);
}

async function tellServer(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  await call<typeof subscribePush>({
    method: 'POST',
    path: '/functions/push/subscribe',
    body: {
      endpoint: endpoint ?? '',
      keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
    },
  });
}
