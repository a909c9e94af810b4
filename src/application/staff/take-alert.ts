import type { AlertId } from '../../domain/conversation/alert.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { assign, type StaffMeans } from './take-over.ts';

/** "Prendre en charge" from outside the dashboard: the first one wins, the others learn that it is taken. */
export class TakeAlert {
  readonly #means: StaffMeans;

  constructor(means: StaffMeans) {
    this.#means = means;
  }

  async execute(command: {
    readonly alertId: AlertId;
    readonly advisorName: string;
    readonly advisorId: UserId | null;
  }): Promise<{ readonly taken: boolean }> {
    const { uow, clock } = this.#means;
    return uow.run(SERVICE, async (repositories) => {
      const alert = await repositories.alerts.get(command.alertId);
      if (alert === null || alert.conversationId === null) throw notFound('alert');
      const conversation = await repositories.conversations.lock(alert.conversationId);
      if (conversation === null) throw notFound('conversation');
      const current = await repositories.alerts.get(command.alertId);
      if (current === null || current.handledAt !== null) return { taken: false };
      await assign(repositories, conversation, command.advisorId, clock.now());
      await repositories.jobs.enqueue({
        name: 'alert-taken',
        data: { alertId: alert.id, advisorName: command.advisorName },
      });
      return { taken: true };
    });
  }
}
