import type { AdvisorNotifier } from '../../ports/advisor-notifier.ts';

/** Tells every notifier who took an alert, so that nobody else runs for it. */
export class AnnounceAlertTaken {
  readonly #notifiers: readonly AdvisorNotifier[];

  constructor(notifiers: readonly AdvisorNotifier[]) {
    this.#notifiers = notifiers;
  }

  async execute(command: {
    readonly alertId: string;
    readonly advisorName: string;
  }): Promise<void> {
    for (const notifier of this.#notifiers)
      await notifier.alertTaken(command.alertId, command.advisorName);
  }
}
