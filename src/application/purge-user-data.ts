import { trace } from '../domain/audit/audit-entry.ts';
import type { Language, UserId } from '../domain/customer/customer.ts';
import { phoneAliases, simulatedAliases } from '../domain/customer/alias.ts';
import { SERVICE, type Actor } from '../domain/shared/actor.ts';
import { LeaError, notFound } from '../domain/shared/errors.ts';
import type { PhoneNumbers } from '../ports/phone-numbers.ts';
import type { RequestedBy } from '../ports/repositories/erasure.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { authorise } from './audit/authorise.ts';
import { oweMediaPurge } from './privacy/owe-media-purge.ts';
import type { PrivacyDeps } from './privacy/privacy-deps.ts';

const DAY_MS = 86_400_000;
/** Late redeliveries of an erased person create nobody for this long. */
const REMEMBER_KEYS_MS = 30 * DAY_MS;
/** The hash in the deletion log proves the erasure for this long: three years, the usual limitation of claims. */
const PROOF_MS = 3 * 365 * DAY_MS;

/**
 * The one way to erase a person, for staff, for the keyword SUPPRIMER and for the limits of retention. One line of
 * proof without personal data stays.
 */
export class PurgeUserData {
  readonly #deps: PrivacyDeps & { readonly uow: UnitOfWork; readonly phones: PhoneNumbers };

  constructor(deps: PrivacyDeps & { readonly uow: UnitOfWork; readonly phones: PhoneNumbers }) {
    this.#deps = deps;
  }

  /**
   * Staff erase a customer, who is told where they last wrote from.
   * @throws LeaError `user_not_found` (404), also the second time; `not_a_customer` (422) for staff
   */
  async execute(command: {
    readonly actor: Actor;
    readonly userId?: UserId | undefined;
    readonly phoneNumber?: string | undefined;
  }): Promise<{ readonly counts: Readonly<Record<string, number>> }> {
    const { uow, phones } = this.#deps;
    const { actor } = command;
    await authorise(uow, actor, 'customer.erase');
    return uow.run(SERVICE, async (repositories) => {
      const { customers } = repositories;
      const phone = command.phoneNumber === undefined ? null : phones.parse(command.phoneNumber);
      if (command.phoneNumber !== undefined && phone === null) {
        throw new LeaError(
          'invalid',
          'invalid_phone_number',
          'phone_number: a phone number in international or national form is expected.',
        );
      }
      const customer =
        command.userId !== undefined
          ? await customers.get(command.userId)
          : phone === null
            ? null
            : ((await customers.findByAlias(phoneAliases(phone)[0]!)) ??
              (await customers.findByAlias(simulatedAliases(phone)[0]!)));
      if (customer === null) throw notFound('user');
      await repositories.audit.record(
        trace(actor, 'customer.erase', { rows: [customer.id], subjects: [customer.id] }),
      );
      const chatId = await repositories.erasure.lastChatOf(customer.id);
      return {
        counts: await this.within(repositories, {
          userId: customer.id,
          requestedBy: actor.kind === 'staff' ? actor.userId : 'service',
          confirmTo: chatId === null ? null : { chatId, language: customer.language },
        }),
      };
    });
  }

  /** In the caller's transaction; one confirmation is owed where an address is given. Answers rows by table. */
  async within(
    repositories: Repositories,
    request: {
      readonly userId: UserId;
      readonly requestedBy: RequestedBy;
      readonly confirmTo: { readonly chatId: string; readonly language: Language } | null;
    },
  ): Promise<Readonly<Record<string, number>>> {
    const now = this.#deps.clock.now();
    const { erasure, jobs } = repositories;
    const traces = await erasure.traces(request.userId);
    const consents = await erasure.consentsOf(request.userId);
    const counts = await erasure.purge(request.userId);
    await erasure.rememberKeys(
      traces.providerIds.map((id) => this.#deps.hash.of(id)),
      new Date(now.getTime() + REMEMBER_KEYS_MS),
    );
    await erasure.log({
      id: this.#deps.ids.uuid(),
      subjectHash: this.#deps.hash.of(traces.aliases[0] ?? request.userId),
      deletedAt: now,
      requestedBy: request.requestedBy,
      counts,
      consents,
      hashExpiresAt: new Date(now.getTime() + PROOF_MS),
    });
    const { files } = traces;
    await oweMediaPurge(repositories, {
      id: this.#deps.ids.uuid(),
      userId: request.userId,
      files,
    });
    if (request.confirmTo !== null) {
      const id = this.#deps.ids.uuid();
      await erasure.oweConfirmation({ id, ...request.confirmTo });
      await jobs.enqueue({ name: 'confirm-erasure', data: { confirmationId: id } });
    }
    return counts;
  }
}
