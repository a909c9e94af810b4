import { quotableDigits } from '../../../domain/customer/alias.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { MemoryStore } from './memory-store.ts';

/** Every row that is about one person, by what led to it: the person, or one of her conversations. */
export function holdingsOf(store: MemoryStore, userId: UserId) {
  const person = store.customers.get(userId);
  const conversations = store.conversations.by('userId', userId);
  const ofConversations = <Row>(by: (conversationId: string) => readonly Row[]): readonly Row[] =>
    conversations.flatMap(({ id }) => by(id));
  const ofBoth = <Row>(
    by: (index: 'userId' | 'conversationId', id: string) => readonly Row[],
  ): readonly Row[] => [
    ...new Set([...by('userId', userId), ...ofConversations((id) => by('conversationId', id))]),
  ];
  const orders = ofBoth((index, id) => store.orders.by(index, id));
  const aliases = store.aliases.by('userId', userId);
  const digits = quotableDigits(aliases.map(({ alias }) => alias));
  return {
    customers: person === undefined ? [] : [person],
    aliases,
    consents: store.consents.by('userId', userId),
    exportLinks: store.exportLinks.by('userId', userId),
    coupons: store.coupons.by('userId', userId),
    campaignMessages: store.campaignMessages.by('userId', userId),
    surveyAnswers: store.surveyAnswers.by('userId', userId),
    restockRequests: store.restockRequests.by('userId', userId),
    conversations,
    messages: ofConversations((id) => store.messages.by('conversationId', id)),
    alerts: ofConversations((id) => store.alerts.by('conversationId', id)),
    recommendations: ofConversations((id) => store.recommendations.by('conversationId', id)),
    unmetDemand: ofConversations((id) => store.unmetDemand.by('conversationId', id)),
    turns: ofBoth((index, id) => store.turns.by(index, id)),
    orders: orders.map((order) => ({ order, clicks: store.clicks.get(order.code) })),
    orderEvents: orders.flatMap(({ id }) => store.orderEvents.by('orderId', id)),
    marks: conversations.flatMap(({ id }) => store.marks.get(id) ?? []),
    notes: store.notes
      .all()
      .filter(({ conversationId }) => conversations.some(({ id }) => id === conversationId)),
    quarantine: store.quarantine
      .all()
      .filter(({ raw }) => digits.some((number) => JSON.stringify(raw).includes(number))),
  };
}

export type Holdings = ReturnType<typeof holdingsOf>;
