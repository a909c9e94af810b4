import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { AlertId } from '../../domain/conversation/alert.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { authorise } from '../audit/authorise.ts';
import { assign, type StaffDeps } from './take-over.ts';

/** "Prendre en charge" from outside the dashboard: the first one wins, the others learn that it is taken. */
export class TakeAlert {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  async execute(command: {
    /** Who pressed, where from; the advisor is known by name only unless `advisorId` says who it is. */
    readonly actor: Actor;
    readonly alertId: AlertId;
    readonly advisorName: string;
    readonly advisorId: UserId | null;
  }): Promise<{ readonly taken: boolean }> {
    const { uow, clock } = this.#deps;
    await authorise(uow, command.actor, 'alert.take');
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
      await repositories.audit.record(
        trace(command.actor, 'alert.take', {
          rows: [alert.id],
          subjects: about(conversation.userId),
          columns: ['handled_by'],
        }),
      );
      return { taken: true };
    });
  }
}
