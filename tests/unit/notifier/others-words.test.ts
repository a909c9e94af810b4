import { beforeAll, describe, expect, it } from 'vitest';
import { passwordMail, signInMail } from '../../../src/adapters/identity/local/staff-mails.ts';
import { SlackNotifier } from '../../../src/adapters/notifier/slack/slack-notifier.ts';
import { SmtpMailer } from '../../../src/adapters/notifier/smtp/smtp-mailer.ts';
import { SmtpNotifier } from '../../../src/adapters/notifier/smtp/smtp-notifier.ts';
import { invitation } from '../../../src/application/staff-accounts/invitation.ts';
import { stockingReport } from '../../../src/domain/catalogue/stocking-report.ts';
import { quoted } from '../../../src/domain/shared/others-words.ts';
import { MemorySlackMessages } from '../../../src/adapters/notifier/slack/memory-slack-messages.ts';
import { anAlertNotice } from '../../support/notices.ts';
import { startSlackPeer } from '../../support/peers/slack-peer.ts';
import { startSmtpPeer, type SmtpPeer } from '../../support/peers/smtp-peer.ts';
import { RecordingLog } from '../../support/recording-log.ts';

/** Names of people, shops and products, and sentences of customers, as somebody would write who means ill. */
const NAMES = [
  'Awa\r\nBcc: evil@evil.example\r\n\r\n<b>Bonjour</b>',
  'Awa\nOuvrir la conversation : https://evil.example/sign-in',
  'Awa\u2028\u2029\u0085\u000b\u000cSubject: x',
  'Awa, ouvrez https://evil.example/x vite',
  'Awa HTTPS://EVIL.EXAMPLE',
  'Awa www.evil.example/x evil.example evil。example evil．example',
  'Awa ftp://evil.example mailto:evil@evil.example tel:+24177000001 javascript:alert(1)',
  'Awa http:evil.example //evil.example \\\\evil.example',
  '[Léa](https://evil.example) ![x](https://evil.example/a.png)',
  '<http://evil.example|Léa> <!channel> <!here> <@U0AWA> <#C0ALERTS> @channel',
  '</p></div><a href="https://evil.example">Léa</a><img src=https://evil.example/p.gif>',
  '"><script>alert(1)</script><style>*{display:none}</style><!--',
  '*gras* _penché_ ~barré~ `code` ```bloc``` > cité :rotating_light:',
  '\u202etxt.exe\u202c \u2066a\u2069 \u200bA\u00adw\u2060a\ufeff\u{e0041}',
  `A${'\u0301'.repeat(500)}`,
  'Awa '.repeat(2_500),
  'A'.repeat(10_000),
  '🧴'.repeat(5_000),
  '\ud83e Awa \udd74',
  'https://'.repeat(1_250),
];
/** What any program that shows a mail makes a link of. */
const LINK =
  /\b[a-z][a-z0-9+.-]*:\/\/|\b(?:mailto|javascript|data):\S|\S@\S|[\p{L}\p{N}][.。．｡][\p{L}]{2,}/iu;
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/u;
const OURS = 'https://lea.example';
const withoutOurs = (text: string, ...ours: readonly string[]): string =>
  ours.reduce((rest, own) => rest.replaceAll(own, ''), text);

const url = `${OURS}/conversations/1`;
const from = (name: string) => ({
  url,
  reason: name,
  customerLabel: name,
  excerpt: [
    { sender: 'user' as const, text: name },
    { sender: 'human' as const, text: name },
  ],
});

/** Every mail that quotes somebody. */
async function writeAll(smtp: SmtpPeer, name: string): Promise<void> {
  const mailer = new SmtpMailer({ smtpUrl: smtp.url, from: 'Léa <lea@example.com>' });
  const about = { to: 'a@example.com', shop: name, link: `${OURS}/x`, minutes: 10 };
  for (const language of ['fr', 'en'] as const) {
    await mailer.send(
      invitation({ name, email: 'a@example.com', language, shop: name, publicUrl: OURS }),
    );
    await mailer.send(signInMail({ ...about, language }));
    await mailer.send(passwordMail({ ...about, language }));
  }
  const report = stockingReport({
    shopName: name,
    soldOut: [{ name, asked: 1, waiting: 1 }],
    needs: [{ needKey: name, category: name, people: 2 }],
    singleNeeds: 0,
    lowStock: [{ name, stockQty: 1 }],
  })!;
  await mailer.send({ to: 'a@example.com', ...report });
  const notifier = new SmtpNotifier({
    smtpUrl: smtp.url,
    from: 'Léa <lea@example.com>',
    to: 'a@example.com',
    log: new RecordingLog(),
  });
  await notifier.notifyAlert(anAlertNotice(from(name)));
  await notifier.notifyOperator({ key: name, state: 'raised', message: name });
}

/** How many lines each of them has, whoever it is about. */
const lines: number[] = [];
beforeAll(async () => {
  const smtp = await startSmtpPeer();
  await writeAll(smtp, 'Awa');
  lines.push(...smtp.mails.map(({ parsed }) => (parsed.text ?? '').trimEnd().split('\n').length));
  await smtp.close();
});

// At once, as mail is mostly waiting.
describe.concurrent.each(NAMES.map((name, index) => [index, name] as const))(
  'what somebody wrote (%i)',
  (_, name) => {
    it('changes no mail: no header, no line, no link, no look', async ({ onTestFinished }) => {
      const smtp = await startSmtpPeer();
      onTestFinished(() => smtp.close());
      await writeAll(smtp, name);
      expect(smtp.mails).toHaveLength(9);
      for (const [index, { raw, recipients, parsed }] of smtp.mails.entries()) {
        expect(recipients).toEqual(['a@example.com']);
        expect([...parsed.headers.keys()].toSorted()).toEqual(
          expect.not.arrayContaining(['bcc', 'cc', 'reply-to']),
        );
        expect(raw.length).toBeLessThan(40_000);
        const text = parsed.text ?? '';
        const shown = [parsed.subject ?? '', withoutOurs(text, url, OURS, 'a@example.com')];
        for (const part of shown) {
          expect(part).not.toMatch(LINK);
          expect(part).not.toMatch(UNSEEN);
          expect(part).not.toMatch(/\p{M}{5}/u);
        }
        expect((parsed.subject ?? '').length).toBeLessThan(400);
        expect(text.trimEnd().split('\n')).toHaveLength(lines[index]!);
        const html = typeof parsed.html === 'string' ? parsed.html : '';
        expect(html.match(/<[a-z!/][^>]*>/gi)?.map((tag) => tag.split(/[\s>]/)[0]!) ?? []).toEqual(
          html === '' ? [] : OWN_TAGS[index === 7 ? 'alert' : 'operator'],
        );
        expect(html.match(/(?:href|src)="[^"]*"/g) ?? []).toEqual(
          index === 7 ? [`href="${url}"`] : [],
        );
      }
    });

    it('mentions nobody, links nowhere and formats nothing in Slack', async ({
      onTestFinished,
    }) => {
      const slack = await startSlackPeer();
      onTestFinished(() => slack.close());
      const notifier = new SlackNotifier({
        token: 'xoxb-test',
        channel: '#alertes',
        apiUrl: slack.url,
        timeoutMs: 2_000,
        messages: new MemorySlackMessages(),
        log: new RecordingLog(),
      });
      const alert = anAlertNotice(from(name));
      await notifier.notifyAlert(alert);
      await notifier.notifyOperator({ key: name, state: 'raised', message: name });
      await notifier.alertTaken(alert.alertId, name, url);
      expect(slack.calls).toHaveLength(3);
      for (const { fields } of slack.calls) {
        const blocks = JSON.parse(fields['blocks'] ?? '[]') as {
          readonly type: string;
          readonly text?: { readonly text: string; readonly verbatim?: boolean };
        }[];
        const texts = [fields['text'] ?? '', ...blocks.map(({ text }) => text?.text ?? '')];
        for (const text of texts) {
          const rest = text
            .replaceAll(`<${url}|Ouvrir la conversation>`, '')
            .replace(/^\*(?:Motif|Client|Conseiller) :\*/, '');
          expect(rest).not.toMatch(LINK);
          expect(rest).not.toMatch(UNSEEN);
          if (!blocks.some(({ type, text: of }) => type === 'header' && of?.text === text))
            expect(rest).not.toMatch(/[<>*~`]|(?<![\p{L}\p{N}])_/u);
          expect(rest).not.toMatch(/:[a-z_]+:/);
          // Ours is one: between what happened and its key or message.
          expect(rest.split('\n').length).toBeLessThanOrEqual(2);
        }
      }
    });
  },
);

const OWN_TAGS = {
  alert:
    '<div <h2 </h2 <p <strong </strong </p <p </p <ul <li <strong </strong </li <li <strong </strong </li </ul <p <a </a </p </div',
  operator: '<div <h2 </h2 <p </p </div',
} as unknown as Record<string, string[]>;
for (const key of Object.keys(OWN_TAGS))
  OWN_TAGS[key] = (OWN_TAGS[key] as unknown as string).split(' ');

it.each([
  ['Awa Ndong', 'Awa Ndong'],
  ["Mme d'Almeida-N’Dong (Léa), 3e étage", "Mme d'Almeida-N’Dong (Léa), 3e étage"],
  ['M.Diop', 'M. Diop'],
  ['Crème 1.5 % à 10:30, 50 ml / 2', 'Crème 1.5 % à 10:30, 50 ml / 2'],
  ['Sérum n° 3 : éclat & douceur', 'Sérum n° 3 : éclat & douceur'],
  ['مريم', 'مريم'],
  ['आरती', 'आरती'],
  ['👩🏾‍🦱 Léa', '👩🏾‍🦱 Léa'],
])('ordinary words stay as they are: %s', (text, shown) => {
  expect(quoted(text)).toBe(shown);
});
