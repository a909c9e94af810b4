import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword, refreshAccount } from '../../api/account.ts';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Card } from './Card.tsx';
import { accountProblem, accountTexts } from './texts.ts';

export function ChangePassword({ email }: { readonly email: string }) {
  const t = useTexts(accountTexts);
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(current, fresh),
    onSuccess: () => {
      notifyDone(t.changed);
      setCurrent('');
      setFresh('');
      return refreshAccount();
    },
  });
  return (
    <Card title={t.passwordTitle} text={t.passwordText}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="sm" maw={360}>
          {change.error && (
            <Alert color="red" role="alert" p="xs">
              {accountProblem(t, change.error)}
            </Alert>
          )}
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label={t.current}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t.fresh}
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={128}
            value={fresh}
            onChange={(event) => setFresh(event.currentTarget.value)}
          />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {t.change}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
