import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Alert, AlertId } from '../../domain/conversation/alert.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Turn, TurnId } from '../../domain/conversation/turn.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import type { Order, OrderId } from '../../domain/order/order.ts';

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

export interface Orders {
  insert(order: Order): Promise<void>;
  /** Locked until the transaction ends. */
  lock(id: OrderId): Promise<Order | null>;
  save(order: Order): Promise<void>;
  latestOf(userId: UserId, limit: number): Promise<readonly Order[]>;
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
