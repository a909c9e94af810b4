import { trace } from '../../domain/audit/audit-entry.ts';
import type { ConsentPurpose, UserId } from '../../domain/customer/customer.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { consentChanges } from '../../domain/customer/consent-changes.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import { consentVersionOf, transferVersion } from '../../domain/shop/consent-text.ts';
import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Customers } from '../../ports/repositories/customers.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** Clocks of other machines may be a little ahead. */
const AHEAD_MS = 5 * 60_000;

export interface LogConsentDeps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
  readonly recipients: DataRecipients;
}

/** A consent or its withdrawal, as a member of staff or a program heard it. */
export interface HeardConsent {
  readonly userId: UserId;
  readonly given: boolean;
  readonly purpose: ConsentPurpose;
  readonly version: string | null;
  readonly messageId: MessageId | null;
  /** Now, unless it was heard earlier. */
  readonly at: Date | null;
}

/** Appends to the consent log and has Léa act on it from now on. */
export class LogConsent {
  readonly #deps: LogConsentDeps;

  constructor(deps: LogConsentDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `user_not_found`, `invalid_timestamp`, `forbidden` */
  async execute(command: {
    readonly actor: Actor;
    readonly consents: readonly HeardConsent[];
  }): Promise<{ readonly consentIds: readonly string[] }> {
    const { uow, clock, ids, settings, recipients } = this.#deps;
    const shop = settings.current();
    const { actor } = command;
    await authorise(uow, actor, 'consent.log');
    const now = clock.now();
    if (command.consents.some(({ at }) => at !== null && at.getTime() > now.getTime() + AHEAD_MS))
      throw new LeaError(
        'invalid',
        'invalid_timestamp',
        'timestamp: a consent cannot be of the future.',
        { field: 'timestamp' },
      );
    const consents = command.consents.map((consent) => ({
      ...consent,
      id: ids.uuid(),
      at: consent.at ?? now,
      version:
        consent.version ??
        (consent.given ? consentVersionOf(consent.purpose, shop, recipients) : null),
    }));
    await uow.run(actor, async ({ customers, audit, asService }) => {
      const wanted = new Set(consents.map(({ userId }) => userId));
      const known = new Set((await customers.getMany([...wanted])).map(({ id }) => id));
      const missing = [...wanted].find((id) => !known.has(id));
      if (missing !== undefined) throw notFound('user');
      // Appended with the actor's own rights.
      for (const consent of consents) await customers.appendConsent(consent);
      await asService(() => apply(customers, consents, transferVersion(recipients)));
      await audit.record(
        trace(actor, 'consent.log', {
          rows: consents.map(({ id }) => id),
          subjects: [...wanted],
          count: consents.length,
        }),
      );
    });
    return { consentIds: consents.map(({ id }) => id) };
  }
}

async function apply(
  customers: Customers,
  consents: readonly Pick<HeardConsent, 'userId' | 'purpose' | 'given' | 'version'>[],
  newestTransfer: string | null,
): Promise<void> {
  for (const { userId, purpose, given, version } of consents)
    await customers.update(userId, consentChanges(purpose, given, version, newestTransfer));
}
