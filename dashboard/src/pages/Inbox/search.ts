export const TABS = ['mine', 'waiting', 'assistant', 'all'] as const;
export type Tab = (typeof TABS)[number];

/** What of the inbox is kept in its address, so that a link or a reload shows the same. */
export interface InboxSearch {
  readonly tab?: Tab;
  readonly q?: string;
  readonly label?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const tab = TABS.find((name) => name === search['tab']);
  const q = text(search['q']);
  const label = text(search['label']);
  return {
    ...(tab && { tab }),
    ...(q !== undefined && { q }),
    ...(label !== undefined && { label }),
  };
}
