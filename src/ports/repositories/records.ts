import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Alert, AlertId } from '../../domain/conversation/alert.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Turn, TurnId } from '../../domain/conversation/turn.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Order, OrderId, OrderVia } from '../../domain/order/order.ts';

export interface Alerts {
  /** Raises unless one of the same conversation and category is open; answers the one that stands. */
  raise(alert: Alert): Promise<{ readonly alert: Alert; readonly isNew: boolean }>;
  get(id: AlertId): Promise<Alert | null>;
  openOf(conversationId: ConversationId): Promise<readonly Alert[]>;
  /** Marks every open alert of the conversation as handled. */
  handleAll(
    conversationId: ConversationId,
    by: UserId | null,
    now: Date,
  ): Promise<readonly AlertId[]>;
}

/** One thing that happened to an order, and who did it. */
export interface OrderEvent {
  readonly orderId: OrderId;
  readonly at: Date;
  /** `amount_differs`: a final order was reported again with another amount, which is only noted. */
  readonly kind: 'created' | 'completed' | 'cancelled' | 'delivery' | 'reported' | 'amount_differs';
  readonly via: OrderVia;
  /** The member of staff. */
  readonly actorId: UserId | null;
  readonly amountCfa: number | null;
  readonly reason: string | null;
  /** Tells one report of a cart from another: the same one again means nothing. */
  readonly reportKey: string | null;
}

export interface Orders {
  insert(order: Order): Promise<void>;
  /** Locked until the transaction ends. */
  lock(id: OrderId): Promise<Order | null>;
  /** Everything but the lines. */
  save(order: Order): Promise<void>;
  /** Replaces the lines of an order that is not completed. */
  saveLines(order: Order): Promise<void>;
  latestOf(userId: UserId, limit: number): Promise<readonly Order[]>;
  /**
   * A person's orders that were made or completed since an instant, newest first. Whoever else asks for the same
   * person's waits until the transaction ends, so that one sale is not noted twice at once.
   */
  lockRecentOf(userId: UserId, since: Date): Promise<readonly Order[]>;
  /** Takes what the lines say from the stock, never below zero, and notes how much that was. */
  takeStock(id: OrderId): Promise<void>;
  /** Gives back what `takeStock` took, once. */
  returnStock(id: OrderId): Promise<void>;
  note(event: OrderEvent): Promise<void>;
  /** Oldest first. */
  historyOf(id: OrderId): Promise<readonly OrderEvent[]>;
  wasReported(id: OrderId, reportKey: string): Promise<boolean>;
  /** Counts a click on the short link; null when the code is unknown. */
  click(code: string, now: Date): Promise<{ readonly orderLink: string } | null>;
}

export interface Turns {
  insert(turn: Turn): Promise<void>;
  /** Turns with a model call of this person since an instant. */
  modelTurnsSince(userId: UserId, since: Date): Promise<number>;
  /** What the models cost since an instant, in thousandths of a CFA franc. */
  costMilliCfaSince(since: Date): Promise<number>;
}

export interface Recommendations {
  insert(
    rows: readonly {
      readonly id: string;
      readonly conversationId: ConversationId;
      readonly productId: ProductId;
      readonly turnId: TurnId;
      readonly rank: number;
      readonly reason: string;
      readonly at: Date;
    }[],
  ): Promise<void>;
}

export type UnmetReason = 'not_found' | 'out_of_stock' | 'too_expensive' | 'unsuitable';

export interface UnmetDemand {
  record(entry: {
    readonly id: string;
    readonly conversationId: ConversationId;
    readonly query: string;
    readonly needKey: string;
    readonly category: string | null;
    readonly reason: UnmetReason;
    readonly productId: ProductId | null;
    readonly at: Date;
  }): Promise<void>;
}

export interface Quarantine {
  add(
    entries: readonly {
      readonly id: string;
      readonly channel: string;
      readonly reason: string;
      readonly raw: unknown;
      readonly at: Date;
    }[],
  ): Promise<void>;
}
