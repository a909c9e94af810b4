import { Alert, Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { getJson } from '../../api/rest.ts';
import { systemTexts } from './texts.ts';
import classes from './System.module.css';

const EVERY_MS = 15_000;

export function SystemPage() {
  const t = useTexts(systemTexts);
  const ready = useQuery({
    queryKey: ['system', 'ready'],
    queryFn: ({ signal }) =>
      getJson<unknown>('/readyz', signal).then(
        () => ({ ready: true, message: '' }),
        (error: unknown) => ({
          ready: false,
          message: error instanceof Error ? error.message : String(error),
        }),
      ),
    refetchInterval: EVERY_MS,
  });
  const system = useQuery({
    queryKey: ['system', 'details'],
    queryFn: ({ signal }) =>
      getJson<Readonly<Record<string, unknown>>>('/functions/system', signal),
    refetchInterval: (query) => (query.state.error ? false : EVERY_MS),
  });
  return (
    <Page
      title={t.title}
      description={t.description}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={ready.isFetching && ready.isRefetching}
          onClick={() => {
            void ready.refetch();
            void system.refetch();
          }}
        >
          {t.refresh}
        </Button>
      }
    >
      <Loaded query={ready} bars={1}>
        {(state) => (
          <Alert
            color={state.ready ? 'lea' : 'orange'}
            title={state.ready ? t.ready : t.notReady}
            icon={
              state.ready ? (
                <IconCircleCheck size={18} aria-hidden />
              ) : (
                <IconAlertTriangle size={18} aria-hidden />
              )
            }
          >
            {state.ready ? t.readyText : state.message}
          </Alert>
        )}
      </Loaded>
      <Loaded query={system} bars={4}>
        {(details) => (
          <Paper withBorder p="md" bg="var(--lea-surface)">
            <Text component="h2" fw={650} m={0} mb="sm">
              {t.details}
            </Text>
            <Facts facts={details} />
          </Paper>
        )}
      </Loaded>
      <Anchor href="/docs" size="sm" w="fit-content">
        {t.docs}
      </Anchor>
    </Page>
  );
}

/** Whatever the server tells of itself, as names and values. */
function Facts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  return (
    <dl className={classes.facts}>
      {Object.entries(facts).map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { readonly value: unknown }) {
  const t = useTexts(systemTexts);
  if (value === null || value === undefined || value === '') return t.none;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value))
    return value.length === 0 ? (
      t.none
    ) : (
      <Stack gap={4}>
        {value.map((item: unknown, index) => (
          <div key={index}>
            <Value value={item} />
          </div>
        ))}
      </Stack>
    );
  if (typeof value === 'object')
    return <Facts facts={value as Readonly<Record<string, unknown>>} />;
  return typeof value === 'number' ? value.toLocaleString() : (value as string);
}
