import '../../../ui/styles-rest.ts';
import { Button, Checkbox, NumberInput, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { formatFcfa } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyDone } from '../../../ui/notify.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { customerQuery } from '../hooks/use-customer.ts';
import { inboxTexts } from '../texts.ts';

interface SoldFormProps {
  readonly conversationId: string;
  readonly actions: ConversationActions;
  readonly onDone: () => void;
}

/** The amount, and which of the offered products it was; choosing them fills the amount in. */
export function SoldForm({ conversationId, actions, onDone }: SoldFormProps) {
  const t = useTexts(inboxTexts);
  const [amount, setAmount] = useState<number | ''>('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = useQuery(customerQuery(conversationId)).data?.offered ?? [];

  const choose = (ids: string[]) => {
    setChosen(ids);
    setAmount(
      offered
        .filter((product) => ids.includes(product.id))
        .reduce((sum, product) => sum + product.current_price_cfa, 0) || '',
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount === '') return;
    actions.sold.mutate(
      { amountCfa: amount, productIds: chosen },
      {
        onSuccess: () => {
          notifyDone(t.soldDone);
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t.soldText}
        </Text>
        {offered.length > 0 && (
          <Checkbox.Group label={t.soldItems} value={[...chosen]} onChange={choose}>
            <Stack gap={6} mt={6}>
              {offered.slice(0, 5).map((product) => (
                <Checkbox
                  key={product.id}
                  size="xs"
                  value={product.id}
                  label={`${product.name} · ${formatFcfa(product.current_price_cfa)}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
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
        <Button type="submit" loading={actions.sold.isPending}>
          {t.save}
        </Button>
      </Stack>
    </form>
  );
}
