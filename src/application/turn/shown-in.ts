import { currentPriceCfa } from '../../domain/catalogue/product.ts';
import type { Shown } from '../../domain/dialogue/shown.ts';
import type { TurnContext } from './turn-context.ts';

/** What the customer has before her eyes, and which of it a swiped reply is about. */
export function shownIn({ offered, conversation, messages, history, today }: TurnContext): Shown {
  const quotedId = messages.findLast((message) => message.quotedId != null)?.quotedId;
  const part =
    quotedId == null ? undefined : history.find(({ providerId }) => providerId === quotedId)?.part;
  return {
    products: offered.map((product) => ({
      id: product.id,
      name: product.name,
      brand: product.brand,
      priceCfa: currentPriceCfa(product, today),
    })),
    focus: conversation.dialogue.focus,
    quoted: part?.kind === 'product' ? part.productId : null,
  };
}
