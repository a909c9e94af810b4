import { Button, Popover } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { inboxTexts } from '../texts.ts';

const SoldForm = lazy(() =>
  import('./SoldForm.tsx').then((module) => ({ default: module.SoldForm })),
);

interface SoldButtonProps {
  readonly conversationId: string;
  readonly actions: ConversationActions;
  readonly fullWidth?: boolean;
}

/** One tap for a sale that no cart reports, such as cash. */
export function SoldButton({ conversationId, actions, fullWidth = false }: SoldButtonProps) {
  const t = useTexts(inboxTexts);
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      position="bottom-end"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          fullWidth={fullWidth}
          leftSection={<IconCash size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t.sold}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.soldTitle}>
        <Suspense fallback={null}>
          <SoldForm
            conversationId={conversationId}
            actions={actions}
            onDone={() => setOpened(false)}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
