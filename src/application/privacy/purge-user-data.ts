import { trace } from '../../domain/audit/audit-entry.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { phoneAliases, simulatedAliases } from '../../domain/customer/alias.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { PhoneNumbers } from '../../ports/phone-numbers.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import { erasePerson } from './erase-person.ts';
import type { PrivacyMeans } from './privacy-means.ts';

/** Staff erase everything about a customer, who is told where they last wrote from. */
export class PurgeUserData {
  readonly #means: PrivacyMeans & { readonly uow: UnitOfWork; readonly phones: PhoneNumbers };

  constructor(means: PrivacyMeans & { readonly uow: UnitOfWork; readonly phones: PhoneNumbers }) {
    this.#means = means;
  }

  /** @throws LeaError `user_not_found` (404), also the second time; `not_a_customer` (422) for staff */
  async execute(command: {
    readonly actor: Actor;
    readonly userId?: UserId | undefined;
    readonly phoneNumber?: string | undefined;
  }): Promise<{ readonly counts: Readonly<Record<string, number>> }> {
    const { uow, phones } = this.#means;
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
        counts: await erasePerson(repositories, this.#means, {
          userId: customer.id,
          requestedBy: actor.kind === 'staff' ? actor.userId : 'service',
          confirmTo: chatId === null ? null : { chatId, language: customer.language },
        }),
      };
    });
  }
}
