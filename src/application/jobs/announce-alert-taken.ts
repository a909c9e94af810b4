import type { AlertId } from '../../domain/conversation/alert.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { AdvisorNotifier } from '../../ports/advisor-notifier.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Tells every notifier who took an alert, so that nobody else runs for it. */
export class AnnounceAlertTaken {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly notifiers: readonly AdvisorNotifier[];
    readonly publicUrl: string;
  };

  constructor(deps: { uow: UnitOfWork; notifiers: readonly AdvisorNotifier[]; publicUrl: string }) {
    this.#deps = deps;
  }

  async execute(command: {
    readonly alertId: string;
    readonly advisorName: string;
  }): Promise<void> {
    const { uow, notifiers, publicUrl } = this.#deps;
    const { alertId, advisorName } = command;
    const alert = await uow.run(SERVICE, ({ alerts }) => alerts.get(alertId as AlertId));
    const conversationId = alert?.conversationId ?? null;
    const url = conversationId === null ? null : `${publicUrl}/inbox/${conversationId}`;
    for (const notifier of notifiers) await notifier.alertTaken(alertId, advisorName, url);
  }
}
