import { SERVICE } from '../../domain/shared/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { EscalateToAdvisor } from '../escalate-to-advisor.ts';

/** A conversation failed too often: an advisor sees it, the others go on. */
export class DeadLetterConversation {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly escalateToAdvisor: EscalateToAdvisor;
  };

  constructor(deps: { uow: UnitOfWork; clock: Clock; escalateToAdvisor: EscalateToAdvisor }) {
    this.#deps = deps;
  }

  async execute(command: { readonly lease: Lease }): Promise<void> {
    const { uow, clock } = this.#deps;
    const { conversationId } = command.lease;
    await uow.run(SERVICE, async (repositories) => {
      if ((await repositories.conversations.lockHeld(command.lease)) === null) return;
      await this.#deps.escalateToAdvisor.within(
        repositories,
        {
          conversationId,
          category: 'dead_letter',
          severity: 'urgent',
          reason: 'Léa n’arrive pas à traiter cette conversation : répondez vous-même.',
        },
        clock.now(),
      );
    });
  }
}
