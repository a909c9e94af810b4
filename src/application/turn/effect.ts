import type { ProductId } from '../../domain/catalogue/product.ts';
import type { ConsentPurpose } from '../../domain/customer/customer.ts';
import type { OrderId } from '../../domain/order/order.ts';
import type { Attachment, MessageId } from '../../domain/message/message.ts';
import type { UnmetReason } from '../../ports/repositories/records.ts';
import type { SurveyReply } from '../campaigns/record-survey.ts';
import type { Escalation } from '../escalate-to-advisor.ts';

/** Something that a turn does besides speaking. */
export type Effect =
  /** An advisor is called; `silences`: and Léa says nothing more until the conversation is hers again. */
  | ({ readonly kind: 'alert'; readonly silences: boolean } & Omit<Escalation, 'conversationId'>)
  | {
      readonly kind: 'consent';
      readonly purpose: ConsentPurpose;
      readonly given: boolean;
      readonly messageId: MessageId;
    }
  | {
      readonly kind: 'recommend';
      readonly items: readonly {
        readonly productId: ProductId;
        readonly rank: number;
        readonly reason: string;
      }[];
    }
  /** The category's replies go out once an advisor approved them. */
  | { readonly kind: 'await_approval' }
  | {
      readonly kind: 'unmet';
      readonly query: string;
      readonly needKey: string;
      readonly category: string | null;
      readonly reason: UnmetReason;
      readonly productId: ProductId | null;
    }
  /** As it was worded: where a price or the stock is another by now, the turn is decided anew. */
  | {
      readonly kind: 'order';
      readonly code: string;
      readonly lines: readonly {
        readonly productId: ProductId;
        readonly quantity: number;
        readonly unitPriceCfa: number;
      }[];
    }
  /** One of the customer's own that is still open; `reason` is for staff. */
  | { readonly kind: 'cancel_order'; readonly orderId: OrderId; readonly reason: string }
  /** What files turned out to say. */
  | {
      readonly kind: 'file';
      readonly messageId: MessageId;
      readonly attachment: Attachment;
      readonly content: string;
    }
  /** Refused content that must not be kept. */
  | { readonly kind: 'drop'; readonly messages: readonly MessageId[] }
  /** All that the customer wrote since then is emptied: the whole of it with null. */
  | { readonly kind: 'forget'; readonly since: Date | null }
  /** Not answered, as a person has the conversation: theirs, and Léa's once they hand it back. */
  | { readonly kind: 'leave'; readonly messages: readonly MessageId[] }
  /** Taken up by a turn of its own right after this one. */
  | { readonly kind: 'defer'; readonly messages: readonly MessageId[] }
  /** Everything about the person goes; nothing else of the plan is written. */
  | { readonly kind: 'erase' }
  /** A link to her data; only its hash is kept. */
  | { readonly kind: 'export_link'; readonly tokenHash: string; readonly expiresAt: Date }
  /** To be told when it is back on the shelf. */
  | { readonly kind: 'restock'; readonly productId: ProductId }
  /** A note after an order, or what the customer says about it. */
  | { readonly kind: 'survey'; readonly reply: SurveyReply };

export type AlertEffect = Extract<Effect, { kind: 'alert' }>;
