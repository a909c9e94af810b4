import { useEffect, useSyncExternalStore } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import { onReachability } from './client.ts';
import { queryClient } from './query-client.ts';

/** What each event makes stale. Pages name their queries so that the first word is one of these. */
const STALE = {
  conversation: [['inbox'], ['conversations']],
  message: [['inbox']],
  alert: [['alerts'], ['inbox']],
  order: [['orders'], ['kpis'], ['inbox', 'customer']],
  product: [['products'], ['demand']],
  settings: [['me'], ['settings']],
} as const satisfies Record<string, readonly QueryKey[]>;
export type LiveEvent = keyof typeof STALE;
const QUIET_MS = 250;
/** Without the stream what is live is asked for again this often. */
const POLL_MS = 5000;

let source: EventSource | null = null;
let reachable = true;
let poll: number | undefined;
const watchers = new Set<() => void>();
const listeners = new Map<string, Set<(id: string) => void>>();
const pending = new Map<string, QueryKey>();
let timer: number | undefined;

/** Many events in one moment lead to one refresh. */
function refresh(keys: readonly QueryKey[]): void {
  for (const key of keys) pending.set(key.join('/'), key);
  timer ??= window.setTimeout(() => {
    timer = undefined;
    const due = [...pending.values()];
    pending.clear();
    for (const queryKey of due) void queryClient.invalidateQueries({ queryKey });
  }, QUIET_MS);
}

onReachability((value) => {
  if (reachable === value) return;
  reachable = value;
  for (const watcher of watchers) watcher();
});

/** A proxy may cut event streams: the page is then a few seconds late, and works. */
function setStreaming(streaming: boolean): void {
  if (streaming === (poll === undefined)) return;
  if (streaming) {
    window.clearInterval(poll);
    poll = undefined;
  } else {
    poll = window.setInterval(() => refresh([['inbox'], ['alerts']]), POLL_MS);
  }
}

function open(): void {
  let wasLost = false;
  source = new EventSource('/events');
  source.onopen = () => {
    setStreaming(true);
    // What happened meanwhile was not told: read everything that is shown again.
    if (wasLost) void queryClient.invalidateQueries();
    wasLost = false;
  };
  source.onerror = () => {
    wasLost = true;
    setStreaming(false);
    // The browser reconnects by itself, except after an HTTP error.
    if (source?.readyState === EventSource.CLOSED)
      window.setTimeout(() => source?.readyState === EventSource.CLOSED && open(), 5000);
  };
  for (const [name, keys] of Object.entries(STALE)) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      refresh(keys);
      const id = idOf(event.data);
      for (const listener of listeners.get(name) ?? []) listener(id);
    });
  }
}

function idOf(data: string): string {
  try {
    return (JSON.parse(data) as { id?: string }).id ?? '';
  } catch {
    return '';
  }
}

/** The one connection of this tab, while the caller is on screen. */
export function useLiveUpdates(): void {
  useEffect(() => {
    open();
    return () => {
      source?.close();
      setStreaming(true);
      source = null;
    };
  }, []);
}

/** Hears one kind of event beside the refreshing. */
export function useLiveEvent(name: LiveEvent, listener: (id: string) => void): void {
  useEffect(() => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => void set.delete(listener);
  }, [name, listener]);
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  window.addEventListener('online', watcher);
  window.addEventListener('offline', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('online', watcher);
    window.removeEventListener('offline', watcher);
  };
};

/** Whether the server can be reached from here. */
export const useConnected = (): boolean =>
  useSyncExternalStore(subscribe, () => reachable && navigator.onLine);
