import { useCallback, useEffect, useRef, useState } from 'react';
import type { readSimulated, simulate } from '@http/simulator/contract.ts';
import { ApiError, call, type Answer, type Call } from '../api/client.ts';
import type { SimulatedCustomer } from './customers.ts';

export type PhoneMessage = Answer<typeof readSimulated>['messages'][number];
export type Outgoing = Omit<Call<typeof simulate>['body'], 'phone' | 'name'>;
/** Shown at once, until the server's list has it. */
export interface Unsent {
  readonly key: string;
  readonly phone: string;
  readonly outgoing: Outgoing;
  readonly at: string;
  readonly state: 'sending' | 'sent' | 'failed';
  /** Messages that were on the screen already when this one was written. */
  readonly before: ReadonlySet<string>;
}

const POLL_MS = 700;

/** One imagined phone: what it shows, and sending from it. */
export function usePhone(customer: SimulatedCustomer) {
  const { phone, name } = customer;
  const [screen, setScreen] = useState<{
    readonly phone: string;
    readonly messages: readonly PhoneMessage[];
  }>({ phone, messages: [] });
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [reachable, setReachable] = useState(true);
  // Where others can reach Léa, the simulator is for staff.
  const [signedOut, setSignedOut] = useState(false);
  const counter = useRef(0);
  const shownIds = useRef<readonly string[]>([]);

  const refresh = useCallback(async () => {
    try {
      const answer = await call<typeof readSimulated>({
        method: 'GET',
        path: '/simulator/messages',
        query: { phone },
      });
      setReachable(true);
      setSignedOut(false);
      shownIds.current = answer.messages.map((message) => message.id);
      setScreen((before) => (same(before, phone, answer) ? before : { phone, ...answer }));
      setUnsent((list) => withoutArrived(list, phone, answer.messages));
    } catch (error) {
      const refused = error instanceof ApiError && [401, 403].includes(error.status);
      setSignedOut(refused);
      setReachable(refused);
    }
  }, [phone]);

  useEffect(() => {
    let timer: number | undefined;
    let stopped = false;
    const poll = async () => {
      if (!document.hidden) await refresh();
      if (!stopped) timer = window.setTimeout(() => void poll(), POLL_MS);
    };
    void poll();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [refresh]);

  const deliver = useCallback(
    async (item: Unsent) => {
      try {
        await call<typeof simulate>({
          method: 'POST',
          path: '/simulator/messages',
          body: { phone, name, ...item.outgoing },
        });
        setUnsent((list) =>
          list.map((other) => (other.key === item.key ? { ...other, state: 'sent' } : other)),
        );
        await refresh();
      } catch {
        setUnsent((list) =>
          list.map((other) => (other.key === item.key ? { ...other, state: 'failed' } : other)),
        );
      }
    },
    [phone, name, refresh],
  );
  const send = useCallback(
    (outgoing: Outgoing) => {
      counter.current += 1;
      const item: Unsent = {
        key: `${phone}-${counter.current}`,
        phone,
        outgoing,
        at: new Date().toISOString(),
        state: 'sending',
        before: new Set(shownIds.current),
      };
      setUnsent((list) => [...list, item]);
      void deliver(item);
    },
    [phone, deliver],
  );
  const retry = useCallback(
    (item: Unsent) => {
      setUnsent((list) =>
        list.map((other) => (other.key === item.key ? { ...other, state: 'sending' } : other)),
      );
      void deliver(item);
    },
    [deliver],
  );

  return {
    messages: screen.phone === phone ? screen.messages : [],
    typing: screen.phone === phone && awaitsReply(screen.messages),
    unsent: unsent.filter((item) => item.phone === phone),
    reachable,
    signedOut,
    send,
    retry,
  };
}

/** An unchanged answer must not draw the page again twice a second. */
function same(
  before: { readonly phone: string; readonly messages: readonly PhoneMessage[] },
  phone: string,
  after: { readonly messages: readonly PhoneMessage[] },
): boolean {
  return (
    before.phone === phone && JSON.stringify(before.messages) === JSON.stringify(after.messages)
  );
}

/** Drops what the server shows by now. It names messages anew, so they are told by what they say. */
function withoutArrived(
  list: readonly Unsent[],
  phone: string,
  messages: readonly PhoneMessage[],
): readonly Unsent[] {
  const taken = new Set<string>();
  const rest = list.filter((item) => {
    if (item.phone !== phone || item.state === 'failed') return true;
    const arrived = messages.find(
      (message) =>
        message.from === 'customer' &&
        !item.before.has(message.id) &&
        !taken.has(message.id) &&
        message.text === (item.outgoing.text ?? message.text),
    );
    if (arrived) taken.add(arrived.id);
    return arrived === undefined;
  });
  return rest.length === list.length ? list : rest;
}

const TYPING_MS = 9000;

/** WhatsApp shows "typing" between a question and its answer; an advisor who has the chat answers when they can. */
function awaitsReply(messages: readonly PhoneMessage[]): boolean {
  const last = messages.at(-1);
  const spoke = messages.findLast((message) => message.from !== 'customer')?.from;
  return (
    last?.from === 'customer' && spoke !== 'advisor' && Date.now() - Date.parse(last.at) < TYPING_MS
  );
}
