import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { listInbox } from '@http/inbox/contract.ts';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { chime } from '../../ui/chime.ts';

export const useSound = () =>
  useLocalStorage({ key: 'lea.sound', defaultValue: true, getInitialValueInEffect: false });

/** How many customers wait for a human: in the tab's title, and heard when one more does. */
export function useWaitingSignal(): number {
  const me = useMe().data;
  const [sound] = useSound();
  const { data } = useQuery({
    queryKey: ['inbox', 'waiting-count'],
    queryFn: ({ signal }) =>
      call<typeof listInbox>({
        method: 'GET',
        path: '/functions/inbox',
        query: { tab: 'waiting', limit: 1 },
        signal,
      }),
    enabled: me !== undefined && me.role !== 'product_editor',
    // A tab in the background must ring too.
    refetchInterval: 60_000,
    refetchIntervalInBackground: true,
  });
  const waiting = data?.counts.waiting ?? 0;
  const before = useRef<number | null>(null);

  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Léa` : 'Léa';
    if (data === undefined) return;
    if (before.current !== null && waiting > before.current && sound) chime();
    before.current = waiting;
  }, [waiting, sound, data]);
  return waiting;
}
