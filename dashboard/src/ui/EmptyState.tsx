import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Says what will be here, and how to get there. */
export function EmptyState({ icon: IconOf, title, children }: EmptyStateProps) {
  return (
    <Center p="xl" h="100%">
      <Stack align="center" gap={6} maw={360}>
        <ThemeIcon size={56} radius="xl" variant="light">
          <IconOf size={28} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Text fw={600} ta="center">
          {title}
        </Text>
        {children && (
          <Text component="div" c="dimmed" size="sm" ta="center">
            {children}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
