import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTexts } from '../../i18n/texts.ts';
import { catalogueTexts } from './texts.ts';

interface LeaveDialogProps {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ opened, onStay, onLeave }: LeaveDialogProps) {
  const t = useTexts(catalogueTexts);
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      withCloseButton={false}
      zIndex={300}
      aria-label={t.unsaved}
    >
      <Stack>
        <Text size="sm">{t.unsaved}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t.discard}
          </Button>
          <Button onClick={onStay} data-autofocus>
            {t.keepEditing}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
