import { about, trace } from '../domain/audit/audit-entry.ts';
import type { Alert, AlertId, AlertSeverity } from '../domain/conversation/alert.ts';
import type { ConversationId } from '../domain/conversation/conversation.ts';
import { SERVICE, type Actor } from '../domain/shared/actor.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { authorise } from './audit/authorise.ts';
import { mustExist } from './staff/take-over.ts';

/** Why an advisor is called. There is one open alert for a category of a conversation. */
export interface Escalation {
  readonly conversationId: ConversationId;
  readonly category: string;
  readonly severity: AlertSeverity;
  readonly reason: string;
}

/**
 * The one way to call an advisor: for a turn, an order, a message that could not be sent, a conversation that
 * fails, and for staff. The alert and what it owes to each notifier are written in one transaction; jobs deliver.
 */
export class EscalateToAdvisor {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly ids: IdGenerator;
    readonly notifierNames: readonly string[];
  };

  /** `notifierNames`: the configured notifiers; each delivers, and fails, on its own. */
  constructor(deps: {
    uow: UnitOfWork;
    clock: Clock;
    ids: IdGenerator;
    notifierNames: readonly string[];
  }) {
    this.#deps = deps;
  }

  /**
   * A member of staff or a program calls for help: the notifiers are told, also where the alert is open already.
   * @throws LeaError `conversation_not_found` (404)
   */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly reason: string;
  }): Promise<{ readonly alertId: AlertId }> {
    const { uow, clock } = this.#deps;
    const { actor, conversationId, reason } = command;
    await authorise(uow, actor, 'alert.trigger');
    const conversation = await mustExist(uow, command);
    return uow.run(SERVICE, async (repositories) => {
      const escalation = {
        conversationId,
        category: 'manual',
        severity: 'handoff',
        reason,
      } as const;
      const { alert, isNew } = await this.#raise(repositories, escalation, clock.now());
      if (!isNew) await this.remind(repositories, alert.id);
      await repositories.audit.record(
        trace(actor, 'alert.trigger', { rows: [alert.id], subjects: about(conversation.userId) }),
      );
      return { alertId: alert.id };
    });
  }

  /** In the caller's transaction. An alert that is open already stays as it is, and nobody is told twice. */
  async within(repositories: Repositories, escalation: Escalation, now: Date): Promise<Alert> {
    return (await this.#raise(repositories, escalation, now)).alert;
  }

  /** Tells every notifier again of an alert that nobody took. */
  async remind(repositories: Repositories, alertId: AlertId): Promise<void> {
    for (const notifier of this.#deps.notifierNames)
      await repositories.jobs.enqueue({ name: 'deliver-alert', data: { alertId, notifier } });
  }

  async #raise(
    repositories: Repositories,
    escalation: Escalation,
    now: Date,
  ): Promise<{ readonly alert: Alert; readonly isNew: boolean }> {
    const raised = await repositories.alerts.raise({
      id: this.#deps.ids.uuid() as AlertId,
      ...escalation,
      triggeredAt: now,
      handledBy: null,
      handledAt: null,
    });
    if (raised.isNew) await this.remind(repositories, raised.alert.id);
    return raised;
  }
}
