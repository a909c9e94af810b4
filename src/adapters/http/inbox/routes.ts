import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import { about } from '../../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../../domain/conversation/conversation.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { notFound } from '../../../domain/shared/errors.ts';
import { localDay } from '../../../domain/shared/local-time.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import type { StaffReads } from '../../../ports/staff-reads.ts';
import { listInbox, readCustomer, readThread, readTurns } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

export interface InboxDeps {
  readonly reads: StaffReads;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
}

const COMMON = { tag: 'Inbox' } as const;

/** What the inbox shows. Who read about whom is traced before the answer goes out. */
export function inboxRoutes({ reads, settings, clock, traceAccess }: InboxDeps): readonly Route[] {
  const today = (): string => localDay(clock.now(), settings.current().timeZone);
  return [
    defineRoute(listInbox, {
      ...COMMON,
      who: 'inbox.read',
      summary: 'Conversations of a tab, newest first, with the counts of all tabs',
      errors: { 400: 'invalid_cursor' },
      async handle({ actor, query }) {
        const page = await reads.inbox(actor, query);
        const { q = '' } = query;
        await traceAccess.execute({
          actor,
          action: q === '' ? 'inbox.read' : 'inbox.search',
          count: page.items.length,
          sameAs: q,
        });
        return page;
      },
    }),
    defineRoute(readThread, {
      ...COMMON,
      who: 'conversation.read',
      summary: 'The newest messages of a conversation, or those before a place',
      errors: { 400: 'invalid_cursor', 404: 'conversation_not_found' },
      async handle({ actor, query }) {
        const page = await reads.thread(actor, {
          conversationId: query.conversation_id,
          before: query.before,
          limit: query.limit,
          today: today(),
        });
        if (page === null) throw notFound('conversation');
        await traceAccess.execute({
          actor,
          action: 'conversation.read',
          rows: [query.conversation_id],
          subjects: about(page.conversation.customer.id as UserId | null),
          sameAs: query.conversation_id,
        });
        return page;
      },
    }),
    defineRoute(readCustomer, {
      ...COMMON,
      who: 'customer.read',
      summary: 'The customer of a conversation: consent, orders, coupons, history',
      errors: { 404: 'conversation_not_found' },
      async handle({ actor, query }) {
        const sheet = await reads.customer(actor, {
          conversationId: query.conversation_id,
          today: today(),
        });
        if (sheet === null) throw notFound('conversation');
        const { customer } = sheet;
        await traceAccess.execute({
          actor,
          action: 'customer.read',
          table: customer === null ? 'conversations' : 'users',
          rows: [customer?.id ?? query.conversation_id],
          subjects: about((customer?.id ?? null) as UserId | null),
          sameAs: query.conversation_id,
        });
        return sheet;
      },
    }),
    defineRoute(readTurns, {
      ...COMMON,
      who: 'turn.read',
      summary: 'Why Léa said what she said: triage, candidates, model and cost',
      async handle({ actor, query }) {
        const turns = await reads.turns(actor, {
          conversationId: query.conversation_id,
          turnId: query.turn_id,
        });
        await traceAccess.execute({
          actor,
          action: 'turn.read',
          table: 'conversations',
          rows: [query.conversation_id],
          conversationId: query.conversation_id as ConversationId,
          sameAs: query.conversation_id,
        });
        return { turns: [...turns] };
      },
    }),
  ];
}
