import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { AlertId } from '../../domain/conversation/alert.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { authorise } from '../audit/authorise.ts';
import { deliverAgain, raiseAlert, type AlertMeans } from '../alerts.ts';
import { mustExist, type StaffMeans } from './take-over.ts';

/** A member of staff or a program calls for help on a conversation; email and Slack go out. */
export class TriggerAlert {
  readonly #means: StaffMeans & AlertMeans;

  constructor(means: StaffMeans & AlertMeans) {
    this.#means = means;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly reason: string;
  }): Promise<{ readonly alertId: AlertId }> {
    const { uow, clock } = this.#means;
    await authorise(uow, command.actor, 'alert.trigger');
    const conversation = await mustExist(uow, command);
    return uow.run(SERVICE, async (repositories) => {
      const now = clock.now();
      const matter = {
        conversationId: command.conversationId,
        category: 'manual',
        severity: 'handoff',
        reason: command.reason,
      } as const;
      const alert = await raiseAlert(repositories, this.#means, matter, now);
      // Asked for by hand: it goes out even when the matter is open already.
      if (alert.triggeredAt.getTime() !== now.getTime())
        await deliverAgain(repositories, this.#means, alert.id);
      await repositories.audit.record(
        trace(command.actor, 'alert.trigger', {
          rows: [alert.id],
          subjects: about(conversation.userId),
        }),
      );
      return { alertId: alert.id };
    });
  }
}
