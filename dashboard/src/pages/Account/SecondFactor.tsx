import { Alert, Badge, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newBackupCodes, refreshAccount, removeSecondFactor } from '../../api/account.ts';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone } from '../../ui/notify.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { Card } from './Card.tsx';
import { Enrol } from './Enrol.tsx';
import { accountProblem, accountTexts } from './texts.ts';

interface SecondFactorProps {
  readonly enabled: boolean;
  /** An admin demands it: it cannot be switched off. */
  readonly required: boolean;
}

export function SecondFactor({ enabled, required }: SecondFactorProps) {
  const t = useTexts(accountTexts);
  const [enrolling, setEnrolling] = useState(false);
  const [asked, setAsked] = useState<'remove' | 'codes' | null>(null);
  const [password, setPassword] = useState('');
  const leave = () => {
    setAsked(null);
    setPassword('');
  };
  const remove = useMutation({
    mutationFn: removeSecondFactor,
    onSuccess: () => {
      notifyDone(t.removed);
      leave();
      return refreshAccount();
    },
  });
  const codes = useMutation({ mutationFn: newBackupCodes, onSuccess: leave });
  const problem = remove.error ?? codes.error;

  const body = () => {
    if (enrolling)
      return (
        <Enrol
          onDone={() => {
            notifyDone(t.enabled);
            setEnrolling(false);
            void refreshAccount();
          }}
        />
      );
    if (!enabled) return <Button onClick={() => setEnrolling(true)}>{t.begin}</Button>;
    if (codes.data)
      return <BackupCodes codes={codes.data.backupCodes} onDone={() => codes.reset()} />;
    if (asked === null)
      return (
        <Group gap="xs">
          <Button variant="default" onClick={() => setAsked('codes')}>
            {t.newCodes}
          </Button>
          {!required && (
            <Button variant="default" onClick={() => setAsked('remove')}>
              {t.remove}
            </Button>
          )}
        </Group>
      );
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          (asked === 'remove' ? remove : codes).mutate(password);
        }}
      >
        <Stack gap="sm">
          {problem && (
            <Alert color="red" role="alert" p="xs">
              {accountProblem(t, problem)}
            </Alert>
          )}
          <PasswordInput
            label={t.password}
            description={t.passwordHint}
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button variant="default" onClick={leave}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              color={asked === 'remove' ? 'red' : 'lea'}
              loading={remove.isPending || codes.isPending}
            >
              {asked === 'remove' ? t.remove : t.newCodes}
            </Button>
          </Group>
        </Stack>
      </form>
    );
  };
  return (
    <Card
      title={t.factor}
      text={t.factorText}
      mark={<Badge color={enabled ? 'lea' : 'gray'}>{enabled ? t.on : t.off}</Badge>}
    >
      {body()}
    </Card>
  );
}
