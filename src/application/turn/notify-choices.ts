import type { Product } from '../../domain/catalogue/product.ts';
import type { Choice } from '../../domain/conversation/dialogue-state.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Texts } from '../../domain/texts/texts.ts';

/** Buttons to be told of a return; none for somebody who wants no messages. */
export function notifyChoices(
  soldOut: readonly Pick<Product, 'id' | 'name'>[],
  customer: Pick<Customer, 'marketingConsent'>,
  texts: Texts,
): readonly Choice[] {
  if (customer.marketingConsent === false) return [];
  const { notifyMe } = texts.campaigns;
  return soldOut.map(({ id, name }, index) => ({
    id: `restock:${id}`,
    title: soldOut.length === 1 ? notifyMe : `${notifyMe} (${index + 1})`,
    description: name,
  }));
}
