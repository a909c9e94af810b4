import { useEffect, useState } from 'react';
import type { presence } from '@http/inbox/actions-contract.ts';
import { call, type Answer } from '../../../api/client.ts';

export type Viewer = Answer<typeof presence>['viewers'][number];
const EVERY_MS = 8000;

/** Tells the others that I look here, and who of them does; a hidden tab counts as gone. */
export function usePresence(conversationId: string, writing: boolean): readonly Viewer[] {
  const [viewers, setViewers] = useState<readonly Viewer[]>([]);
  useEffect(() => {
    let gone = false;
    const tell = () => {
      if (document.hidden) return;
      call<typeof presence>({
        method: 'POST',
        path: '/functions/inbox/presence',
        body: { conversation_id: conversationId, writing },
      })
        .then((answer) => {
          if (!gone) setViewers(answer.viewers);
        })
        // Presence is a courtesy: without it everything else works.
        .catch(() => undefined);
    };
    tell();
    const timer = window.setInterval(tell, EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      gone = true;
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [conversationId, writing]);
  return viewers;
}
