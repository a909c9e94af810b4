import { LogNotifier } from '../adapters/notifier/log/log-notifier.ts';
import { SlackNotifier } from '../adapters/notifier/slack/slack-notifier.ts';
import { SmtpNotifier } from '../adapters/notifier/smtp/smtp-notifier.ts';
import { WebPushNotifier } from '../adapters/notifier/web-push/web-push-notifier.ts';
import { KnexSlackMessages } from '../adapters/persistence/knex/knex-slack-messages.ts';
import type { AdvisorNotifier } from '../ports/advisor-notifier.ts';
import type { NotifierConfig } from './config.ts';
import { part, type Recipe } from './part.ts';
import type { Parts } from './parts.ts';
import { vapidPublicKey } from './vapid-keys.ts';

/** Waiting longer for mail or Slack helps nobody; the job queue tries again. */
const TIMEOUT_MS = 10_000;

/** Who tells the advisors: those of `NOTIFIERS`, and web push for whoever asks for it in their browser. */
export const notifiers: readonly Recipe[] = [
  part('notifiers', ['config', 'db', 'log', 'vapidPrivateKey', 'pushSubscriptions'], (needs) => [
    ...needs.config.notifiers.map((choice) => chosen(choice, needs)),
    ...webPush(needs),
  ]),
  part('notifierNames', ['notifiers'], ({ notifiers: all }) => all.map(({ name }) => name)),
  part('pushKey', ['vapidPrivateKey'], ({ vapidPrivateKey: key }) =>
    key === null ? null : vapidPublicKey(key),
  ),
];

function chosen(choice: NotifierConfig, { db, log }: Pick<Parts, 'db' | 'log'>): AdvisorNotifier {
  switch (choice.kind) {
    case 'log':
      return new LogNotifier(log);
    case 'smtp':
      return new SmtpNotifier({ ...choice, log });
    case 'slack':
      return new SlackNotifier({
        token: choice.token,
        channel: choice.channel,
        ...(choice.apiUrl === null ? {} : { apiUrl: choice.apiUrl }),
        timeoutMs: TIMEOUT_MS,
        messages: new KnexSlackMessages(db),
        log,
      });
  }
}

function webPush({
  config: { ownerEmail },
  log,
  vapidPrivateKey: privateKey,
  pushSubscriptions: subscriptions,
}: Pick<Parts, 'config' | 'log' | 'vapidPrivateKey' | 'pushSubscriptions'>): AdvisorNotifier[] {
  if (privateKey === null) return [];
  const subject = `mailto:${ownerEmail.split(',')[0]!.trim()}`;
  const vapid = { privateKey, publicKey: vapidPublicKey(privateKey), subject };
  return [new WebPushNotifier({ subscriptions, vapid, timeoutMs: TIMEOUT_MS, log })];
}
