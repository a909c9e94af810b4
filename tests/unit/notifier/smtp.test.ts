import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmtpMailer } from '../../../src/adapters/notifier/smtp/smtp-mailer.ts';
import { SmtpNotifier } from '../../../src/adapters/notifier/smtp/smtp-notifier.ts';
import { tlsPolicy } from '../../../src/adapters/notifier/smtp/smtp-transport.ts';
import { anAlertNotice } from '../../support/notices.ts';
import { startSmtpPeer, type SmtpPeer } from '../../support/peers/smtp-peer.ts';
import { RecordingLog } from '../../support/recording-log.ts';

const from = 'Léa <lea@example.com>';
const timeoutMs = 2000;

describe('mail over SMTP', () => {
  let peer: SmtpPeer;
  let log: RecordingLog;
  const notifier = (to = 'a@example.com', smtpUrl = peer.url): SmtpNotifier =>
    new SmtpNotifier({ smtpUrl, from, to, timeoutMs, log });
  const mailer = (smtpUrl = peer.url): SmtpMailer => new SmtpMailer({ smtpUrl, from, timeoutMs });
  beforeEach(async () => {
    peer = await startSmtpPeer();
    log = new RecordingLog();
  });
  afterEach(() => peer.close());

  it('writes an alert in French, as text and as a page', async () => {
    const notice = anAlertNotice({ severity: 'emergency' });
    await notifier().notifyAlert(notice);
    const mail = peer.mails[0]?.parsed;
    expect(mail?.subject).toBe('[URGENCE] A. attend un conseiller');
    expect(mail?.from?.text).toBe('"Léa" <lea@example.com>');
    expect(mail?.text).toContain('Motif : Grossesse avec un médicament (pregnancy_risk)');
    expect(mail?.text).toContain(
      'Client : Je suis enceinte, puis-je prendre ça ?\nLéa : Un conseiller va vous répondre.',
    );
    expect(mail?.html).toContain(`<a href="${notice.url}"`);
  });

  it('escapes what people wrote and links to nothing but pages', async () => {
    const text = `<img src=x onerror="alert('1')"> & co`;
    await notifier().notifyAlert(
      anAlertNotice({
        reason: text,
        category: text,
        customerLabel: text,
        excerpt: [{ sender: 'user', text }],
        url: 'javascript:alert(1)',
      }),
    );
    const html = peer.mails[0]?.parsed.html;
    expect(html).not.toMatch(/<img|"alert|javascript:/);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co');
  });

  it.each(['\r\n', '\n', '\r', '\u2028'])('lets no line break (%j) start a header', async (end) => {
    const evil = `X${end}Bcc: evil@example.com${end}${end}body`;
    await notifier().notifyAlert(anAlertNotice({ customerLabel: evil, category: evil }));
    await notifier().notifyOperator({ key: evil, state: 'raised', message: 'm' });
    await mailer().send({ to: 'b@example.com', subject: evil, text: 't' });
    expect(peer.mails).toHaveLength(3);
    for (const { parsed, recipients } of peer.mails) {
      expect(parsed.bcc).toBeUndefined();
      expect(parsed.subject).not.toMatch(/[\r\n\u2028]/);
      expect(recipients).toHaveLength(1);
      expect(recipients).not.toContain('evil@example.com');
    }
  });

  it('reaches everybody on the list', async () => {
    await notifier('a@example.com, b@example.com,').notifyAlert(anAlertNotice());
    expect(peer.mails[0]?.recipients).toEqual(['a@example.com', 'b@example.com']);
  });

  it('is content when one of the team has it, and says how many were refused without their addresses', async () => {
    peer.script = { recipients: { 'b@example.com': 550 } };
    await notifier('a@example.com, b@example.com,').notifyAlert(anAlertNotice());
    expect(peer.mails[0]?.recipients).toEqual(['a@example.com']);
    expect(log.lines).toEqual([
      { level: 'warn', event: 'alert_mail_partly_refused', fields: { refused: 1, recipients: 2 } },
    ]);
  });

  it.each([
    [
      'everybody is refused',
      { recipients: { 'a@example.com': 550, 'b@example.com': 553 } },
      { kind: 'rejected', retryable: false },
    ],
    [
      'everybody is refused, one for now',
      { recipients: { 'a@example.com': 450, 'b@example.com': 550 } },
      { kind: 'unavailable', retryable: true },
    ],
    [
      'the content is refused',
      { data: 552 },
      { kind: 'rejected', retryable: false, mayHaveActed: false },
    ],
    [
      'the content is refused for now',
      { data: 421 },
      { kind: 'unavailable', retryable: true, mayHaveActed: false },
    ],
    [
      'the answer does not come',
      { delayMs: 4000 },
      { kind: 'unavailable', retryable: true, mayHaveActed: true },
    ],
  ] as const)('fails when %s', async (_what, script, expected) => {
    peer.script = script;
    const error: unknown = await notifier('a@example.com, b@example.com')
      .notifyAlert(anAlertNotice())
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ProviderError', provider: 'smtp', ...expected });
    expect(String(error)).not.toContain('example.com');
  });

  it('knows that a closed port got nothing', async () => {
    await peer.close();
    await expect(
      mailer().send({ to: 'a@example.com', subject: 's', text: 't' }),
    ).rejects.toMatchObject({ kind: 'unavailable', mayHaveActed: false });
    peer = await startSmtpPeer();
  });

  it('gives up on a server that talks without end', async () => {
    const talker = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 hello\r\n');
      const timer = setInterval(() => socket.write('250-and another thing\r\n'), 100);
      socket.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => talker.listen(0, '127.0.0.1', resolve));
    const { port } = talker.address() as AddressInfo;
    const sending = mailer(`smtp://127.0.0.1:${port}`).send({
      to: 'a@example.com',
      subject: 's',
      text: 't',
    });
    await expect(sending).rejects.toMatchObject({ name: 'ProviderError', kind: 'unavailable' });
    talker.close();
  });

  it('does not try a wrong password again', async () => {
    const guarded = await startSmtpPeer({ user: 'apikey', pass: 'right' });
    await expect(
      mailer(guarded.url.replace('right', 'wrong')).send({
        to: 'a@example.com',
        subject: 's',
        text: 't',
      }),
    ).rejects.toMatchObject({
      kind: 'rejected',
      retryable: false,
    });
    await guarded.close();
  });

  it('gives no password to a server that offers no TLS where TLS is the rule', async () => {
    const guarded = await startSmtpPeer({ user: 'apikey', pass: 'right' });
    const mail = { to: 'a@example.com', subject: 's', text: 't' };
    await expect(mailer(`${guarded.url}?requireTLS=true`).send(mail)).rejects.toMatchObject({
      name: 'ProviderError',
    });
    expect(guarded.mails).toHaveLength(0);
    await guarded.close();
  });

  it('asks for TLS on the submission port unless the address says otherwise', () => {
    expect(tlsPolicy('smtp://apikey:x@smtp.example.com:587')).toEqual({ requireTLS: true });
    expect(tlsPolicy('smtp://apikey:x@mail.internal:587?requireTLS=false')).toEqual({});
    expect(tlsPolicy('smtp://127.0.0.1:1025')).toEqual({});
  });

  it.each([
    'a@example.com, evil@example.com',
    'A <a@example.com>',
    'a@example.com\r\nBcc: evil@example.com',
    'a',
    '',
    'a@b@c',
    'g:a@example.com;',
  ])('sends nothing to %j', async (to) => {
    await expect(mailer().send({ to, subject: 's', text: 't' })).rejects.toMatchObject({
      kind: 'rejected',
      retryable: false,
      message: 'This is no mail address.',
    });
    expect(peer.mails).toHaveLength(0);
  });
});
