import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { defineTexts, useTexts } from '../i18n/texts.ts';

const texts = defineTexts(
  { title: 'Cette page ne s’ouvre pas', again: 'Réessayer' },
  { title: 'This page does not open', again: 'Try again' },
);

export function ErrorPage({ error }: ErrorComponentProps) {
  const t = useTexts(texts);
  return (
    <Center mih="60vh" p="lg">
      <Stack align="center" gap="sm" maw={420}>
        <IconPlugConnectedX size={44} stroke={1.4} aria-hidden />
        <Title order={1} size="h3" ta="center">
          {t.title}
        </Title>
        <Text c="dimmed" ta="center">
          {error instanceof Error ? error.message : String(error)}
        </Text>
        <Button onClick={() => window.location.reload()}>{t.again}</Button>
      </Stack>
    </Center>
  );
}
