import { Alert, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { pushState, startPush, stopPush } from '../../api/push.ts';
import { queryClient } from '../../api/query-client.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { notifyError } from '../../ui/notify.ts';
import { Card } from './Card.tsx';
import { accountTexts } from './texts.ts';

const pushQuery = { queryKey: ['push'], queryFn: pushState } as const;

/** Alerts on the screen of this browser, also while no page of Léa is open. */
export function Push({ pushKey }: { readonly pushKey: string }) {
  const t = useTexts(accountTexts);
  const state = useQuery(pushQuery);
  const change = useMutation({
    mutationFn: (on: boolean) => (on ? startPush(pushKey) : stopPush()),
    onError: (error) => notifyError(error, t.failed),
    onSettled: () => queryClient.invalidateQueries(pushQuery),
  });
  return (
    <Card title={t.push} text={t.pushText}>
      <Loaded query={state} bars={1}>
        {(is) =>
          is === 'unsupported' || is === 'denied' ? (
            <Alert color="gray">{is === 'denied' ? t.pushDenied : t.pushUnsupported}</Alert>
          ) : (
            <Switch
              label={t.pushHere}
              checked={change.isPending ? change.variables : is === 'on'}
              disabled={change.isPending}
              onChange={(event) => change.mutate(event.currentTarget.checked)}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
