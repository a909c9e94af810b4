import type { MediaPurge } from '../../../ports/repositories/erasure.ts';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { Conversation, ConversationId } from '../../../domain/conversation/conversation.ts';
import type { Customer, UserId } from '../../../domain/customer/customer.ts';
import type { OrderId } from '../../../domain/order/order.ts';
import type { Job } from '../../../ports/job-queue.ts';
import type { PriceChange } from '../../../ports/repositories/catalogue.ts';
import type { Customers } from '../../../ports/repositories/customers.ts';
import type { EarlyChange } from '../../../ports/repositories/early-changes.ts';
import type { InboxMarks } from '../../../ports/repositories/inbox-marks.ts';
import type { NewMessage } from '../../../ports/repositories/messages.ts';
import type {
  OrderEvent,
  Quarantine,
  Recommendations,
  UnmetDemand,
} from '../../../ports/repositories/records.ts';

export type CustomerRow = Customer;

export interface AuditRow extends AuditEntry {
  readonly id: string;
  readonly at: Date;
}

export interface AliasRow {
  readonly alias: string;
  readonly userId: UserId;
}

export type ConsentRow = Parameters<Customers['appendConsent']>[0];

/** The conversation with its actor: when a turn is due, and who works on it until when. */
export interface ConversationRow extends Conversation {
  readonly lastMessageAt: Date;
  readonly unreadCount: number;
  readonly dueAt: Date | null;
  readonly burstStartedAt: Date | null;
  readonly leaseOwner: string | null;
  readonly leaseExpiresAt: Date | null;
  readonly fence: number;
  readonly attempts: number;
  readonly deadAt: Date | null;
}

export interface MessageRow extends NewMessage {
  readonly seq: number;
  readonly handledAt: Date | null;
  readonly leftToHuman: boolean;
  readonly swiftHash: string | null;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly sendAttempts: number;
}

export type EarlyChangeRow = EarlyChange & { readonly receivedAt: Date };
export type PriceChangeRow = PriceChange & { readonly id: string };
export type OrderEventRow = OrderEvent & { readonly id: string };

/** What an order's lines really took from the stock. */
export interface StockTakenRow {
  readonly orderId: OrderId;
  readonly taken: readonly { readonly productId: ProductId; readonly pieces: number }[];
}

export interface MarksRow {
  readonly id: ConversationId;
  readonly labels: readonly string[];
  readonly snoozedUntil: Date | null;
}

export type NoteRow = Parameters<InboxMarks['addNote']>[0];

export interface ClickRow {
  readonly code: string;
  readonly clicks: number;
  readonly firstClickedAt: Date;
}

/** The product may be taken off the shelf for good. */
export type RecommendationRow = Omit<
  Parameters<Recommendations['insert']>[0][number],
  'productId'
> & {
  readonly productId: ProductId | null;
};
export type UnmetDemandRow = Parameters<UnmetDemand['record']>[0];
export type QuarantineRow = Parameters<Quarantine['add']>[0][number];

export interface ErasedKeyRow {
  readonly hash: string;
  readonly expiresAt: Date;
}

export interface ExportLinkRow {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export type MediaPurgeRow = MediaPurge & { readonly createdAt: Date };

export interface RestockRow {
  readonly userId: UserId;
  readonly productId: ProductId;
  readonly requestedAt: Date;
  readonly notifiedAt: Date | null;
}

export interface JobRow {
  readonly id: string;
  readonly job: Job;
}
