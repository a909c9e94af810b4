import { Button, Checkbox, NumberInput, Popover, Stack, Text } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { formatFcfa } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyDone } from '../../../ui/notify.ts';
import type { ConversationActions } from '../hooks/use-actions.ts';
import { customerQuery } from '../hooks/use-customer.ts';
import { inboxTexts } from '../texts.ts';

/** A sale that no cart reports, such as cash: the amount, and which of the offered products it was. */
export function SoldButton({ conversationId, actions, fullWidth = false }: { readonly conversationId: string; readonly actions: ConversationActions; readonly fullWidth?: boolean }) {
  const t = useTexts(inboxTexts);
  const [opened, setOpened] = useState(false);
  const [amount, setAmount] = useState<number | ''>('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = useQuery({ ...customerQuery(conversationId), enabled: opened }).data?.offered ?? [];

  const choose = (ids: string[]) => {
    setChosen(ids);
    setAmount(offered.filter((product) => ids.includes(product.id)).reduce((sum, product) => sum + product.current_price_cfa, 0) || '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount === '') return;
    actions.sold.mutate(
      { amountCfa: amount, productIds: chosen },
      { onSuccess: () => { setOpened(false); setAmount(''); setChosen([]); notifyDone(t.soldDone); } },
    );
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="sm" fullWidth={fullWidth} leftSection={<IconCash size={16} aria-hidden />} onClick={() => setOpened(!opened)}>{t.sold}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.soldTitle}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="xs" c="dimmed">{t.soldText}</Text>
            {offered.length > 0 && (
              <Checkbox.Group label={t.soldItems} value={[...chosen]} onChange={choose}>
                <Stack gap={6} mt={6}>
                  {offered.slice(0, 5).map((product) => (
                    <Checkbox key={product.id} size="xs" value={product.id} label={`${product.name} · ${formatFcfa(product.current_price_cfa)}`} />
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
            <Button type="submit" loading={actions.sold.isPending}>{t.save}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
