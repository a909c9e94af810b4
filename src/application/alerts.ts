import type { Alert, AlertId, AlertSeverity } from '../domain/conversation/alert.ts';
import type { ConversationId } from '../domain/conversation/conversation.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Repositories } from '../ports/unit-of-work.ts';

/** What raising an alert needs beside the transaction. */
export interface AlertMeans {
  readonly ids: IdGenerator;
  /** Names of the configured notifiers; each delivers, and fails, on its own. */
  readonly notifierNames: readonly string[];
}

/** One alert per matter: raised anew it stays one, and nobody is told twice. */
export async function raiseAlert(
  repositories: Repositories,
  means: AlertMeans,
  matter: {
    readonly conversationId: ConversationId;
    readonly category: string;
    readonly severity: AlertSeverity;
    readonly reason: string;
  },
  now: Date,
): Promise<Alert> {
  const { alert, isNew } = await repositories.alerts.raise({
    id: means.ids.uuid() as AlertId,
    ...matter,
    triggeredAt: now,
    handledBy: null,
    handledAt: null,
  });
  if (isNew) await deliverAgain(repositories, means, alert.id);
  return alert;
}

/** Tells every notifier, for a new alert or one that nobody took. */
export async function deliverAgain(
  repositories: Repositories,
  means: AlertMeans,
  alertId: AlertId,
): Promise<void> {
  for (const notifier of means.notifierNames)
    await repositories.jobs.enqueue({ name: 'deliver-alert', data: { alertId, notifier } });
}
