import { createTransport } from 'nodemailer';
import { smtpFailure } from './smtp-errors.ts';

interface SmtpMessage {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export interface SmtpOptions {
  /** `smtp://user:pass@host:port`, `smtps://…`; nodemailer's options may follow as a query. */
  readonly smtpUrl: string;
  /** `Léa <lea@example.com>` */
  readonly from: string;
  /** For the whole conversation with the server, not for each silence of it. */
  readonly timeoutMs?: number;
}

/** One way to the mail server, for alerts and for mail to staff. */
export class SmtpTransport {
  readonly #options: SmtpOptions;
  readonly #timeoutMs: number;
  readonly #transport: ReturnType<typeof createTransport>;

  constructor(options: SmtpOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 20_000;
    this.#transport = createTransport({
      url: options.smtpUrl,
      connectionTimeout: this.#timeoutMs,
      greetingTimeout: this.#timeoutMs,
      socketTimeout: this.#timeoutMs,
      dnsTimeout: this.#timeoutMs,
      // Content comes from people: it may never make the server read a file or a page.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...tlsPolicy(options.smtpUrl),
    });
  }

  /** Connects and signs in, and sends nothing. */
  async verify(): Promise<void> {
    try {
      await this.#transport.verify();
    } catch (error) {
      throw smtpFailure(error);
    }
  }

  /** Sends; resolves with how many of several recipients were refused, throws when all of them were. */
  async send(message: SmtpMessage): Promise<{ readonly refused: number }> {
    try {
      const sent = (await this.#transport.sendMail({
        from: this.#options.from,
        to: message.to.map((address) => ({ name: '', address })),
        subject: message.subject,
        text: message.text,
        ...(message.html === undefined ? {} : { html: message.html }),
        signal: AbortSignal.timeout(this.#timeoutMs),
      })) as { readonly rejected?: readonly unknown[] };
      return { refused: sent.rejected?.length ?? 0 };
    } catch (error) {
      throw smtpFailure(error);
    }
  }
}

/** Port 587 is for submission with STARTTLS; without this a man in the middle could strip it and read the password. */
export function tlsPolicy(smtpUrl: string): { readonly requireTLS?: true } {
  const url = new URL(smtpUrl);
  return url.port === '587' && !url.searchParams.has('requireTLS') ? { requireTLS: true } : {};
}
