import {
  currentPriceCfa,
  isPromoted,
  isSellable,
  type Product,
  type ProductId,
} from '../../domain/catalogue/product.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import type { Texts } from '../../domain/texts/texts.ts';
import type { OutboundContent } from '../../ports/messaging-gateway.ts';

/** Products that a part speaks of and that must be looked up before it is sent. */
export function productsIn(part: ReplyPart): readonly ProductId[] {
  if (part.kind === 'product') return [part.productId];
  if (part.kind === 'choices')
    return part.choices
      .filter((choice) => choice.id.startsWith('order:'))
      .map((choice) => choice.id.slice('order:'.length) as ProductId);
  return [];
}

/** Name, price, stock and picture as the catalogue has them now; null when nothing is left to say. */
export function renderPart(
  part: ReplyPart,
  products: ReadonlyMap<ProductId, Product>,
  deps: { readonly texts: Texts; readonly today: string; readonly publicUrl: string },
): OutboundContent | null {
  const { texts, today, publicUrl } = deps;
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: part.text };
    case 'choices': {
      const choices = part.choices.filter((choice) => {
        if (!choice.id.startsWith('order:')) return true;
        const product = products.get(choice.id.slice('order:'.length) as ProductId);
        return product !== undefined && isSellable(product, today);
      });
      return choices.length === 0
        ? { kind: 'text', text: part.text }
        : { kind: 'choices', text: part.text, choices, labels: texts.list };
    }
    case 'product': {
      const product = products.get(part.productId);
      if (product === undefined) return null;
      if (!isSellable(product, today))
        return { kind: 'text', text: texts.soldOutMeanwhile(product.name) };
      const card = texts.productCard({
        rank: part.rank,
        name: product.name,
        brand: product.brand,
        priceCfa: currentPriceCfa(product, today),
        normalPriceCfa: isPromoted(product, today) ? product.priceCfa : null,
        reason: part.reason,
      });
      const caption = part.intro === null ? card : `${part.intro}\n\n${card}`;
      if (product.imageUrl === null) return { kind: 'text', text: caption };
      return { kind: 'image', imageUrl: pictureFor(publicUrl, product.imageUrl), caption };
    }
  }
}

/** Our own pictures as JPEG, which every channel shows; others as the shop gave them. */
function pictureFor(base: string, url: string): string {
  const address = /^https?:\/\//.test(url) ? url : `${base}${url.startsWith('/') ? '' : '/'}${url}`;
  return address.startsWith(`${base}/images/`) ? address.replace(/\.webp$/, '.jpg') : address;
}
