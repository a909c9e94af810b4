import './styles-rest.ts';
import { Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly description?: string;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page but the inbox: a title, its actions, and what scrolls. */
export function Page({ title, description, actions, children }: PageProps) {
  return (
    <ScrollArea h="100%" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': title }}>
      <Stack p={{ base: 'md', sm: 'xl' }} gap="lg" maw={1280} mx="auto">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={1} size="h2">
              {title}
            </Title>
            {description && (
              <Text c="dimmed" mt={4}>
                {description}
              </Text>
            )}
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {children}
      </Stack>
    </ScrollArea>
  );
}
