import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Role } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { teamTexts } from './texts.ts';
import { ROLES, useInvite } from './use-staff.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const t = useTexts(teamTexts);
  const kit = useTexts(kitTexts);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('support');
  const invite = useInvite();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { name: name.trim(), email: email.trim(), role },
      {
        onSuccess: ({ mailed }) => {
          if (mailed) notifyDone(t.invited);
          else notifyError(new Error(t.notMailed), t.inviteTitle);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t.inviteTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t.inviteText}
          </Text>
          <TextInput
            label={t.name}
            required
            maxLength={120}
            autoComplete="off"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            type="email"
            label={t.email}
            required
            maxLength={200}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Radio.Group
            label={t.role}
            value={role}
            onChange={(value) => setRole(ROLES.find((known) => known === value) ?? 'support')}
          >
            <Stack gap="xs" mt={6}>
              {ROLES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t[`role_${value}`]}
                  description={t[`hint_${value}`]}
                />
              ))}
            </Stack>
          </Radio.Group>
          {invite.error && (
            <Alert color="red" title={kit.actionFailed}>
              {invite.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {kit.cancel}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
