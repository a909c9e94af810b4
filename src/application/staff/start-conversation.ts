import { trace } from '../../domain/audit/audit-entry.ts';
import { chatOf, phoneAliases, simulatedAliases } from '../../domain/customer/alias.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { PhoneNumbers } from '../../ports/phone-numbers.ts';
import type { Customers } from '../../ports/repositories/customers.ts';
import { authorise } from '../audit/authorise.ts';
import type { StaffDeps } from './take-over.ts';

export interface StartConversationCommand {
  readonly actor: Actor;
  readonly userId?: UserId | undefined;
  readonly phoneNumber?: string | undefined;
  readonly name?: string | undefined;
}

export interface StartConversationDeps extends StaffDeps {
  readonly ids: IdGenerator;
  readonly phones: PhoneNumbers;
  /** With `fake`, a number that nobody wrote from is one of the simulator's. */
  readonly channelName: string;
}

/** Opens a conversation with a customer, known or new; the open one if there is one. */
export class StartConversation {
  readonly #deps: StartConversationDeps;

  constructor(deps: StartConversationDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `user_not_found` (404), `invalid_phone_number` (400) */
  async execute(
    command: StartConversationCommand,
  ): Promise<{ readonly conversationId: ConversationId; readonly created: boolean }> {
    const { uow, clock, ids } = this.#deps;
    const { actor } = command;
    await authorise(uow, actor, 'conversation.start');
    return uow.run(SERVICE, async (repositories) => {
      const now = clock.now();
      const userId = command.userId ?? (await this.#resolve(repositories.customers, command, now));
      const customer = await repositories.customers.get(userId);
      if (customer === null) throw notFound('user');
      const chatId = chatOf(customer.phone, await repositories.customers.aliasesOf(userId));
      const [opened] = await repositories.conversations.ensureOpen(
        [{ userId, newId: ids.uuid() as ConversationId, chatId, rebuilt: true }],
        now,
        new Date(0),
      );
      await repositories.audit.record(
        trace(actor, 'conversation.start', { rows: [opened!.id], subjects: [userId] }),
      );
      return { conversationId: opened!.id, created: opened!.created };
    });
  }

  async #resolve(
    customers: Customers,
    command: StartConversationCommand,
    now: Date,
  ): Promise<UserId> {
    const phone = this.#deps.phones.parse(command.phoneNumber ?? '');
    if (phone === null)
      throw new LeaError(
        'invalid',
        'invalid_phone_number',
        'phone_number: a phone number in international or national form is expected.',
      );
    const [main] = phoneAliases(phone);
    const isSimulated =
      this.#deps.channelName === 'fake' && (await customers.findByAlias(main!)) === null;
    const [userId] = await customers.resolve(
      [
        {
          newId: this.#deps.ids.uuid() as UserId,
          aliases: isSimulated ? simulatedAliases(phone) : phoneAliases(phone),
          phone: main!,
          name: command.name ?? null,
        },
      ],
      now,
    );
    return userId!;
  }
}
