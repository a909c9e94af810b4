import type { Actor } from '../domain/shared/actor.ts';

/**
 * What the inbox shows, in the words of the outer contract (instants as ISO 8601 text), so that nothing is
 * translated on the way. Seen with the actor's own rights; lists and reports bypass the entities.
 */
export interface Colleague {
  readonly id: string;
  readonly name: string | null;
}
export interface CustomerLabel {
  readonly id: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}
export type Mode = 'assistant' | 'waiting' | 'human';
export type Severity = 'handoff' | 'urgent' | 'emergency';

export interface InboxQuery {
  readonly tab: 'mine' | 'waiting' | 'assistant' | 'all';
  readonly q?: string | undefined;
  readonly label?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface InboxItem {
  readonly id: string;
  readonly customer: CustomerLabel;
  readonly status: 'open' | 'closed';
  readonly mode: Mode;
  readonly assigned_to: Colleague | null;
  readonly last_message: {
    readonly sender: 'user' | 'assistant' | 'human';
    readonly kind: string;
    readonly text: string;
    readonly status: string;
    readonly at: string;
  } | null;
  readonly last_message_at: string;
  readonly last_inbound_at: string | null;
  readonly waiting_since: string | null;
  readonly unread_count: number;
  readonly labels: string[];
  readonly snoozed_until: string | null;
  readonly alert: Severity | null;
  readonly match: string | null;
}

export interface InboxPage {
  readonly items: InboxItem[];
  readonly next_cursor: string | null;
  /** At most 1,000 each. */
  readonly counts: {
    readonly mine: number;
    readonly waiting: number;
    readonly assistant: number;
    readonly all: number;
  };
}

export interface OfferedProduct {
  readonly id: string;
  readonly name: string;
  readonly brand: string | null;
  readonly image_url: string | null;
  readonly price_cfa: number;
  readonly current_price_cfa: number;
  readonly stock_qty: number;
  readonly mark: 'ok' | 'low_stock' | 'out_of_stock' | 'expired' | 'inactive';
}

export type MessageStatus =
  | 'received'
  | 'suggested'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unknown'
  | 'dropped';

/** What a message answers to: gone when its writer took it back or refused that it be kept. */
export interface QuotedMessage {
  /** Null when it is not known here (any more). */
  readonly id: string | null;
  /** Whether it stands in the same conversation. */
  readonly here: boolean;
  readonly gone: boolean;
  readonly sender: 'user' | 'assistant' | 'human' | null;
  readonly kind: string;
  /** Its beginning. */
  readonly text: string;
  readonly product_id: string | null;
}

export interface ThreadMessage {
  readonly id: string;
  readonly seq: number;
  readonly sender: 'user' | 'assistant' | 'human';
  readonly author: Colleague | null;
  readonly kind: string;
  readonly content: string;
  readonly choices: { readonly id: string; readonly title: string }[] | null;
  readonly product_id: string | null;
  readonly attachment: {
    readonly mime_type: string;
    readonly file_size: number | null;
    readonly seconds: number | null;
    readonly file_name: string | null;
    readonly transcript: string | null;
    readonly url: string | null;
  } | null;
  readonly quoted: QuotedMessage | null;
  readonly basket: {
    readonly id: string | null;
    readonly count: number | null;
    readonly total: string | null;
    readonly currency: string | null;
  } | null;
  readonly advertisement: {
    readonly id: string | null;
    readonly title: string | null;
    readonly url: string | null;
  } | null;
  readonly status: MessageStatus;
  readonly timestamp: string;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly echo_id: string | null;
  readonly turn_id: string | null;
}

export interface ThreadNote {
  readonly id: string;
  readonly author: Colleague | null;
  readonly content: string;
  readonly created_at: string;
}

export interface ThreadConversation {
  readonly id: string;
  readonly customer: CustomerLabel;
  readonly status: 'open' | 'closed';
  readonly mode: Mode;
  readonly assigned_to: Colleague | null;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly waiting_since: string | null;
  readonly labels: string[];
  readonly snoozed_until: string | null;
  readonly summary: string | null;
  readonly assistant_typing: boolean;
  readonly alerts: {
    readonly id: string;
    readonly category: string;
    readonly severity: Severity;
    readonly reason: string;
    readonly triggered_at: string;
  }[];
}

export interface ThreadPage {
  readonly conversation: ThreadConversation;
  readonly messages: ThreadMessage[];
  readonly notes: ThreadNote[];
  readonly products: OfferedProduct[];
  readonly earlier: string | null;
}

export interface CustomerSheet {
  readonly customer: {
    readonly id: string;
    readonly name: string | null;
    readonly phone: string | null;
    readonly language: 'fr' | 'en';
    readonly service_consent: boolean | null;
    readonly marketing_consent: boolean | null;
    readonly preferences: Record<string, unknown>;
    readonly health: Record<string, unknown>;
    readonly created_at: string;
  } | null;
  readonly consents: {
    readonly id: string;
    readonly purpose: string;
    readonly given: boolean;
    readonly version: string | null;
    readonly at: string;
  }[];
  readonly orders: {
    readonly id: string;
    readonly code: string | null;
    readonly status: 'pending' | 'completed' | 'cancelled';
    readonly amount_cfa: number;
    readonly source: 'assistant' | 'human' | 'campaign';
    readonly created_at: string;
    readonly items: { readonly name: string; readonly quantity: number }[];
  }[];
  readonly coupons: {
    readonly id: string;
    readonly code: string;
    readonly discount_pct: number;
    readonly valid_to: string;
    readonly used: boolean;
  }[];
  readonly conversations: {
    readonly id: string;
    readonly status: 'open' | 'closed';
    readonly started_at: string;
    readonly last_message_at: string;
    readonly last_text: string | null;
  }[];
  readonly offered: OfferedProduct[];
  readonly ratings: {
    readonly score: number;
    readonly comment: string | null;
    readonly at: string;
  }[];
}

export interface TurnView {
  readonly id: string;
  readonly started_at: string;
  readonly outcome: string;
  readonly triage: {
    readonly severity: string;
    readonly category: string | null;
    readonly rule_ids: string[];
  } | null;
  readonly candidates: {
    readonly id: string;
    readonly name: string;
    readonly price_cfa: number;
    readonly stock_qty: number;
    readonly chosen: boolean;
    readonly reason: string | null;
  }[];
  readonly model: string | null;
  readonly model_calls: number;
  readonly prompt_tokens: number;
  readonly cached_tokens: number;
  readonly completion_tokens: number;
  readonly cost_milli_cfa: number;
  readonly response_ms: number | null;
}

export interface StaffReads {
  /** The actor's own name; null when the account is gone. */
  profile(actor: Actor): Promise<Colleague | null>;
  /** How a colleague is called in what others see. */
  colleague(id: string): Promise<Colleague>;
  /** @throws LeaError `invalid_cursor` */
  inbox(actor: Actor, query: InboxQuery): Promise<InboxPage>;
  /** Null when there is no such conversation, or none that the actor may see. `today` is the shop's day. */
  thread(
    actor: Actor,
    query: {
      readonly conversationId: string;
      readonly before?: string | undefined;
      readonly limit: number;
      readonly today: string;
    },
  ): Promise<ThreadPage | null>;
  customer(
    actor: Actor,
    query: { readonly conversationId: string; readonly today: string },
  ): Promise<CustomerSheet | null>;
  /** The latest turns, or the one that is named. */
  turns(
    actor: Actor,
    query: { readonly conversationId: string; readonly turnId?: string | undefined },
  ): Promise<readonly TurnView[]>;
}
