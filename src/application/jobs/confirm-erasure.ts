import { SERVICE } from '../../domain/shared/actor.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { MessagingGateway } from '../../ports/messaging-gateway.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** The last message to an erased person; the address goes with it. */
export class ConfirmErasure {
  readonly #deps: { readonly uow: UnitOfWork; readonly gateway: MessagingGateway };

  constructor(deps: { uow: UnitOfWork; gateway: MessagingGateway }) {
    this.#deps = deps;
  }

  /** @throws ProviderError for the job queue to try again */
  async execute(command: { readonly confirmationId: string }): Promise<void> {
    const { uow, gateway } = this.#deps;
    const confirmation = await uow.run(SERVICE, ({ erasure }) =>
      erasure.getConfirmation(command.confirmationId),
    );
    if (confirmation === null) return;
    await gateway.send({
      chatId: confirmation.chatId,
      content: { kind: 'text', text: textsFor(confirmation.language).keywords.erased },
      idempotencyKey: confirmation.id,
    });
    await uow.run(SERVICE, ({ erasure }) => erasure.dropConfirmation(confirmation.id));
  }
}
