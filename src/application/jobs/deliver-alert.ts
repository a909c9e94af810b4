import type { AlertId } from '../../domain/conversation/alert.ts';
import { beginning, READ } from '../../domain/shared/reading.ts';
import { redact } from '../../domain/privacy/redact.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { AdvisorNotifier, AlertNotice } from '../../ports/advisor-notifier.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

const EXCERPT_MESSAGES = 4;
const EXCERPT_CHARS = 280;

export interface DeliverDeps {
  readonly uow: UnitOfWork;
  readonly notifiers: readonly AdvisorNotifier[];
  readonly publicUrl: string;
}

/** Tells one notifier about an alert, with no more of the customer than an advisor needs. */
export class DeliverAlert {
  readonly #deps: DeliverDeps;

  constructor(deps: DeliverDeps) {
    this.#deps = deps;
  }

  /** @throws ProviderError for the job queue to try again */
  async execute(command: { readonly alertId: AlertId; readonly notifier: string }): Promise<void> {
    const notifier = this.#deps.notifiers.find((candidate) => candidate.name === command.notifier);
    const notice = await this.#notice(command.alertId);
    // Taken or erased before it went out, or a notifier that was switched off.
    if (notifier === undefined || notice === null) return;
    await notifier.notifyAlert(notice);
  }

  async #notice(alertId: AlertId): Promise<AlertNotice | null> {
    return this.#deps.uow.run(SERVICE, async (repositories) => {
      const alert = await repositories.alerts.get(alertId);
      if (alert === null || alert.conversationId === null || alert.handledAt !== null) return null;
      const conversation = await repositories.conversations.get(alert.conversationId);
      const customer = conversation?.userId
        ? await repositories.customers.get(conversation.userId)
        : null;
      // Without consent an advisor is told that somebody needs help, and reads the words in the dashboard.
      const excerpt =
        customer?.serviceConsent === true || alert.severity === 'emergency'
          ? await repositories.messages.recent(alert.conversationId, EXCERPT_MESSAGES)
          : [];
      return {
        alertId: alert.id,
        conversationId: alert.conversationId,
        category: alert.category,
        severity: alert.severity,
        reason: redact(alert.reason),
        customerLabel: customer?.name ? `${[...customer.name][0]!.toUpperCase()}.` : 'Client',
        excerpt: excerpt.map((message) => ({
          sender: message.sender,
          text: redact(beginning(message.content, READ.message)).slice(0, EXCERPT_CHARS),
        })),
        url: `${this.#deps.publicUrl}/inbox/${alert.conversationId}`,
      };
    });
  }
}
