import { notFound } from '../../../domain/shared/errors.ts';
import { localDay } from '../../../domain/shared/local-time.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import type { StaffReads } from '../../../ports/staff-reads.ts';
import { listInbox, readCustomer, readThread, readTurns } from '../contracts/inbox.ts';
import { defineRoute, type Route } from '../define-route.ts';

export interface InboxMeans {
  readonly reads: StaffReads;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
}

const COMMON = { tag: 'Inbox' } as const;

/** What the inbox shows. */
export function inboxRoutes({ reads, settings, clock }: InboxMeans): readonly Route[] {
  const today = (): string => localDay(clock.now(), settings.current().timeZone);
  return [
    defineRoute(listInbox, {
      ...COMMON,
      who: 'inbox.read',
      summary: 'Conversations of a tab, newest first, with the counts of all tabs',
      errors: { 400: 'invalid_cursor' },
      handle: ({ actor, query }) => reads.inbox(actor, query),
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
        return sheet;
      },
    }),
    defineRoute(readTurns, {
      ...COMMON,
      who: 'turn.read',
      summary: 'Why Léa said what she said: triage, candidates, model and cost',
      handle: async ({ actor, query }) => ({
        turns: [
          ...(await reads.turns(actor, {
            conversationId: query.conversation_id,
            turnId: query.turn_id,
          })),
        ],
      }),
    }),
  ];
}
