import type { Clock } from '../../ports/clock.ts';
import type { Mail, Mailer } from '../../ports/mailer.ts';

interface OutboxMail extends Mail {
  readonly sentAt: Date;
}

const KEPT = 50;

/** Keeps the last mails instead of sending them: sign-in links can be read without a mail server. Only in a trial. */
export class OutboxMailer implements Mailer {
  readonly #clock: Clock;
  readonly #mails: OutboxMail[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, sentAt: this.#clock.now() });
    this.#mails.length = Math.min(this.#mails.length, KEPT);
  }

  /** Newest first. */
  mails(): readonly OutboxMail[] {
    return [...this.#mails];
  }
}
