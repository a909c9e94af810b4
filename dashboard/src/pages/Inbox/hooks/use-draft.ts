import { useCallback, useState } from 'react';

/** What is being written, kept over reloads, changes of conversation and an ended session. */
export function useDraft(conversationId: string, kind: 'reply' | 'note') {
  const key = `lea.draft.${kind}.${conversationId}`;
  const [state, setState] = useState({ key, text: sessionStorage.getItem(key) ?? '' });
  // The key changed while mounted: the draft of the other conversation is read in the same render.
  const text = state.key === key ? state.text : (sessionStorage.getItem(key) ?? '');
  const setText = useCallback(
    (next: string) => {
      setState({ key, text: next });
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    },
    [key],
  );
  return [text, setText] as const;
}
