import type { UserId } from '../../../domain/customer/customer.ts';
import type {
  DeletionEntry,
  Erasure,
  ErasureConfirmation,
  MediaPurge,
  PersonalRows,
  Traces,
} from '../../../ports/repositories/erasure.ts';
import { exportRows } from './export-rows.ts';
import type { MemoryStore } from './memory-store.ts';
import { holdingsOf } from './holdings.ts';

export class MemoryErasure implements Erasure {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async traces(userId: UserId): Promise<Traces> {
    const held = holdingsOf(this.#store, userId);
    return {
      aliases: held.aliases.map(({ alias }) => alias),
      providerIds: held.messages.flatMap(({ providerId }) => providerId ?? []),
      files: held.messages.flatMap(({ attachment }) => attachment?.storageKey ?? []),
    };
  }

  async lastChatOf(userId: UserId): Promise<string | null> {
    const { conversations } = holdingsOf(this.#store, userId);
    return (
      conversations.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0]?.chatId ??
      null
    );
  }

  async purge(userId: UserId): Promise<Readonly<Record<string, number>>> {
    const store = this.#store;
    const held = holdingsOf(store, userId);
    for (const { order } of held.orders) {
      const unlinked = {
        userId: null,
        conversationId: null,
        trackingUrl: null,
        cancelReason: null,
      };
      store.orders.update(order.id, unlinked);
    }
    const people = new Set(
      held.aliases.map(({ alias }) => bareId(alias)).filter((id) => id !== ''),
    );
    const changes = store.earlyChanges
      .all()
      .filter(({ chatId }) => chatId !== null && people.has(bareId(chatId)));
    for (const { id } of held.orderEvents) store.orderEvents.update(id, { reason: null });
    store.marks.deleteAll(held.marks);
    return {
      recommendations: store.recommendations.deleteAll(held.recommendations),
      unmet_demand: store.unmetDemand.deleteAll(held.unmetDemand),
      advisor_alerts: store.alerts.deleteAll(held.alerts),
      turns: store.turns.deleteAll(held.turns),
      conversation_notes: store.notes.deleteAll(held.notes),
      quarantined_events: store.quarantine.deleteAll(held.quarantine),
      messages: store.messages.deleteAll(held.messages),
      conversations: store.conversations.deleteAll(held.conversations),
      survey_answers: store.surveyAnswers.deleteAll(held.surveyAnswers),
      campaign_messages: store.campaignMessages.deleteAll(held.campaignMessages),
      restock_requests: store.restockRequests.deleteAll(held.restockRequests),
      loyalty_coupons: store.coupons.deleteAll(held.coupons),
      consent_logs: store.consents.deleteAll(held.consents),
      export_links: store.exportLinks.deleteAll(held.exportLinks),
      customer_aliases: store.aliases.deleteAll(held.aliases),
      // Browsers of staff are kept elsewhere (`MemoryPushSubscriptions`).
      push_subscriptions: 0,
      early_changes: store.earlyChanges.deleteAll(changes),
      users: store.customers.deleteAll(held.customers),
      orders: held.orders.length,
    };
  }

  async consentsOf(userId: UserId): Promise<DeletionEntry['consents']> {
    return this.#store.consents
      .by('userId', userId)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ purpose, given, version, at }) => ({
        purpose,
        given,
        version,
        at: at.toISOString(),
      }));
  }

  async exportOf(userId: UserId): Promise<PersonalRows> {
    return exportRows(holdingsOf(this.#store, userId));
  }

  async log(entry: DeletionEntry): Promise<void> {
    this.#store.deletions.insert(entry);
  }

  async rememberKeys(hashes: readonly string[], expiresAt: Date): Promise<void> {
    for (const hash of hashes) {
      const known = this.#store.erasedKeys.get(hash);
      if (known === undefined || known.expiresAt < expiresAt)
        this.#store.erasedKeys.upsert({ hash, expiresAt });
    }
  }

  async erasedAmong(hashes: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    return new Set(
      hashes.filter((hash) => (this.#store.erasedKeys.get(hash)?.expiresAt ?? now) > now),
    );
  }

  async oweMediaPurge(purge: MediaPurge): Promise<void> {
    this.#store.mediaPurges.insert({ ...purge, createdAt: this.#store.clock.now() });
  }

  async getMediaPurge(id: string): Promise<MediaPurge | null> {
    const owed = this.#store.mediaPurges.get(id);
    return owed === undefined ? null : { id, folders: owed.folders };
  }

  async dropMediaPurge(id: string): Promise<void> {
    const owed = this.#store.mediaPurges.get(id);
    if (owed !== undefined) this.#store.mediaPurges.deleteAll([owed]);
  }

  async mediaPurgesBefore(moment: Date): Promise<readonly string[]> {
    return this.#store.mediaPurges
      .all()
      .filter(({ createdAt }) => createdAt < moment)
      .map(({ id }) => id);
  }

  async oweConfirmation(confirmation: ErasureConfirmation): Promise<void> {
    this.#store.confirmations.insert(confirmation);
  }

  async getConfirmation(id: string): Promise<ErasureConfirmation | null> {
    return this.#store.confirmations.get(id) ?? null;
  }

  async dropConfirmation(id: string): Promise<void> {
    const owed = this.#store.confirmations.get(id);
    if (owed !== undefined) this.#store.confirmations.deleteAll([owed]);
  }

  async addExportLink(link: {
    readonly tokenHash: string;
    readonly userId: UserId;
    readonly expiresAt: Date;
  }): Promise<void> {
    this.#store.customers.mustHave(link.userId);
    this.#store.exportLinks.insert({ ...link, usedAt: null });
  }

  async takeExportLink(tokenHash: string, now: Date): Promise<UserId | null> {
    const link = this.#store.exportLinks.get(tokenHash);
    if (link === undefined || link.usedAt !== null || link.expiresAt <= now) return null;
    this.#store.exportLinks.update(tokenHash, { usedAt: now });
    return link.userId;
  }
}

/** A number or hidden id without its signs, domain and device. */
const bareId = (id: string): string => id.split(/[:@]/)[0]!.replace(/\D/g, '');
