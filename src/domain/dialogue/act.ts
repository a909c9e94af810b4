import type { ProductId } from '../catalogue/product.ts';
import type { WantedLine } from '../order/wanted-line.ts';

/** What can be asked of a product. */
export type Aspect =
  | 'use'
  | 'ingredients'
  | 'contains'
  | 'suitability'
  | 'size'
  | 'price'
  | 'stock'
  | 'picture'
  | 'promotion'
  | 'effect'
  | 'expiry'
  | 'origin'
  | 'general';

/** What can be asked of the shop. */
export type ShopTopic =
  | 'hours'
  | 'address'
  | 'delivery'
  | 'pick_up'
  | 'payment'
  | 'returns'
  | 'order_status'
  /** What the open order costs. */
  | 'total'
  | 'how_to_order'
  | 'who_are_you'
  | 'contact';

/** A day that is asked about: one of the week (0 is Monday), so many days from today, or a day of the year. */
export type DayAsked =
  | { readonly kind: 'weekday'; readonly index: number }
  | { readonly kind: 'in_days'; readonly days: number }
  | { readonly kind: 'date'; readonly month: number; readonly day: number };

/**
 * All that Léa can do in a turn, a closed set: understanding puts a message into these, doing looks up what they
 * need, and wording says it. `words` is what was said for it, as written.
 */
export type Act =
  /** Look for something, or narrow what is looked for. */
  | { readonly kind: 'search'; readonly words: string }
  /** Order of what was shown; `instead` of the order made before, or `besides`. */
  | {
      readonly kind: 'order';
      readonly lines: readonly WantedLine[];
      readonly how: 'new' | 'instead' | 'besides';
    }
  /** Order by name, of what may not have been shown. */
  | {
      readonly kind: 'order_named';
      readonly wanted: readonly { readonly words: string; readonly quantity: number }[];
    }
  /** A wish to order that does not say which of those shown. */
  | { readonly kind: 'order_unclear'; readonly quantity: number | null }
  | { readonly kind: 'cancel_order' }
  /** A question about products; none named: about what the words name. */
  | {
      readonly kind: 'ask_product';
      readonly aspect: Aspect;
      readonly products: readonly ProductId[];
      readonly words: string;
    }
  | { readonly kind: 'compare'; readonly products: readonly ProductId[] }
  | {
      readonly kind: 'ask_shop';
      readonly topic: ShopTopic;
      readonly day: DayAsked | null;
      /** A quarter or town, or a means of payment, as written. */
      readonly named: string | null;
    }
  | { readonly kind: 'bargain' }
  /** "Non, pas ça": nothing of what was shown. */
  | { readonly kind: 'dislike' }
  | { readonly kind: 'talk'; readonly talk: Talk };

export type Talk = 'greeting' | 'thanks' | 'bye' | 'blessing' | 'insult' | 'off_topic';
