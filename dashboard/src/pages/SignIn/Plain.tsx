import '../../ui/styles-rest.ts';
import { Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/Logo.tsx';

interface PlainProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One step of signing in, by itself on the screen. */
export function Plain({ title, text, children }: PlainProps) {
  return (
    <Center component="main" mih="100dvh" p="lg">
      <Stack gap="lg" w="100%" maw={400}>
        <div>
          <Logo size={44} />
          <Title order={1} size="h2" mt="md">
            {title}
          </Title>
          <Text c="dimmed">{text}</Text>
        </div>
        {children}
      </Stack>
    </Center>
  );
}
