import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { queryClient } from '../../api/query-client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { Logo } from '../../ui/Logo.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signInTexts } from './texts.ts';
import classes from './SignIn.module.css';

const route = getRouteApi('/sign-in');

/** Only addresses of this site, read as browsers do: `//elsewhere` and `/\\elsewhere` would leave it. */
function onThisSite(target = '/'): string {
  const { origin } = window.location;
  if (!target.startsWith('/') || !URL.canParse(target, origin)) return '/';
  const url = new URL(target, origin);
  return url.origin === origin ? url.pathname + url.search + url.hash : '/';
}

export function SignInPage() {
  const t = useTexts(signInTexts);
  const { language, setLanguage } = useLanguage();
  const { redirect, two_factor: owesCode, error } = route.useSearch();
  const router = route.useNavigate();
  const done = async () => {
    queryClient.clear();
    await router({ href: onThisSite(redirect), replace: true });
  };
  return (
    <div className={classes.screen}>
      <aside className={classes.aside}>
        <p className={classes.promise}>{t.promiseTitle}</p>
        <p className={classes.text}>{t.promise}</p>
      </aside>
      <main className={classes.main}>
        <Stack className={classes.box} gap="xl">
          <div>
            <Logo size={44} />
            <Title order={1} size="h2" mt="md">
              {t.title}
            </Title>
            <Text c="dimmed">{t.subtitle}</Text>
          </div>
          <SignInForm
            onSignedIn={() => void done()}
            owesCode={owesCode === 1}
            notice={error === undefined ? null : t.linkSpent}
          />
          <Group gap="xs">
            {(['fr', 'en'] as const).map((value) => (
              <UnstyledButton
                key={value}
                lang={value}
                onClick={() => setLanguage(value)}
                aria-pressed={language === value}
                className={classes.language}
              >
                {value === 'fr' ? 'Français' : 'English'}
              </UnstyledButton>
            ))}
          </Group>
        </Stack>
      </main>
    </div>
  );
}
