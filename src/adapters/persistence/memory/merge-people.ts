import type { Customer, UserId } from '../../../domain/customer/customer.ts';
import { joinOpenConversations } from './join-conversations.ts';
import type { MemoryStore } from './memory-store.ts';

/** Makes one person of two: `stays` takes over all that belongs to `goes`, who is then unknown. */
export function mergePeople(store: MemoryStore, stays: UserId, goes: UserId, now: Date): void {
  const [kept, gone] = [store.customers.get(stays), store.customers.get(goes)];
  if (kept === undefined || gone === undefined) return;
  const consentOf = kept.serviceConsent === null && gone.serviceConsent !== null ? gone : kept;
  const transferOf = kept.transferConsent === null && gone.transferConsent !== null ? gone : kept;
  store.customers.update(stays, {
    phone: kept.phone ?? gone.phone,
    name: kept.name ?? gone.name,
    serviceConsent: consentOf.serviceConsent,
    consentVersion: consentOf.consentVersion,
    consentAskedAt: consentOf.consentAskedAt ?? gone.consentAskedAt,
    marketingConsent: kept.marketingConsent ?? gone.marketingConsent,
    transferConsent: transferOf.transferConsent,
    transferVersion: transferOf.transferVersion ?? gone.transferVersion,
    otherNames: otherNames(kept, gone),
    preferences: { ...gone.preferences, ...kept.preferences },
    health: { ...gone.health, ...kept.health },
  });

  joinOpenConversations(store, stays, goes, now);
  for (const { id } of store.conversations.by('userId', goes))
    store.conversations.update(id, { userId: stays });
  for (const { alias } of store.aliases.by('userId', goes))
    store.aliases.update(alias, { userId: stays });
  for (const { id } of store.consents.by('userId', goes))
    store.consents.update(id, { userId: stays });
  for (const { id } of store.orders.by('userId', goes)) store.orders.update(id, { userId: stays });
  for (const { id } of store.turns.by('userId', goes)) store.turns.update(id, { userId: stays });
  for (const { tokenHash } of store.exportLinks.by('userId', goes))
    store.exportLinks.update(tokenHash, { userId: stays });
  for (const { id } of store.coupons.by('userId', goes))
    store.coupons.update(id, { userId: stays });
  const causes = new Set(
    store.campaignMessages.by('userId', stays).map(({ type, cause }) => `${type} ${cause}`),
  );
  for (const message of store.campaignMessages.by('userId', goes)) {
    if (causes.has(`${message.type} ${message.cause}`)) store.campaignMessages.deleteAll([message]);
    else store.campaignMessages.update(message.id, { userId: stays });
  }
  for (const { id } of store.surveyAnswers.by('userId', goes))
    store.surveyAnswers.update(id, { userId: stays });
  for (const request of store.restockRequests.by('userId', goes)) {
    store.restockRequests.deleteAll([request]);
    if (store.restockRequests.get(`${stays}:${request.productId}`) === undefined)
      store.restockRequests.insert({ ...request, userId: stays });
  }
  store.customers.deleteAll([gone]);
}

function otherNames(kept: Customer, gone: Customer): readonly string[] {
  const main = kept.name ?? gone.name;
  const names = new Set([
    ...kept.otherNames,
    ...gone.otherNames,
    ...(gone.name === null ? [] : [gone.name]),
  ]);
  return [...names].filter((name) => name !== main).toSorted();
}
