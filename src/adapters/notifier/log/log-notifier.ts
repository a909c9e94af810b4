import type {
  AdvisorNotifier,
  AlertNotice,
  OperatorNotice,
} from '../../../ports/advisor-notifier.ts';
import type { Log } from '../../../ports/log.ts';
import { alertWording, operatorWording } from '../notice-wording.ts';

/** Says in the log that somebody is waited for; words of customers never go there. */
export class LogNotifier implements AdvisorNotifier {
  readonly name = 'log';
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  async notifyAlert(notice: AlertNotice): Promise<void> {
    const { alertId, conversationId, severity, url } = notice;
    const { category } = alertWording(notice);
    this.#log.warn('advisor_alert', { alertId, conversationId, category, severity, url });
  }

  async notifyOperator(notice: OperatorNotice): Promise<void> {
    const { key, message } = operatorWording(notice);
    const fields = { key, message };
    if (notice.state === 'raised') this.#log.error('operator_notice_raised', fields);
    else this.#log.info('operator_notice_cleared', fields);
  }

  async alertTaken(alertId: string): Promise<void> {
    this.#log.info('advisor_alert_taken', { alertId });
  }
}
