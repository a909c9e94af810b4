import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { priceHistory, undoPriceChange } from '@http/catalogue/contract.ts';
import { ApiError, call } from '../../api/client.ts';
import { formatFcfa } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { notifyDone, notifyError, notifyUndo } from '../../ui/notify.ts';
import { catalogueTexts } from './texts.ts';
import { useRefusals } from './use-refusals.ts';
import {
  refreshProducts,
  useChangeProduct,
  type Product,
  type ProductChanges,
} from './use-products.ts';

/** What the server says of a price that leaps. */
interface Swing {
  readonly product_id: string;
  readonly name: string;
  readonly price_before: number;
  readonly price_after: number;
  readonly promo_before: number | null;
  readonly promo_after: number | null;
}
interface Asked {
  readonly swings: readonly Swing[];
  readonly answer: (yes: boolean) => void;
}

const swingsOf = (error: unknown): readonly Swing[] =>
  error instanceof ApiError && error.code === 'price_swing'
    ? (error.details as { readonly products: readonly Swing[] }).products
    : [];

/** The newest change of a product's prices is taken back. */
async function undoPrices(productId: string): Promise<void> {
  const { changes } = await call<typeof priceHistory>({
    method: 'GET',
    path: '/functions/price-history',
    query: { product_id: productId, limit: 1 },
  });
  const [newest] = changes;
  if (newest !== undefined) await undoChange(newest.change_id);
}

export async function undoChange(changeId: string): Promise<void> {
  await call<typeof undoPriceChange>({
    method: 'POST',
    path: '/functions/undo-price-change',
    body: { change_id: changeId },
  });
  await refreshProducts();
}

/** Changes a product; a price that changes by more than half is asked about first, and any price can be undone. */
export function useGuardedChange() {
  const t = useTexts(catalogueTexts);
  const kit = useTexts(kitTexts);
  const change = useChangeProduct();
  const worded = useRefusals();
  const [asked, setAsked] = useState<Asked | null>(null);

  /** The product as it is now, or null when the person thought better of it. Fails as the API does. */
  const save = async (product: Product, changes: ProductChanges): Promise<Product | null> => {
    const send = (confirmed: boolean) => change.mutateAsync({ id: product.id, changes, confirmed });
    const saved = await send(false).catch(async (error: unknown) => {
      const swings = swingsOf(error);
      if (swings.length === 0) throw error;
      const yes = await new Promise<boolean>((answer) => setAsked({ swings, answer }));
      setAsked(null);
      return yes ? send(true) : null;
    });
    if (saved === null) return null;
    const [before, after] = [pays(product), pays(saved)];
    if (before === after) notifyDone(kit.saved);
    else
      notifyUndo(`${kit.saved} : ${before} → ${after}`, kit.cancel, () => {
        undoPrices(product.id).then(
          () => notifyDone(t.priceUndone(before)),
          (error: unknown) => notifyError(worded(error), kit.actionFailed),
        );
      });
    return saved;
  };

  const dialog = (
    <Modal
      opened={asked !== null}
      onClose={() => asked?.answer(false)}
      title={t.swingTitle}
      zIndex={300}
    >
      <Stack>
        <Text size="sm">{t.swingText}</Text>
        {asked?.swings.map((swing) => (
          <Text key={swing.product_id} size="sm" fw={600}>
            {swing.name} : {swingText(swing)}
          </Text>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => asked?.answer(false)} data-autofocus>
            {kit.cancel}
          </Button>
          <Button color="orange" onClick={() => asked?.answer(true)}>
            {t.swingConfirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { save, dialog };
}

const pays = ({ price_cfa, promo_price_cfa }: Product): string =>
  promo_price_cfa === null
    ? formatFcfa(price_cfa)
    : `${formatFcfa(price_cfa)} (${formatFcfa(promo_price_cfa)})`;

/** `4 200 FCFA → 420 FCFA`, of the price, or of the promotion when only that one leaps. */
export function swingText(swing: Omit<Swing, 'product_id' | 'name'>): string {
  const [from, to] =
    swing.price_before !== swing.price_after
      ? [swing.price_before, swing.price_after]
      : [swing.promo_before ?? swing.price_before, swing.promo_after ?? swing.price_after];
  return `${formatFcfa(from)} → ${formatFcfa(to)}`;
}
