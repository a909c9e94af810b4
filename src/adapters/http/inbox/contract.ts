import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

export const inboxTab = z.enum(['mine', 'waiting', 'assistant', 'all']);
const mode = z.enum(['assistant', 'waiting', 'human']);
const status = z.enum(['open', 'closed']);
const sender = z.enum(['user', 'assistant', 'human']);
const when = z.iso.datetime({ offset: true });
const colleague = z.object({ id, name: z.string().nullable() });

export const inboxItem = z.object({
  id,
  customer: z.object({
    id: id.nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  status,
  mode,
  assigned_to: colleague.nullable(),
  last_message: z
    .object({ sender, kind: z.string(), text: z.string(), status: z.string(), at: when })
    .nullable(),
  last_message_at: when,
  last_inbound_at: when.nullable(),
  /** Since when a human is awaited; null when nobody waits. */
  waiting_since: when.nullable(),
  unread_count: z.int(),
  labels: z.array(z.string()),
  snoozed_until: when.nullable(),
  alert: z.enum(['handoff', 'urgent', 'emergency']).nullable(),
  /** Where the search words were found in a message, if they were. */
  match: z.string().nullable(),
});

/** Counts stop at 1,000 so that they stay quick; show that as "999+". */
export const inboxCounts = z.object({
  mine: z.int(),
  waiting: z.int(),
  assistant: z.int(),
  all: z.int(),
});

export const listInbox = endpoint({
  method: 'GET',
  path: '/functions/inbox',
  query: z.object({
    tab: inboxTab.default('all'),
    q: z.string().trim().max(100).optional(),
    label: z.string().trim().max(40).optional(),
    status: z.enum(['open', 'closed']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(30),
  }),
  response: z.object({
    items: z.array(inboxItem),
    next_cursor: z.string().nullable(),
    counts: inboxCounts,
  }),
});

export const offeredProduct = z.object({
  id,
  name: z.string(),
  brand: z.string().nullable(),
  image_url: z.string().nullable(),
  price_cfa: z.int(),
  /** What it costs today, promotion included. */
  current_price_cfa: z.int(),
  stock_qty: z.int(),
  mark: z.enum(['ok', 'low_stock', 'out_of_stock', 'expired', 'inactive']),
});

export const threadMessage = z.object({
  id,
  seq: z.int(),
  sender,
  author: colleague.nullable(),
  kind: z.string(),
  content: z.string(),
  choices: z.array(z.object({ id: z.string(), title: z.string() })).nullable(),
  product_id: id.nullable(),
  attachment: z
    .object({
      mime_type: z.string(),
      file_size: z.int().nullable(),
      seconds: z.number().nullable(),
      file_name: z.string().nullable(),
      transcript: z.string().nullable(),
      /** Null until the file was fetched. */
      url: z.string().nullable(),
    })
    .nullable(),
  /** What it answers to; `id` is null when that is not known here (any more), `gone` when its words were taken back. */
  quoted: z
    .object({
      id: id.nullable(),
      /** Whether it stands in the same conversation. */
      here: z.boolean(),
      gone: z.boolean(),
      sender: sender.nullable(),
      kind: z.string(),
      /** Its beginning. */
      text: z.string(),
      product_id: id.nullable(),
    })
    .nullable(),
  /** A basket of WhatsApp's own catalogue; its total is as WhatsApp wrote it. */
  basket: z
    .object({
      id: z.string().nullable(),
      count: z.int().nullable(),
      total: z.string().nullable(),
      currency: z.string().nullable(),
    })
    .nullable(),
  /** The advertisement that was tapped to write. */
  advertisement: z
    .object({
      id: z.string().nullable(),
      title: z.string().nullable(),
      url: z.string().nullable(),
    })
    .nullable(),
  status: z.enum([
    'received',
    'suggested',
    'queued',
    'sending',
    'sent',
    'delivered',
    'read',
    'failed',
    'unknown',
    'dropped',
  ]),
  timestamp: when,
  edited: z.boolean(),
  deleted: z.boolean(),
  echo_id: z.string().nullable(),
  turn_id: id.nullable(),
});

export const threadNote = z.object({
  id,
  author: colleague.nullable(),
  content: z.string(),
  created_at: when,
});

export const threadConversation = z.object({
  id,
  customer: z.object({
    id: id.nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  status,
  mode,
  assigned_to: colleague.nullable(),
  started_at: when,
  ended_at: when.nullable(),
  waiting_since: when.nullable(),
  labels: z.array(z.string()),
  snoozed_until: when.nullable(),
  summary: z.string().nullable(),
  /** Léa is at work on a reply. */
  assistant_typing: z.boolean(),
  alerts: z.array(
    z.object({
      id,
      category: z.string(),
      severity: z.enum(['handoff', 'urgent', 'emergency']),
      reason: z.string(),
      triggered_at: when,
    }),
  ),
});

export const readThread = endpoint({
  method: 'GET',
  path: '/functions/inbox/thread',
  query: z.object({
    conversation_id: id,
    before: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({
    conversation: threadConversation,
    /** Oldest first. */
    messages: z.array(threadMessage),
    /** Private notes of the same stretch of time. */
    notes: z.array(threadNote),
    /** Products that these messages speak of. */
    products: z.array(offeredProduct),
    /** Take this as `before` for what came earlier; null at the beginning. */
    earlier: z.string().nullable(),
  }),
});

const orderStatus = z.enum(['pending', 'completed', 'cancelled']);

export const readCustomer = endpoint({
  method: 'GET',
  path: '/functions/inbox/customer',
  query: z.object({ conversation_id: id }),
  response: z.object({
    customer: z
      .object({
        id,
        name: z.string().nullable(),
        phone: z.string().nullable(),
        language: z.enum(['fr', 'en']),
        service_consent: z.boolean().nullable(),
        marketing_consent: z.boolean().nullable(),
        preferences: z.record(z.string(), z.unknown()),
        health: z.record(z.string(), z.unknown()),
        created_at: when,
      })
      .nullable(),
    consents: z.array(
      z.object({
        id,
        purpose: z.string(),
        given: z.boolean(),
        version: z.string().nullable(),
        at: when,
      }),
    ),
    orders: z.array(
      z.object({
        id,
        code: z.string().nullable(),
        status: orderStatus,
        amount_cfa: z.int(),
        source: z.enum(['assistant', 'human', 'campaign']),
        created_at: when,
        items: z.array(z.object({ name: z.string(), quantity: z.int() })),
      }),
    ),
    coupons: z.array(
      z.object({
        id,
        code: z.string(),
        discount_pct: z.int(),
        valid_to: z.string(),
        used: z.boolean(),
      }),
    ),
    conversations: z.array(
      z.object({
        id,
        status,
        started_at: when,
        last_message_at: when,
        last_text: z.string().nullable(),
      }),
    ),
    offered: z.array(offeredProduct),
    ratings: z.array(z.object({ score: z.int(), comment: z.string().nullable(), at: when })),
  }),
});

export const readTurns = endpoint({
  method: 'GET',
  path: '/functions/inbox/turns',
  query: z.object({ conversation_id: id, turn_id: id.optional() }),
  response: z.object({
    turns: z.array(
      z.object({
        id,
        started_at: when,
        outcome: z.string(),
        triage: z
          .object({
            severity: z.string(),
            category: z.string().nullable(),
            rule_ids: z.array(z.string()),
          })
          .nullable(),
        candidates: z.array(
          z.object({
            id,
            name: z.string(),
            price_cfa: z.int(),
            stock_qty: z.int(),
            chosen: z.boolean(),
            reason: z.string().nullable(),
          }),
        ),
        model: z.string().nullable(),
        model_calls: z.int(),
        prompt_tokens: z.int(),
        cached_tokens: z.int(),
        completion_tokens: z.int(),
        cost_milli_cfa: z.int(),
        response_ms: z.int().nullable(),
      }),
    ),
  }),
});
