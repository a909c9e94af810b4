import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMessage, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { listInbox } from '@http/inbox/contract.ts';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { navigationFor } from '../navigation.ts';
import { shellTexts } from './texts.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const [store, spotlight] = createSpotlight();

/** ⌘K: every page, and customers or messages by what is typed. */
export function CommandPalette({ onClosed }: { readonly onClosed: () => void }) {
  useEffect(() => spotlight.open(), []);
  const t = useTexts(shellTexts);
  const me = useMe().data;
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 200);
  const { data: found } = useQuery({
    queryKey: ['inbox', 'palette', asked],
    queryFn: ({ signal }) =>
      call<typeof listInbox>({
        method: 'GET',
        path: '/functions/inbox',
        query: { tab: 'all', q: asked, limit: 6 },
        signal,
      }),
    enabled: asked.length >= 2 && me !== undefined && me.role !== 'product_editor',
  });

  const pages = navigationFor(me?.role ?? 'support')
    .map(({ to, label, icon: IconOf }) => ({
      id: to,
      label: t[label] as string,
      leftSection: <IconOf size={20} stroke={1.6} />,
      onClick: () => void navigate({ to }),
    }))
    .filter((action) => fold(action.label).includes(fold(query)));
  const conversations = (asked === '' ? [] : (found?.items ?? [])).map((item) => ({
    id: item.id,
    label: item.customer.name ?? item.customer.phone ?? '—',
    description: item.match ?? item.last_message?.text ?? '',
    leftSection: <IconMessage size={20} stroke={1.6} />,
    onClick: () =>
      void navigate({ to: '/inbox/$conversationId', params: { conversationId: item.id } }),
  }));
  const actions: SpotlightActionGroupData[] = [
    { group: t.conversations, actions: conversations },
    { group: t.pages, actions: pages },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      store={store}
      attributes={{ content: { 'aria-label': t.search } }}
      shortcut={null}
      onSpotlightClose={onClosed}
      query={query}
      onQueryChange={setQuery}
      // The lists are filtered here: a message that was found need not contain the words as typed.
      filter={(_, all) => all}
      actions={actions}
      nothingFound={t.nothing}
      highlightQuery={false}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={20} stroke={1.5} />,
        placeholder: t.search,
        'aria-label': t.search,
      }}
    />
  );
}
