import type { AddressObject } from 'mailparser';
import { OutboxMailer } from '../../src/adapters/mail/outbox-mailer.ts';
import { SmtpMailer } from '../../src/adapters/notifier/smtp/smtp-mailer.ts';
import { startSmtpPeer } from '../support/peers/smtp-peer.ts';
import { mailerContract } from './mailer.contract.ts';

mailerContract('outbox', async () => {
  const mailer = new OutboxMailer({ now: () => new Date(0) });
  return {
    mailer,
    received: () =>
      mailer
        .mails()
        .toReversed()
        .map(({ sentAt: _, ...mail }) => mail),
    close: async () => {},
  };
});

mailerContract('smtp', async () => {
  const peer = await startSmtpPeer({ user: 'apikey', pass: 'p@ss:wörd/1' });
  return {
    mailer: new SmtpMailer({ smtpUrl: peer.url, from: 'Léa <lea@example.com>' }),
    received: () =>
      peer.mails.map(({ parsed }) => ({
        to: (parsed.to as AddressObject).text,
        subject: parsed.subject ?? '',
        text: (parsed.text ?? '').trimEnd(),
        ...(typeof parsed.html === 'string' ? { html: parsed.html.trimEnd() } : {}),
      })),
    close: () => peer.close(),
  };
});
