import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyDone } from '../../../ui/notify.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { inboxTexts } from '../texts.ts';

interface EraseDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly userId: string;
  readonly actions: ConversationActions;
  readonly onErased: () => void;
}

/** There is no way back: the word has to be typed. */
export function EraseDialog({ opened, onClose, userId, actions, onErased }: EraseDialogProps) {
  const t = useTexts(inboxTexts);
  const [typed, setTyped] = useState('');
  const ready = typed.trim().toUpperCase() === t.eraseWord;
  const close = () => {
    setTyped('');
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    actions.erase.mutate(userId, {
      onSuccess: () => {
        close();
        notifyDone(t.eraseDone);
        onErased();
      },
    });
  };
  return (
    <Modal opened={opened} onClose={close} title={t.eraseTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t.eraseText}</Text>
          <TextInput
            label={t.eraseType}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button type="submit" color="red" disabled={!ready} loading={actions.erase.isPending}>
              {t.erase}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
