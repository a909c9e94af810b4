import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../../i18n/texts.ts';
import { Logo } from '../../ui/Logo.tsx';
import { signInTexts } from './texts.ts';

const route = getRouteApi('/sign-in/link');

/** A mail scanner that opens every link must not use it up: a person presses the button. */
export function SignInLinkPage() {
  const t = useTexts(signInTexts);
  const { token } = route.useSearch();
  const query = new URLSearchParams({ token, callbackURL: '/', errorCallbackURL: '/sign-in' });
  return (
    <Center component="main" mih="100dvh" p="lg">
      <Stack align="center" gap="md">
        <Logo size={48} />
        <Title order={1} size="h2">
          {t.linkTitle}
        </Title>
        <Text c="dimmed" ta="center">
          {t.linkText}
        </Text>
        <Button component="a" size="md" href={`/auth/magic-link/verify?${query.toString()}`}>
          {t.linkConfirm}
        </Button>
      </Stack>
    </Center>
  );
}
