import type { AdvisorNotifier, OperatorNotice } from '../ports/advisor-notifier.ts';
import type { Log } from '../ports/log.ts';
import { ProviderError } from '../ports/provider-error.ts';
import type { OperatorAlerts } from './advice/model-health.ts';

/** News for the operator, each state told once by every notifier. */
export class NotifyOperator implements OperatorAlerts {
  readonly #notifiers: readonly AdvisorNotifier[];
  readonly #log: Log;
  readonly #raised = new Set<string>();

  constructor(notifiers: readonly AdvisorNotifier[], log: Log) {
    this.#notifiers = notifiers;
    this.#log = log;
  }

  async raise(key: string, message: string): Promise<void> {
    if (this.#raised.has(key)) return;
    this.#raised.add(key);
    await this.#tell({ key, state: 'raised', message });
  }

  async clear(key: string, message: string): Promise<void> {
    if (!this.#raised.delete(key)) return;
    await this.#tell({ key, state: 'cleared', message });
  }

  async #tell(notice: OperatorNotice): Promise<void> {
    for (const notifier of this.#notifiers) {
      try {
        await notifier.notifyOperator(notice);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        // The others still hear of it; the log is the last witness.
        this.#log.error('operator_not_told', {
          notifier: notifier.name,
          key: notice.key,
          kind: error.kind,
        });
      }
    }
  }
}
