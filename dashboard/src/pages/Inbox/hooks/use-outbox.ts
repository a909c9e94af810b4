import { useSyncExternalStore } from 'react';
import type { sendMessage } from '@http/conversations/contract.ts';
import { ApiError, call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { threadKey } from './use-thread.ts';

/** A message on its way to the server, shown at once. */
export interface Pending {
  readonly echoId: string;
  readonly conversationId: string;
  readonly content: string;
  readonly at: string;
  readonly state: 'sending' | 'failed';
  readonly problem: string | null;
}

let pending: readonly Pending[] = [];
const watchers = new Set<() => void>();
/** One after the other, so that the customer reads them in the order in which they were written. */
let chain: Promise<void> = Promise.resolve();

function change(next: readonly Pending[]): void {
  pending = next;
  for (const watcher of watchers) watcher();
}

async function deliver(entry: Pending): Promise<void> {
  try {
    await call<typeof sendMessage>({
      method: 'POST',
      path: '/functions/send-message',
      body: { conversation_id: entry.conversationId, content: entry.content },
      // Trying again after a lost answer must not send it twice.
      idempotencyKey: entry.echoId,
    });
    await queryClient.invalidateQueries({ queryKey: threadKey(entry.conversationId) });
    change(pending.filter((item) => item.echoId !== entry.echoId));
    void queryClient.invalidateQueries({ queryKey: ['inbox', 'list'] });
  } catch (error) {
    const problem = error instanceof ApiError ? error.message : String(error);
    change(
      pending.map((item) =>
        item.echoId === entry.echoId ? { ...item, state: 'failed', problem } : item,
      ),
    );
  }
}

export function send(conversationId: string, content: string): void {
  const entry: Pending = {
    echoId: newId(),
    conversationId,
    content,
    at: new Date().toISOString(),
    state: 'sending',
    problem: null,
  };
  change([...pending, entry]);
  chain = chain.then(() => deliver(entry));
}

export function retry(echoId: string): void {
  const entry = pending.find((item) => item.echoId === echoId);
  if (!entry) return;
  change(
    pending.map((item) =>
      item.echoId === echoId ? { ...item, state: 'sending', problem: null } : item,
    ),
  );
  chain = chain.then(() => deliver(entry));
}

export const discard = (echoId: string): void =>
  change(pending.filter((item) => item.echoId !== echoId));

/** `randomUUID` exists on secure origins only; the shop may open the dashboard by its LAN address. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

export const useOutbox = (): readonly Pending[] => useSyncExternalStore(subscribe, () => pending);
