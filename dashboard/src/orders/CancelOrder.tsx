import { Anchor, Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { cancelOrder } from '@http/orders/contract.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { formatFcfa } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { notifyDone, notifyError } from '../ui/notify.ts';
import { cancelTexts } from './texts.ts';

interface CancelOrderProps {
  readonly order: {
    readonly id: string;
    readonly code: string | null;
    readonly status: 'pending' | 'completed' | 'cancelled';
    readonly amount_cfa: number;
  };
}

const SHORTEST_REASON = 3;

/** Takes an order back, a completed one too; nothing for one that is cancelled already. */
export function CancelOrder({ order }: CancelOrderProps) {
  const t = useTexts(cancelTexts);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tell, setTell] = useState(false);
  const cancel = useMutation({
    mutationFn: () =>
      call<typeof cancelOrder>({
        method: 'POST',
        path: '/functions/cancel-order',
        body: { order_id: order.id, reason, notify_customer: tell },
      }),
    onSuccess: async () => {
      setAsking(false);
      notifyDone(t.done);
      await queryClient.invalidateQueries();
    },
    onError: (error) => notifyError(error, t.failed),
  });
  if (order.status === 'cancelled') return null;
  const name = order.code ?? order.id.slice(0, 8);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate();
  };
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-label={t.cancelOf(name)}
        onClick={() => setAsking(true)}
      >
        {t.cancel}
      </Anchor>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t.title(name)}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm" fw={600}>
              {formatFcfa(order.amount_cfa)}
            </Text>
            <Text size="sm">{order.status === 'completed' ? t.completed : t.pending}</Text>
            <Textarea
              label={t.reason}
              required
              autosize
              minRows={2}
              maxLength={500}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Checkbox
              label={t.tell}
              checked={tell}
              onChange={(event) => setTell(event.currentTarget.checked)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t.keep}
              </Button>
              <Button
                type="submit"
                color="red"
                disabled={reason.trim().length < SHORTEST_REASON}
                loading={cancel.isPending}
              >
                {t.confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
