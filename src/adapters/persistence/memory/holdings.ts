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
  return {
    customers: person === undefined ? [] : [person],
    aliases: store.aliases.by('userId', userId),
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
    orders: ofBoth((index, id) => store.orders.by(index, id)),
  };
}

export type Holdings = ReturnType<typeof holdingsOf>;
