export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Mail to staff (sign-in links, invitations). A failure is a `ProviderError`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
