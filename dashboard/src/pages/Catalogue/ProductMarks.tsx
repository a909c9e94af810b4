import { Badge, Group } from '@mantine/core';
import { useTexts } from '../../i18n/texts.ts';
import { catalogueTexts } from './texts.ts';
import type { Product } from './use-products.ts';

export const isPromoted = (product: Product, today: string): boolean =>
  product.promo_price_cfa !== null &&
  product.promo_price_cfa < product.price_cfa &&
  (product.promo_from === null || product.promo_from <= today) &&
  (product.promo_to === null || product.promo_to >= today);

/** Whether Léa may offer it, and if not, why; told in words, not only by colour. */
export function ProductMarks({
  product,
  today,
}: {
  readonly product: Product;
  readonly today: string;
}) {
  const t = useTexts(catalogueTexts);
  const expired = product.expiration_date !== null && product.expiration_date < today;
  return (
    <Group gap={4}>
      {!product.active ? (
        <Badge color="gray">{t.inactive}</Badge>
      ) : expired ? (
        <Badge color="red">{t.expired}</Badge>
      ) : product.price_cfa === 0 ||
        (isPromoted(product, today) && product.promo_price_cfa === 0) ? (
        <Badge color="red">{t.noPrice}</Badge>
      ) : product.stock_qty === 0 ? (
        <Badge color="red">{t.out}</Badge>
      ) : product.stock_qty <= product.low_stock_threshold ? (
        <Badge color="orange">{t.low}</Badge>
      ) : (
        <Badge color="lea">{t.active}</Badge>
      )}
      {product.active && isPromoted(product, today) && <Badge color="blue">{t.promo}</Badge>}
    </Group>
  );
}
