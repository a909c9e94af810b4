import { ActionIcon, Badge, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconInbox, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Virtuoso } from 'react-virtuoso';
import { useTexts } from '../../../i18n/texts.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { useInbox } from '../hooks/use-inbox.ts';
import { useNow } from '../hooks/use-now.ts';
import { inboxSearch, type InboxSearch } from '../search.ts';
import { inboxTexts } from '../texts.ts';
import { ConversationRow } from './ConversationRow.tsx';
import { Tabs } from './Tabs.tsx';
import classes from '../Inbox.module.css';

interface ConversationListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  readonly search: InboxSearch;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onSearch: (search: InboxSearch) => void;
}

export function ConversationList({
  inbox,
  search,
  selected,
  onOpen,
  onSearch,
}: ConversationListProps) {
  const t = useTexts(inboxTexts);
  const now = useNow(30_000);
  const [typed, setTyped] = useState(search.q ?? '');
  const ask = useDebouncedCallback((q: string) => onSearch(withText(search, q)), 250);
  const change = (q: string) => {
    setTyped(q);
    ask(q);
  };
  return (
    <section className={classes.list} aria-label={t.list}>
      <div className={classes.listHead}>
        <h1 className={classes.title}>{t.title}</h1>
        <TextInput
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
          placeholder={t.search}
          aria-label={t.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            typed !== '' && (
              <ActionIcon size="sm" aria-label={t.clear} onClick={() => change('')}>
                <IconX size={14} />
              </ActionIcon>
            )
          }
        />
        <Tabs
          tab={search.tab ?? 'all'}
          counts={inbox.counts}
          onChange={(tab) => onSearch({ ...search, tab })}
        />
        {search.label !== undefined && (
          <Badge
            rightSection={
              <ActionIcon
                size={16}
                variant="transparent"
                aria-label={t.removeFilter}
                onClick={() => onSearch(withoutLabel(search))}
              >
                <IconX size={12} />
              </ActionIcon>
            }
          >
            {t.filteredBy} : {search.label}
          </Badge>
        )}
      </div>
      {inbox.isPending ? (
        <Stack p="sm" gap="xs">
          {[0, 1, 2, 3, 4, 5].map((line) => (
            <Skeleton key={line} h={64} radius="md" />
          ))}
        </Stack>
      ) : inbox.items.length === 0 ? (
        <EmptyState icon={IconInbox} title={t.noResults}>
          {search.q === undefined ? t.noResultsText : t.noMatch}
        </EmptyState>
      ) : (
        <Virtuoso
          style={{ flex: 1 }}
          data={inbox.items}
          tabIndex={-1}
          computeItemKey={(_, item) => item.id}
          endReached={() => {
            if (inbox.hasNextPage && !inbox.isFetchingNextPage) void inbox.fetchNextPage();
          }}
          increaseViewportBy={400}
          itemContent={(_, item) => (
            <ConversationRow
              item={item}
              now={now}
              selected={item.id === selected}
              onOpen={onOpen}
            />
          )}
        />
      )}
    </section>
  );
}

function withText(search: InboxSearch, q: string): InboxSearch {
  return inboxSearch({ ...search, q: q.trim() });
}
function withoutLabel(search: InboxSearch): InboxSearch {
  return inboxSearch({ ...search, label: undefined });
}
