import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { beginEnrolment, confirmEnrolment, type Enrolment } from '../../api/account.ts';
import { useTexts } from '../../i18n/texts.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { QrCode } from './QrCode.tsx';
import { accountProblem, accountTexts } from './texts.ts';

/** Password, QR code, a first code, backup codes: the second factor is on only after the third step. */
export function Enrol({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(accountTexts);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const begin = useMutation({ mutationFn: beginEnrolment, onSuccess: setEnrolment });
  const confirm = useMutation({ mutationFn: confirmEnrolment, onError: () => setCode('') });
  const problem = begin.error ?? confirm.error;

  if (enrolment !== null && confirm.isSuccess)
    return <BackupCodes codes={enrolment.backupCodes} onDone={onDone} />;
  const secret = enrolment && new URL(enrolment.totpURI).searchParams.get('secret');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (enrolment === null) begin.mutate(password);
        else confirm.mutate(code.trim());
      }}
    >
      <Stack gap="sm">
        {problem && (
          <Alert color="red" role="alert" p="xs">
            {accountProblem(t, problem)}
          </Alert>
        )}
        {enrolment === null ? (
          <>
            <PasswordInput
              label={t.password}
              description={t.passwordHint}
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={begin.isPending}>
              {t.next}
            </Button>
          </>
        ) : (
          <>
            <div>
              <Text fw={600}>{t.scan}</Text>
              <Text size="sm" c="dimmed">
                {t.scanText}
              </Text>
            </div>
            <QrCode text={enrolment.totpURI} label={t.qr} />
            <div>
              <Text size="sm" c="dimmed">
                {t.secret}
              </Text>
              <Group gap="xs">
                <Code fz="sm">{secret}</Code>
                <CopyButton value={secret ?? ''}>
                  {({ copied, copy }) => (
                    <Button size="compact-xs" variant="default" onClick={copy}>
                      {copied ? t.copied : t.copy}
                    </Button>
                  )}
                </CopyButton>
              </Group>
            </div>
            <TextInput
              label={t.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={confirm.isPending}>
              {t.check}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
