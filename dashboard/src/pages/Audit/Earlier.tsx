import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/texts.ts';
import { auditTexts } from './texts.ts';

interface EarlierProps {
  readonly log: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

export function Earlier({ log }: EarlierProps) {
  const t = useTexts(auditTexts);
  if (!log.hasNextPage) return null;
  return (
    <Button
      variant="default"
      w="fit-content"
      loading={log.isFetchingNextPage}
      onClick={() => void log.fetchNextPage()}
    >
      {t.earlier}
    </Button>
  );
}
