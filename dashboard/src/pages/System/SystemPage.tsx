import { Alert, Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { getJson } from '../../api/rest.ts';
import { SystemDetails, type SystemState } from './SystemDetails.tsx';
import { systemTexts } from './texts.ts';
import classes from './System.module.css';

const EVERY_MS = 15_000;
const KNOWN = ['no_cart', 'no_mail', 'fake_messaging', 'plain_http', 'same_secret'] as const;
const isKnown = (code: string): code is (typeof KNOWN)[number] =>
  (KNOWN as readonly string[]).includes(code);

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
    queryFn: ({ signal }) => getJson<SystemState>('/functions/system', signal),
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
        {(state) => (
          <>
            {state.warnings.length > 0 && (
              <Alert
                color="orange"
                title={t.warnings}
                icon={<IconAlertTriangle size={18} aria-hidden />}
              >
                <ul className={classes.warnings}>
                  {state.warnings.map((code) => (
                    <li key={code}>{isKnown(code) ? t[code] : code}</li>
                  ))}
                </ul>
              </Alert>
            )}
            <SystemDetails state={state} />
          </>
        )}
      </Loaded>
      <Anchor href="/docs" size="sm" w="fit-content">
        {t.docs}
      </Anchor>
    </Page>
  );
}
