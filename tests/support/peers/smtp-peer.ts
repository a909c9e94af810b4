import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** What the peer does next; a code from 400 on is answered instead of 250. */
export interface SmtpScript {
  /** For the content. */
  data?: number;
  /** For these recipients. */
  recipients?: Readonly<Record<string, number>>;
  /** Accepts no content before so many milliseconds. */
  delayMs?: number;
}

export interface SmtpPeer {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  script: SmtpScript;
  close(): Promise<void>;
}

const refusal = (code: number): Error =>
  Object.assign(new Error(`Scripted ${code}`), { responseCode: code });

/** A real SMTP server on a free port, with a password when one is given. */
export async function startSmtpPeer(auth?: {
  readonly user: string;
  readonly pass: string;
}): Promise<SmtpPeer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: auth === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(given, _session, done) {
      if (given.username === auth?.user && given.password === auth?.pass)
        done(null, { user: given.username });
      else done(Object.assign(new Error('Wrong password'), { responseCode: 535 }));
    },
    onRcptTo(address, _session, done) {
      const code = peer.script.recipients?.[address.address];
      done(code === undefined ? null : refusal(code));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { data, delayMs } = peer.script;
        const answer = async (): Promise<void> => {
          if (data !== undefined) return done(refusal(data));
          const raw = Buffer.concat(chunks);
          mails.push({
            recipients: session.envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString('utf8'),
            parsed: await simpleParser(raw),
          });
          done();
        };
        setTimeout(() => void answer(), delayMs ?? 0);
      });
    },
  });
  // A client that gives up resets the connection; that is part of the tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const credentials =
    auth === undefined ? '' : `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@`;
  const peer: SmtpPeer = {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    port,
    mails,
    script: {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return peer;
}
