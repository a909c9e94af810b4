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
const QUIET_MS = 250;
/** Without the stream what is live is asked for again this often. */
const POLL_MS = 5000;

let source: EventSource | null = null;
let reachable = true;
let poll: number | undefined;
const watchers = new Set<() => void>();
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
    source.addEventListener(name, () => refresh(keys));
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
