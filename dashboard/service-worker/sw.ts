/** Shows alerts when no page of Léa is in front. It keeps nothing for later and answers no request of a page. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** As `WebPushNotifier` sends it. */
interface Push {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly url: string | null;
}

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('push', (event) => {
  const { title, body, tag, url } = event.data?.json() as Push;
  const shown = { body, tag, renotify: true, icon: '/favicon.svg', data: url };
  event.waitUntil(worker.registration.showNotification(title, shown));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openAt(event.notification.data as string | null));
});

/** In a window that is there already, else in a new one; never on another site. */
async function openAt(url: string | null): Promise<void> {
  const { origin } = worker.location;
  const wanted = new URL(url ?? '/', origin);
  const address = wanted.origin === origin ? wanted.href : origin;
  const windows = await worker.clients.matchAll({ type: 'window' });
  const open = windows.find((window) => !new URL(window.url).pathname.startsWith('/simulator'));
  if (open === undefined) return void (await worker.clients.openWindow(address));
  await open.focus();
  await open.navigate(address);
}
