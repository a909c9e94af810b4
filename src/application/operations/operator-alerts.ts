import type { AdvisorNotifier, OperatorNotice } from '../../ports/advisor-notifier.ts';
import type { Log } from '../../ports/log.ts';
import type { OperatorLedger } from '../../ports/operator-ledger.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { OperatorAlerts } from '../advice/model-health.ts';

/** News for the operator, each state told once by the fleet, with every notifier. */
export class NotifyOperator implements OperatorAlerts {
  readonly #notifiers: readonly AdvisorNotifier[];
  readonly #ledger: OperatorLedger;
  readonly #log: Log;

  constructor(needs: {
    readonly notifiers: readonly AdvisorNotifier[];
    readonly operatorLedger: OperatorLedger;
    readonly log: Log;
  }) {
    this.#notifiers = needs.notifiers;
    this.#ledger = needs.operatorLedger;
    this.#log = needs.log;
  }

  async raise(key: string, message: string): Promise<void> {
    if (await this.#ledger.raise(key, message)) await this.#tell({ key, state: 'raised', message });
  }

  async clear(key: string, message: string): Promise<void> {
    if (await this.#ledger.clear(key, message))
      await this.#tell({ key, state: 'cleared', message });
  }

  /** Tells again what reached nobody. */
  async retell(): Promise<void> {
    for (const notice of await this.#ledger.takeUntold()) await this.#tell(notice);
  }

  async #tell(notice: OperatorNotice): Promise<void> {
    let reached = 0;
    for (const notifier of this.#notifiers) {
      try {
        await notifier.notifyOperator(notice);
        reached += 1;
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
    if (reached > 0) await this.#ledger.told(notice.key);
  }
}
