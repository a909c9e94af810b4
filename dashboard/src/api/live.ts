import { useEffect, useSyncExternalStore } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client.ts';

/** What each event makes stale. Pages name their queries so that the first word is one of these. */
const STALE: Record<string, readonly QueryKey[]> = {
  conversation: [['inbox'], ['conversations']],
  message: [['inbox']],
  alert: [['alerts'], ['inbox']],
  order: [['orders'], ['kpis'], ['inbox', 'customer']],
  product: [['products'], ['demand']],
  settings: [['me'], ['settings']],
};
const QUIET_MS = 250;

let source: EventSource | null = null;
let connected = true;
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

function setConnected(value: boolean): void {
  if (connected === value) return;
  connected = value;
  for (const watcher of watchers) watcher();
}

function open(): void {
  let wasLost = false;
  source = new EventSource('/events');
  source.onopen = () => {
    setConnected(true);
    // What happened meanwhile was not told: read everything that is shown again.
    if (wasLost) void queryClient.invalidateQueries();
    wasLost = false;
  };
  source.onerror = () => {
    wasLost = true;
    setConnected(false);
    // The browser reconnects by itself, except after an HTTP error.
    if (source?.readyState === EventSource.CLOSED) window.setTimeout(() => source?.readyState === EventSource.CLOSED && open(), 5000);
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
      source = null;
    };
  }, []);
}

/** Hears one kind of event beside the refreshing. */
export function useLiveEvent(name: keyof typeof STALE & string, listener: (id: string) => void): void {
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

/** Whether news reach this tab. */
export const useConnected = (): boolean => useSyncExternalStore(subscribe, () => connected && navigator.onLine);
