import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconCopy, IconLifebuoy } from '@tabler/icons-react';
import { useTexts } from '../../i18n/texts.ts';
import { accountTexts } from './texts.ts';

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown once: nobody can read them again. */
export function BackupCodes({ codes, onDone }: BackupCodesProps) {
  const t = useTexts(accountTexts);
  return (
    <Stack gap="sm">
      <Alert color="orange" icon={<IconLifebuoy size={18} aria-hidden />} title={t.backup}>
        {t.backupText}
      </Alert>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="sm" ta="center" p={6}>
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t.backupDone}</Button>
      </Group>
    </Stack>
  );
}
