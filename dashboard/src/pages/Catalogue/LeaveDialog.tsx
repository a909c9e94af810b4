import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTexts } from '../../i18n/texts.ts';
import { catalogueTexts } from './texts.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  useFocusBack();
  const t = useTexts(catalogueTexts);
  return (
    <Modal opened onClose={onStay} withCloseButton={false} zIndex={300} title={t.unsaved}>
      <Stack>
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
