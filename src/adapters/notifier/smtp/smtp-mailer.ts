import type { Mail, Mailer } from '../../../ports/mailer.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { asOneLine } from '../../../domain/shared/others-words.ts';
import { SmtpTransport, type SmtpOptions } from './smtp-transport.ts';

/** One plain address: a list or a display name in it would reach somebody else. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/;

/** Mail to staff over SMTP; beside the notifier because both use the same way to the server. */
export class SmtpMailer implements Mailer {
  readonly #transport: SmtpTransport;

  constructor(options: SmtpOptions) {
    this.#transport = new SmtpTransport(options);
  }

  async send(mail: Mail): Promise<void> {
    if (!ADDRESS.test(mail.to))
      throw new ProviderError('smtp', 'rejected', 'This is no mail address.');
    await this.#transport.send({
      to: [mail.to],
      subject: asOneLine(mail.subject),
      text: mail.text,
      ...(mail.html === undefined ? {} : { html: mail.html }),
    });
  }
}
