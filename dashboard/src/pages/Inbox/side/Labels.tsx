import { ActionIcon, Autocomplete, Badge, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from '../../../api/query-client.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { InboxItem } from '../hooks/use-inbox.ts';
import { inboxTexts } from '../texts.ts';

/** Labels in use on what is loaded: enough to spell them alike. */
function knownLabels(): string[] {
  const pages = queryClient.getQueriesData<{
    pages?: readonly { readonly items: readonly InboxItem[] }[];
  }>({ queryKey: ['inbox', 'list'] });
  return [
    ...new Set(
      pages
        .flatMap(([, data]) => data?.pages ?? [])
        .flatMap((page) => page.items)
        .flatMap((item) => item.labels),
    ),
  ].sort();
}

export function Labels({
  labels,
  onChange,
}: {
  readonly labels: readonly string[];
  readonly onChange: (labels: string[]) => void;
}) {
  const t = useTexts(inboxTexts);
  const [typed, setTyped] = useState('');
  const add = (label: string) => {
    const clean = label.trim().slice(0, 40);
    setTyped('');
    if (clean !== '' && !labels.includes(clean)) onChange([...labels, clean]);
  };
  return (
    <>
      <Group gap={6} mb={labels.length > 0 ? 8 : 0}>
        {labels.map((label) => (
          <Badge
            key={label}
            size="lg"
            color="lea"
            rightSection={
              <ActionIcon
                size={16}
                variant="transparent"
                color="lea"
                aria-label={t.removeLabel(label)}
                onClick={() => onChange(labels.filter((other) => other !== label))}
              >
                <IconX size={12} />
              </ActionIcon>
            }
          >
            <Link
              to="/inbox"
              search={{ label }}
              style={{ color: 'inherit', textDecoration: 'none' }}
            >
              {label}
            </Link>
          </Badge>
        ))}
      </Group>
      <Autocomplete
        size="xs"
        placeholder={t.addLabel}
        aria-label={t.addLabel}
        data={knownLabels().filter((label) => !labels.includes(label))}
        value={typed}
        maxLength={40}
        onChange={setTyped}
        onOptionSubmit={(label) => window.setTimeout(() => add(label), 0)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(typed);
          }
        }}
      />
    </>
  );
}
