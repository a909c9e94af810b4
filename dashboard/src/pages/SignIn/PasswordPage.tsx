import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { askPasswordMail, resetPassword } from '../../api/account.ts';
import { ApiError } from '../../api/client.ts';
import { useTexts } from '../../i18n/texts.ts';
import { accountProblem, accountTexts } from '../Account/texts.ts';
import { Plain } from './Plain.tsx';
import { signInTexts } from './texts.ts';

const route = getRouteApi('/sign-in/password');

/** With the mail's link a new password is chosen; without it, the mail is asked for. */
export function PasswordPage() {
  const t = useTexts(signInTexts);
  const { token } = route.useSearch();
  return (
    <Plain title={t.passwordTitle} text={token === '' ? t.askText : t.chooseText}>
      {token === '' ? <Ask /> : <Choose token={token} />}
      <Link to="/sign-in">{t.backToSignIn}</Link>
    </Plain>
  );
}

function Ask() {
  const t = useTexts(signInTexts);
  const account = useTexts(accountTexts);
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: askPasswordMail });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(email.trim());
      }}
    >
      <Stack gap="md">
        {ask.error && (
          <Alert color="red" role="alert" p="xs">
            {accountProblem(account, ask.error)}
          </Alert>
        )}
        {ask.isSuccess && (
          <Alert color="lea" role="status" p="xs">
            {t.passwordSent}
          </Alert>
        )}
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          required
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={ask.isPending}>
          {t.askPassword}
        </Button>
      </Stack>
    </form>
  );
}

function Choose({ token }: { readonly token: string }) {
  const t = useTexts(signInTexts);
  const account = useTexts(accountTexts);
  const [password, setPassword] = useState('');
  const reset = useMutation({ mutationFn: () => resetPassword(token, password) });
  if (reset.isSuccess)
    return (
      <Alert color="lea" role="status">
        {t.passwordChosen}
      </Alert>
    );
  const spent = reset.error instanceof ApiError && reset.error.code === 'INVALID_TOKEN';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate();
      }}
    >
      <Stack gap="md">
        {reset.error && (
          <Alert color="red" role="alert" p="xs">
            {spent ? t.linkSpent : accountProblem(account, reset.error)}
            {spent && (
              <>
                {' '}
                <Link to="/sign-in/password" search={{ token: '' }}>
                  {t.askPassword}
                </Link>
              </>
            )}
          </Alert>
        )}
        <PasswordInput
          label={t.newPassword}
          description={t.passwordRule}
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
          autoFocus
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={reset.isPending}>
          {t.choosePassword}
        </Button>
      </Stack>
    </form>
  );
}
