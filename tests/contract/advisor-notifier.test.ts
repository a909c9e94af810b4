import { randomUUID } from 'node:crypto';
import type { UserId } from '../../src/domain/customer/customer.ts';
import { LogNotifier } from '../../src/adapters/notifier/log/log-notifier.ts';
import { SlackNotifier } from '../../src/adapters/notifier/slack/slack-notifier.ts';
import { SmtpNotifier } from '../../src/adapters/notifier/smtp/smtp-notifier.ts';
import { SETUP } from '../support/audit-lines.ts';
import { MemoryPushSubscriptions } from '../../src/adapters/persistence/memory/memory-push-subscriptions.ts';
import { MemorySlackMessages } from '../../src/adapters/notifier/slack/memory-slack-messages.ts';
import { startPushPeer, type PushAnswer } from '../support/peers/push-peer.ts';
import { startSlackPeer, type SlackAnswer } from '../support/peers/slack-peer.ts';
import { startSmtpPeer, type SmtpScript } from '../support/peers/smtp-peer.ts';
import { RecordingLog } from '../support/recording-log.ts';
import { webPushNotifier } from '../support/web-push-notifier.ts';
import { advisorNotifierContract } from './advisor-notifier.contract.ts';

advisorNotifierContract('log', async () => {
  const log = new RecordingLog();
  return {
    notifier: new LogNotifier(log),
    sent: () =>
      log.lines
        .filter(({ event }) => event !== 'advisor_alert_taken')
        .map((line) => JSON.stringify(line)),
    close: async () => {},
  };
});

advisorNotifierContract('smtp', async () => {
  const peer = await startSmtpPeer();
  const failures: Record<string, SmtpScript> = {
    temporary: { data: 451 },
    final: { data: 554 },
    silent: { delayMs: 6000 },
  };
  return {
    notifier: new SmtpNotifier({
      smtpUrl: peer.url,
      from: 'Léa <lea@example.com>',
      to: 'equipe@example.com',
      timeoutMs: 2500,
      log: new RecordingLog(),
    }),
    sent: () =>
      peer.mails.map(({ parsed }) => [parsed.subject, parsed.text, parsed.html].join('\n')),
    fail: (how) => {
      peer.script = failures[how] ?? {};
    },
    close: () => peer.close(),
  };
});

advisorNotifierContract('slack', async () => {
  const peer = await startSlackPeer();
  const failures: Record<string, SlackAnswer> = {
    temporary: { status: 429, retryAfter: 30 },
    final: { error: 'channel_not_found' },
    silent: { hang: true },
  };
  const messages = new MemorySlackMessages();
  return {
    notifier: new SlackNotifier({
      token: 'xoxb-test',
      channel: '#alertes',
      apiUrl: peer.url,
      timeoutMs: 2500,
      messages,
      log: new RecordingLog(),
    }),
    sent: () => peer.calls.map(({ fields }) => [fields['text'], fields['blocks']].join('\n')),
    fail: (how) => {
      peer.answers.push(failures[how] ?? { error: how });
    },
    close: () => peer.close(),
  };
});

advisorNotifierContract('webpush', async () => {
  const peer = await startPushPeer();
  const subscriptions = new MemoryPushSubscriptions();
  const browser = peer.browser();
  await subscriptions.save(randomUUID() as UserId, browser, SETUP);
  const failures: Record<string, PushAnswer> = {
    temporary: { status: 429 },
    final: { status: 403 },
    silent: { hang: true },
  };
  return {
    notifier: webPushNotifier(subscriptions, { timeoutMs: 2500 }),
    sent: () => peer.received.map(({ text }) => text),
    fail: (how) => {
      peer.answers.set(browser.endpoint, failures[how] ?? { status: 500 });
    },
    close: () => peer.close(),
  };
});
