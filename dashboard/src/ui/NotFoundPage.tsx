import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { defineTexts, useTexts } from '../i18n/texts.ts';

const texts = defineTexts(
  {
    title: 'Cette page n’existe pas',
    text: 'L’adresse a peut-être changé.',
    home: 'Aller à l’accueil',
  },
  { title: 'There is no such page', text: 'The address may have changed.', home: 'Go home' },
);

export function NotFoundPage() {
  const t = useTexts(texts);
  return (
    <Center component="main" mih="100dvh" p="lg">
      <Stack align="center" gap="sm" maw={420}>
        <IconMapPinOff size={44} stroke={1.4} aria-hidden />
        <Title order={1} size="h3" ta="center">
          {t.title}
        </Title>
        <Text c="dimmed" ta="center">
          {t.text}
        </Text>
        <Button component="a" href="/">
          {t.home}
        </Button>
      </Stack>
    </Center>
  );
}
