import type { Mailer } from '../../ports/mailer.ts';
import { ProviderError } from '../../ports/provider-error.ts';

/** Where no mail server is configured and nobody may read mails on a page: who sends hears that nothing went out. */
export class NoMailer implements Mailer {
  async send(): Promise<void> {
    throw new ProviderError('smtp', 'rejected', 'SMTP_URL is not set, so no mail is sent.');
  }
}
