import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { IconHourglass, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../EmptyState.tsx';
import { isMissing } from '../../api/rest.ts';
import { kitTexts } from './texts.ts';

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  /** Bars while nothing is known. */
  readonly bars?: number;
  /** Shown in place of the children when there is nothing. */
  readonly empty?: { readonly when: (data: T) => boolean; readonly show: ReactNode };
  readonly children: (data: T) => ReactNode;
}

/** Data, or why there is none; what is known stays while it is fetched again. */
export function Loaded<T>({ query, bars = 5, empty, children }: LoadedProps<T>) {
  const t = useTexts(kitTexts);
  if (query.data !== undefined)
    return empty?.when(query.data) ? <Paper withBorder>{empty.show}</Paper> : children(query.data);
  if (query.error === null)
    return (
      <Stack gap="xs" role="status" aria-label={t.loading}>
        {Array.from({ length: bars }, (_, index) => (
          <Skeleton key={index} h={index === 0 ? 38 : 56} />
        ))}
      </Stack>
    );
  return (
    <Failure error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly busy: boolean;
}

function Failure({ error, onRetry, busy }: FailureProps) {
  const t = useTexts(kitTexts);
  if (isMissing(error))
    return (
      <Paper withBorder>
        <EmptyState icon={IconHourglass} title={t.missing}>
          {t.missingText}
        </EmptyState>
      </Paper>
    );
  const forbidden = error instanceof ApiError && error.status === 403;
  return (
    <Paper withBorder role="alert">
      <EmptyState
        icon={forbidden ? IconLock : IconPlugConnectedX}
        title={forbidden ? t.forbidden : t.failed}
      >
        {!forbidden && (
          <Stack gap="sm" align="center">
            <span>{error instanceof Error ? error.message : String(error)}</span>
            <Button variant="default" size="xs" onClick={onRetry} loading={busy}>
              {t.retry}
            </Button>
          </Stack>
        )}
      </EmptyState>
    </Paper>
  );
}
