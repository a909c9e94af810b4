import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

interface OpenWindow {
  readonly url: string;
  focus(): Promise<void>;
  navigate(url: string): Promise<void>;
}

const ORIGIN = 'https://lea.example';
const listeners = new Map<string, (event: object) => void>();
const windows: OpenWindow[] = [];
const did: string[] = [];

const aWindow = (url: string): OpenWindow => ({
  url,
  focus: async () => void did.push(`focus ${url}`),
  navigate: async (to) => void did.push(`navigate ${to}`),
});

/** Taps a notification that leads to `data`. */
async function tap(data: string | null): Promise<void> {
  const work: Promise<unknown>[] = [];
  listeners.get('notificationclick')!({
    notification: { data, close: () => did.push('close') },
    waitUntil: (promise: Promise<unknown>) => work.push(promise),
  });
  await Promise.all(work);
}

beforeAll(async () => {
  vi.stubGlobal('self', {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: (event: object) => void) =>
      listeners.set(name, listener),
    clients: {
      matchAll: async () => windows,
      openWindow: async (url: string) => did.push(`open ${url}`),
    },
  });
  await import(new URL('../../../dashboard/service-worker/sw.ts', import.meta.url).href);
});
beforeEach(() => {
  windows.length = 0;
  did.length = 0;
});

it('brings the dashboard to the front where it is open, at the conversation', async () => {
  windows.push(aWindow(`${ORIGIN}/simulator`), aWindow(`${ORIGIN}/kpis`));
  await tap(`${ORIGIN}/inbox?c=1`);
  expect(did).toEqual(['close', `focus ${ORIGIN}/kpis`, `navigate ${ORIGIN}/inbox?c=1`]);
});

it('opens it where it is not', async () => {
  windows.push(aWindow(`${ORIGIN}/simulator`));
  await tap(`${ORIGIN}/inbox?c=1`);
  expect(did).toEqual(['close', `open ${ORIGIN}/inbox?c=1`]);
});

it.each([null, 'https://elsewhere.example/inbox', '//elsewhere.example'])(
  'stays with the shop: %s',
  async (url) => {
    await tap(url);
    expect(did[1]).toMatch(/^open https:\/\/lea\.example\/?$/);
  },
);
