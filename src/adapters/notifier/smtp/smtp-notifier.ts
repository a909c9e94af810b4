import type {
  AdvisorNotifier,
  AlertNotice,
  OperatorNotice,
} from '../../../ports/advisor-notifier.ts';
import type { Log } from '../../../ports/log.ts';
import { alertMail, operatorMail } from './alert-mail.ts';
import { SmtpTransport, type SmtpOptions } from './smtp-transport.ts';

interface SmtpNotifierOptions extends SmtpOptions {
  /** One address, or several with commas between. */
  readonly to: string;
  readonly log: Log;
}

/** Alerts by mail. */
export class SmtpNotifier implements AdvisorNotifier {
  readonly name = 'smtp';
  readonly #transport: SmtpTransport;
  readonly #to: readonly string[];
  readonly #log: Log;

  constructor(options: SmtpNotifierOptions) {
    this.#transport = new SmtpTransport(options);
    this.#log = options.log;
    this.#to = options.to
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== '');
  }

  async notifyAlert(notice: AlertNotice): Promise<void> {
    await this.#send(alertMail(notice));
  }

  async notifyOperator(notice: OperatorNotice): Promise<void> {
    await this.#send(operatorMail(notice));
  }

  /** A mail cannot be taken back or changed; the dashboard shows who has it. */
  async alertTaken(): Promise<void> {}

  /** When at least one of the team has it the alert is delivered: sending again would only repeat it to them. */
  async #send(mail: {
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }): Promise<void> {
    const { refused } = await this.#transport.send({ to: this.#to, ...mail });
    if (refused > 0)
      this.#log.warn('alert_mail_partly_refused', { refused, recipients: this.#to.length });
  }
}
