import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly text: string;
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, text, mark, children }: CardProps) {
  return (
    <Paper withBorder p="md" bg="var(--lea-surface)" component="section">
      <Stack gap="md">
        <div>
          <Group justify="space-between" gap="xs">
            <Title order={2} size="h4">
              {title}
            </Title>
            {mark}
          </Group>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
