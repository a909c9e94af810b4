import type { ProductId } from '../catalogue/product.ts';
import type { Choice } from '../conversation/dialogue-state.ts';

/**
 * One message to be sent, kept by meaning: name, price, stock and link of a product are taken from the
 * catalogue in the moment of sending.
 */
export type ReplyPart = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choices'; readonly text: string; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'product';
      readonly productId: ProductId;
      /** 1 to 3, as in "Commander 1". */
      readonly rank: number;
      readonly reason: string;
      readonly intro: string | null;
    }
) & {
  /** Sent even when an advisor has the conversation: emergency replies, keyword answers, handoff notices. */
  readonly always?: true;
};
