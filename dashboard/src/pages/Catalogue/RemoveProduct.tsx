import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { useRefusals } from './use-refusals.ts';
import { catalogueTexts } from './texts.ts';
import { useRemoveProduct, type Product } from './use-products.ts';

interface RemoveProductProps {
  readonly product: Product;
  readonly onDone: () => void;
  readonly children: (ask: () => void) => ReactNode;
}

export function RemoveProduct({ product, onDone, children }: RemoveProductProps) {
  const t = useTexts(catalogueTexts);
  const kit = useTexts(kitTexts);
  const worded = useRefusals();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveProduct();
  const confirm = () =>
    remove.mutate(product.id, {
      // A product that is referred to comes back withdrawn.
      onSuccess: (row) => {
        notifyDone(row !== null && !row.active && product.active ? t.deactivated : t.removed);
        onDone();
      },
      onError: (error) => notifyError(worded(error), kit.actionFailed),
    });
  return (
    <>
      {children(() => setAsking(true))}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t.removeTitle} zIndex={300}>
        <Stack>
          <Text size="sm" fw={600}>
            {product.name}
          </Text>
          <Text size="sm">{t.removeText}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {kit.cancel}
            </Button>
            <Button color="red" onClick={confirm} loading={remove.isPending}>
              {t.remove}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
