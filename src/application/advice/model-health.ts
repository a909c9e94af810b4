import type { OperatorNotice } from '../../ports/advisor-notifier.ts';
import type { ProviderError } from '../../ports/provider-error.ts';

/** Tells the operator when a provider fails and when it is well again: once each, not per message. */
export interface OperatorAlerts {
  raise(key: string, message: string): Promise<void>;
  clear(key: string, message: string): Promise<void>;
}

export type { OperatorNotice };

/** Failures in a row before the operator hears of it; one hiccup is no news. */
const FAILURES_BEFORE_ALERT = 3;

/** Counts the model's failures in a row. */
export class ModelHealth {
  readonly #alerts: OperatorAlerts;
  #failures = 0;

  constructor(needs: { readonly operatorAlerts: OperatorAlerts }) {
    this.#alerts = needs.operatorAlerts;
  }

  async succeeded(): Promise<void> {
    const wasDown = this.#failures >= FAILURES_BEFORE_ALERT;
    this.#failures = 0;
    if (wasDown) await this.#alerts.clear('model', 'Le modèle de langage répond à nouveau.');
  }

  async failed(error: ProviderError): Promise<void> {
    this.#failures += 1;
    const rejected = !error.retryable;
    if (this.#failures === FAILURES_BEFORE_ALERT || (rejected && this.#failures === 1)) {
      this.#failures = Math.max(this.#failures, FAILURES_BEFORE_ALERT);
      await this.#alerts.raise(
        'model',
        `Le modèle de langage ne répond pas (${error.kind}). Léa répond avec ses phrases de secours.`,
      );
    }
  }
}
