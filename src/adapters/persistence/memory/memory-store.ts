import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  Campaign,
  CampaignId,
  CampaignMessage,
  CampaignMessageId,
} from '../../../domain/campaign/campaign.ts';
import type { Product, ProductId } from '../../../domain/catalogue/product.ts';
import type { Alert, AlertId } from '../../../domain/conversation/alert.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { Turn, TurnId } from '../../../domain/conversation/turn.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Coupon, CouponId } from '../../../domain/loyalty/coupon.ts';
import type { MessageId } from '../../../domain/message/message.ts';
import type { Order, OrderId } from '../../../domain/order/order.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { SurveyAnswer } from '../../../ports/repositories/campaigns.ts';
import type { DeletionEntry, ErasureConfirmation } from '../../../ports/repositories/erasure.ts';
import type {
  AliasRow,
  AuditRow,
  ClickRow,
  ConsentRow,
  ConversationRow,
  CustomerRow,
  EarlyChangeRow,
  ErasedKeyRow,
  ExportLinkRow,
  JobRow,
  MarksRow,
  MediaPurgeRow,
  MessageRow,
  NoteRow,
  OrderEventRow,
  PriceChangeRow,
  QuarantineRow,
  RecommendationRow,
  RestockRow,
  StockTakenRow,
  UnmetDemandRow,
} from './rows.ts';
import { Journal, Table } from './table.ts';

/**
 * The tables of one shop in memory, for the test harness. Transactions run one after another, which is the
 * strictest isolation there is; a failed one is undone.
 */
export class MemoryStore {
  readonly clock: Clock;
  readonly #journal = new Journal();
  readonly #inside = new AsyncLocalStorage<{ active: boolean }>();
  readonly #workListeners = new Set<(dueInMs: number) => void>();
  #last: Promise<unknown> = Promise.resolve();
  #afterCommit: (() => void)[] = [];
  #sequence = 0;

  readonly customers = new Table<UserId, CustomerRow, 'phone'>(
    'users',
    this.#journal,
    (row) => row.id,
    { phone: (row) => row.phone },
  );
  readonly aliases = new Table<string, AliasRow, 'userId'>(
    'customer_aliases',
    this.#journal,
    (row) => row.alias,
    {
      userId: (row) => row.userId,
    },
  );
  readonly consents = new Table<string, ConsentRow, 'userId'>(
    'consent_logs',
    this.#journal,
    (row) => row.id,
    {
      userId: (row) => row.userId,
    },
  );
  readonly products = new Table<ProductId, Product>('products', this.#journal, (row) => row.id, {});
  readonly priceChanges = new Table<string, PriceChangeRow>(
    'product_prices',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly conversations = new Table<ConversationId, ConversationRow, 'userId'>(
    'conversations',
    this.#journal,
    (row) => row.id,
    { userId: (row) => row.userId },
  );
  readonly messages = new Table<MessageId, MessageRow, 'conversationId' | 'providerId'>(
    'messages',
    this.#journal,
    (row) => row.id,
    { conversationId: (row) => row.conversationId, providerId: (row) => row.providerId },
  );
  readonly earlyChanges = new Table<string, EarlyChangeRow>(
    'early_changes',
    this.#journal,
    (row) => row.providerId,
    {},
  );
  readonly alerts = new Table<AlertId, Alert, 'conversationId'>(
    'advisor_alerts',
    this.#journal,
    (row) => row.id,
    {
      conversationId: (row) => row.conversationId,
    },
  );
  readonly orders = new Table<OrderId, Order, 'userId' | 'conversationId' | 'code'>(
    'orders',
    this.#journal,
    (row) => row.id,
    {
      userId: (row) => row.userId,
      conversationId: (row) => row.conversationId,
      code: (row) => row.code,
    },
  );
  readonly orderEvents = new Table<string, OrderEventRow, 'orderId'>(
    'order_events',
    this.#journal,
    (row) => row.id,
    { orderId: (row) => row.orderId },
  );
  readonly stockTaken = new Table<OrderId, StockTakenRow>(
    'order_stock_taken',
    this.#journal,
    (row) => row.orderId,
    {},
  );
  readonly coupons = new Table<CouponId, Coupon, 'userId' | 'code'>(
    'loyalty_coupons',
    this.#journal,
    (row) => row.id,
    {
      userId: (row) => row.userId,
      code: (row) => row.code,
    },
  );
  readonly campaigns = new Table<CampaignId, Campaign>(
    'campaigns',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly campaignMessages = new Table<
    CampaignMessageId,
    CampaignMessage,
    'userId' | 'campaignId'
  >('campaign_messages', this.#journal, (row) => row.id, {
    userId: (row) => row.userId,
    campaignId: (row) => row.campaignId,
  });
  readonly surveyAnswers = new Table<string, SurveyAnswer, 'userId'>(
    'survey_answers',
    this.#journal,
    (row) => row.id,
    { userId: (row) => row.userId },
  );
  readonly restockRequests = new Table<string, RestockRow, 'userId'>(
    'restock_requests',
    this.#journal,
    (row) => `${row.userId}:${row.productId}`,
    { userId: (row) => row.userId },
  );
  readonly clicks = new Table<string, ClickRow>(
    'order_clicks',
    this.#journal,
    (row) => row.code,
    {},
  );
  readonly turns = new Table<TurnId, Turn, 'userId' | 'conversationId'>(
    'turns',
    this.#journal,
    (row) => row.id,
    {
      userId: (row) => row.userId,
      conversationId: (row) => row.conversationId,
    },
  );
  readonly recommendations = new Table<string, RecommendationRow, 'conversationId'>(
    'recommendations',
    this.#journal,
    (row) => row.id,
    { conversationId: (row) => row.conversationId },
  );
  readonly unmetDemand = new Table<string, UnmetDemandRow, 'conversationId'>(
    'unmet_demand',
    this.#journal,
    (row) => row.id,
    { conversationId: (row) => row.conversationId },
  );
  readonly quarantine = new Table<string, QuarantineRow>(
    'quarantined_events',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly deletions = new Table<string, DeletionEntry>(
    'deletion_logs',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly erasedKeys = new Table<string, ErasedKeyRow>(
    'erased_keys',
    this.#journal,
    (row) => row.hash,
    {},
  );
  readonly confirmations = new Table<string, ErasureConfirmation>(
    'erasure_confirmations',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly mediaPurges = new Table<string, MediaPurgeRow>(
    'media_purges',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly exportLinks = new Table<string, ExportLinkRow, 'userId'>(
    'export_links',
    this.#journal,
    (row) => row.tokenHash,
    { userId: (row) => row.userId },
  );
  readonly marks = new Table<ConversationId, MarksRow>('marks', this.#journal, (row) => row.id, {});
  readonly notes = new Table<string, NoteRow>(
    'conversation_notes',
    this.#journal,
    (row) => row.id,
    {},
  );
  readonly audits = new Table<string, AuditRow>('audit_logs', this.#journal, (row) => row.id, {});
  readonly jobs = new Table<string, JobRow>('jobs', this.#journal, (row) => row.id, {});

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /**
   * Runs `work` while nobody else does; keeps all that it wrote, or nothing.
   * @throws when called from within another transaction, which would wait for itself.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.active === true) {
      return Promise.reject(
        new Error('A transaction is open here; a nested one would wait for it for ever.'),
      );
    }
    const result = this.#last.then(() => this.#transaction(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #transaction<T>(work: () => Promise<T>): Promise<T> {
    const scope = { active: true };
    // What was put there without a transaction stays, whatever becomes of this one.
    this.#journal.keep();
    try {
      const result = await this.#inside.run(scope, work);
      this.#journal.keep();
      scope.active = false;
      for (const notify of this.#afterCommit) notify();
      return result;
    } catch (error) {
      this.#journal.rollBack();
      throw error;
    } finally {
      scope.active = false;
      this.#afterCommit = [];
    }
  }

  /** Arrival order, as an identity column gives it: gaps are possible, going back is not. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** Tells the workers at commit that something is due at `dueAt`. */
  wakeAtCommit(dueAt: Date): void {
    const dueInMs = Math.max(0, dueAt.getTime() - this.clock.now().getTime());
    this.#afterCommit.push(() => {
      for (const listener of this.#workListeners) listener(dueInMs);
    });
  }

  /** Answers how to stop listening. */
  listen(listener: (dueInMs: number) => void): () => void {
    // Wrapped, as the same function may listen twice.
    const entry = (dueInMs: number): void => listener(dueInMs);
    this.#workListeners.add(entry);
    return () => this.#workListeners.delete(entry);
  }

  /** Puts a product on the shelf, or replaces it: what the shop's staff do, which no repository may. */
  putProduct(product: Product): Promise<void> {
    return this.exclusively(async () => this.products.upsert(product));
  }
}
