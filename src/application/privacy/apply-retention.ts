import { SERVICE } from '../../domain/shared/actor.ts';
import type { Log } from '../../ports/log.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { Retention } from '../../ports/retention.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PurgeUserData } from '../purge-user-data.ts';

const DAY_MS = 86_400_000;
/** Answers remembered under an Idempotency-Key are of use while a client may try again. */
const IDEMPOTENCY_DAYS = 2;
/** Small transactions: nobody waits for the cleaning. */
const BATCH = 100;
/** So that a shop that shortens its limits is not cleaned in one night at the expense of its customers. */
const MAX_BATCHES = 500;

export interface RetentionDeps {
  readonly clock: Clock;
  readonly purgeUserData: PurgeUserData;
  readonly uow: UnitOfWork;
  readonly retention: Retention;
  readonly store: MediaStore;
  readonly settings: ShopSettingsSource;
  readonly log: Log;
}

/** Daily: removes what the shop's limits say. Figures and orders' amounts stay, without a person. */
export class ApplyRetention {
  readonly #deps: RetentionDeps;

  constructor(deps: RetentionDeps) {
    this.#deps = deps;
  }

  /** Answers what went, by table. */
  async execute(): Promise<Readonly<Record<string, number>>> {
    const { clock, settings, retention, log } = this.#deps;
    const now = clock.now();
    const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    const rules = settings.current().retention;
    const removed = {
      conversations: await this.#conversations(ago(rules.conversationsDays)),
      users: await this.#customers(ago(rules.customersDays)),
      ...(await retention.purgeExpired({
        quarantine: ago(rules.quarantineDays),
        idempotency: ago(IDEMPOTENCY_DAYS),
        auditDays: rules.auditDays,
        now,
      })),
    };
    await this.#purgeMediaAgain(ago(1));
    log.info('retention_applied', removed);
    return removed;
  }

  /** Files that every try of a day failed to delete: they are tried anew. */
  async #purgeMediaAgain(before: Date): Promise<void> {
    await this.#deps.uow.run(SERVICE, async ({ erasure, jobs }) => {
      for (const purgeId of await erasure.mediaPurgesBefore(before))
        await jobs.enqueue({ name: 'purge-media', data: { purgeId } });
    });
  }

  async #conversations(before: Date): Promise<number> {
    const { retention, store } = this.#deps;
    let sum = 0;
    for (let round = 0; round < MAX_BATCHES; round += 1) {
      const { count, files } = await retention.purgeConversations(before, BATCH);
      sum += count;
      for (const key of files) await store.delete(key);
      await this.#sweep(files);
      if (count < BATCH) break;
    }
    return sum;
  }

  /** A file that a crash left behind lies in the folder of the same customer. */
  async #sweep(files: readonly string[]): Promise<void> {
    const { retention, store } = this.#deps;
    for (const folder of new Set(files.map((key) => key.slice(0, key.lastIndexOf('/') + 1)))) {
      if (folder === '') continue;
      for (const key of await retention.unusedFiles(await store.list(folder)))
        await store.delete(key);
    }
  }

  async #customers(before: Date): Promise<number> {
    const { retention, uow } = this.#deps;
    let sum = 0;
    for (let round = 0; round < MAX_BATCHES; round += 1) {
      const silent = await retention.silentCustomers(before, BATCH);
      for (const userId of silent)
        await uow.run(SERVICE, (repositories) =>
          this.#deps.purgeUserData.within(repositories, {
            userId,
            requestedBy: 'retention',
            confirmTo: null,
          }),
        );
      sum += silent.length;
      if (silent.length < BATCH) break;
    }
    return sum;
  }
}
