import { trace } from '../../domain/audit/audit-entry.ts';
import type { Alert, AlertId } from '../../domain/conversation/alert.ts';
import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import { assign, mustExist, type StaffDeps } from './take-over.ts';

/**
 * Marks alerts as handled by an advisor, who takes the conversation with it, as with the button in Slack:
 * all of them or none. Whoever came first keeps an alert.
 */
export class HandleAlerts {
  readonly #deps: StaffDeps;

  constructor(deps: StaffDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `alert_not_found`, `alert_taken` (conflict), `alert_without_conversation` */
  async execute(command: {
    readonly actor: Actor;
    readonly alertIds: readonly AlertId[];
    readonly advisor: { readonly id: UserId; readonly name: string };
  }): Promise<void> {
    const { uow } = this.#deps;
    const { actor, alertIds } = command;
    await authorise(uow, actor, 'alert.take');
    const people = new Set<UserId>();
    for (const id of alertIds) {
      const alert = await uow.run(actor, ({ alerts }) => alerts.get(id));
      if (alert === null) throw notFound('alert');
      if (alert.conversationId === null)
        throw new LeaError(
          'unprocessable',
          'alert_without_conversation',
          'This alert belongs to no conversation.',
          { alert_id: id },
        );
      const { userId } = await mustExist(uow, { actor, conversationId: alert.conversationId });
      if (userId !== null) people.add(userId);
    }
    await uow.run(SERVICE, async (repositories) => {
      for (const id of alertIds) await this.#handle(repositories, id, command.advisor);
      await repositories.audit.record(
        trace(actor, 'alert.take', {
          rows: alertIds,
          subjects: [...people],
          columns: ['handled_by'],
          count: alertIds.length,
        }),
      );
    });
  }

  async #handle(
    repositories: Repositories,
    id: AlertId,
    advisor: { readonly id: UserId; readonly name: string },
  ): Promise<void> {
    const { alerts, conversations, jobs } = repositories;
    const seen = await alerts.get(id);
    const conversation =
      seen?.conversationId == null ? null : await conversations.lock(seen.conversationId);
    // Read again behind the lock: another advisor may have been faster.
    const alert: Alert | null = await alerts.get(id);
    if (alert === null || conversation === null) throw notFound('alert');
    if (alert.handledAt !== null) {
      if (alert.handledBy === advisor.id) return;
      throw new LeaError('conflict', 'alert_taken', 'Somebody else has handled this alert.', {
        alert_id: id,
      });
    }
    const now = this.#deps.clock.now();
    // A closed conversation stays closed: there is nobody to answer.
    if (conversation.status === 'open') await assign(repositories, conversation, advisor.id, now);
    else await alerts.handleAll(conversation.id, advisor.id, now);
    await jobs.enqueue({ name: 'alert-taken', data: { alertId: id, advisorName: advisor.name } });
  }
}
