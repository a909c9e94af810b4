import '../../../ui/styles-rest.ts';
import { Alert, Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../../api/client.ts';
import { formatFcfa, useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../../ui/notify.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { customerQuery } from '../hooks/use-customer.ts';
import { inboxTexts } from '../texts.ts';

interface SoldFormProps {
  readonly conversationId: string;
  readonly actions: ConversationActions;
  readonly onDone: () => void;
}

/** The sale that this one may be, as the server tells it. */
interface Told {
  readonly amount_cfa: number;
  readonly completed_at: string;
}

const SHOWN = 6;

/** Which of the offered products were sold and how many; that fills the amount in, which may be another. */
export function SoldForm({ conversationId, actions, onDone }: SoldFormProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const [amount, setAmount] = useState<number | ''>('');
  const [pieces, setPieces] = useState<Readonly<Record<string, number>>>({});
  const [told, setTold] = useState<Told | null>(null);
  const offered = useQuery(customerQuery(conversationId)).data?.offered ?? [];

  const choose = (id: string, quantity: number) => {
    const chosen = { ...pieces, [id]: quantity };
    setPieces(chosen);
    setTold(null);
    setAmount(
      offered.reduce(
        (sum, product) => sum + product.current_price_cfa * (chosen[product.id] ?? 0),
        0,
      ) || '',
    );
  };
  const send = (anotherSale: boolean) => {
    if (amount === '') return;
    const items = Object.entries(pieces)
      .filter(([, quantity]) => quantity > 0)
      .map(([id, quantity]) => ({ product_id: id, quantity }));
    actions.sold.mutate(
      { amountCfa: amount, items, anotherSale },
      {
        onSuccess: () => {
          notifyDone(t.soldDone);
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiError && error.code === 'already_sold')
            setTold(error.details as Told);
          else notifyError(error, t.errorAction);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t.soldText}
        </Text>
        {offered.length > 0 && (
          <Stack gap={6} role="group" aria-label={t.soldItems}>
            {offered.slice(0, SHOWN).map((product) => {
              const quantity = pieces[product.id] ?? 0;
              return (
                <div key={product.id}>
                  <Group gap="xs" justify="space-between" wrap="nowrap">
                    <Checkbox
                      size="xs"
                      checked={quantity > 0}
                      onChange={(event) => choose(product.id, event.currentTarget.checked ? 1 : 0)}
                      label={`${product.name} · ${formatFcfa(product.current_price_cfa)}`}
                    />
                    {quantity > 0 && (
                      <NumberInput
                        size="xs"
                        w={64}
                        aria-label={t.soldQuantity(product.name)}
                        min={1}
                        max={999}
                        allowDecimal={false}
                        allowNegative={false}
                        value={quantity}
                        onChange={(value) =>
                          choose(product.id, typeof value === 'number' ? Math.max(1, value) : 1)
                        }
                      />
                    )}
                  </Group>
                  {quantity > product.stock_qty && (
                    <Text size="xs" c="orange.9">
                      {t.soldOver(product.stock_qty)}
                    </Text>
                  )}
                </div>
              );
            })}
          </Stack>
        )}
        <NumberInput
          label={t.amount}
          suffix=" FCFA"
          thousandSeparator=" "
          min={1}
          max={100_000_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          required
          data-autofocus
          value={amount}
          onChange={(value) => setAmount(typeof value === 'number' ? value : '')}
        />
        {told === null ? (
          <Button type="submit" loading={actions.sold.isPending}>
            {t.save}
          </Button>
        ) : (
          <Alert color="orange" title={t.soldAlready(format.brief(told.completed_at))} role="alert">
            <Stack gap="xs">
              <Text size="sm">{t.soldAgain(formatFcfa(told.amount_cfa))}</Text>
              <Group gap="xs">
                <Button size="xs" variant="default" onClick={onDone}>
                  {t.soldSame}
                </Button>
                <Button
                  size="xs"
                  color="orange"
                  loading={actions.sold.isPending}
                  onClick={() => send(true)}
                >
                  {t.soldAnother}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
      </Stack>
    </form>
  );
}
