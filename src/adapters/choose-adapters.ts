import path from 'node:path';
import type { Knex } from 'knex';
import type { Config, NotifierConfig } from '../config.ts';
import type { Adapters } from '../container.ts';
import { defaultSettings } from '../domain/shop/shop-settings.ts';
import type { AdvisorNotifier } from '../ports/advisor-notifier.ts';
import type { Log } from '../ports/log.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { PushSubscriptions } from '../ports/push-subscriptions.ts';
import { TemplateCart } from './cart/template-cart.ts';
import { imageResolver, ownImages } from './images/image-resolver.ts';
import { OpenAiLanguageModel } from './llm/openai/openai-language-model.ts';
import { StubLanguageModel } from './llm/stub/stub-language-model.ts';
import { OutboxMailer } from './mail/outbox-mailer.ts';
import { FakeChannel } from './messaging/fake/fake-channel.ts';
import { FakeMessaging } from './messaging/fake/fake-messaging.ts';
import { WhapiChannel } from './messaging/whapi/whapi-channel.ts';
import { WhapiMessaging } from './messaging/whapi/whapi-messaging.ts';
import { LogNotifier } from './notifier/log/log-notifier.ts';
import { SlackNotifier } from './notifier/slack/slack-notifier.ts';
import { SmtpMailer } from './notifier/smtp/smtp-mailer.ts';
import { WebPushNotifier } from './notifier/web-push/web-push-notifier.ts';
import { SmtpNotifier } from './notifier/smtp/smtp-notifier.ts';
import { KnexConversationQueue } from './persistence/knex/knex-conversation-queue.ts';
import { KnexOperatorLedger } from './persistence/knex/knex-operator-ledger.ts';
import { KnexPushSubscriptions } from './persistence/knex/knex-push-subscriptions.ts';
import { KnexSettingsSource } from './persistence/knex/settings-source.ts';
import { KnexSlackMessages } from './persistence/knex/knex-slack-messages.ts';
import { KnexUnitOfWork } from './persistence/knex/knex-unit-of-work.ts';
import { LocalMediaStore } from './storage/local/local-media-store.ts';
import { S3MediaStore } from './storage/s3/s3-media-store.ts';
import { CryptoIdGenerator } from './system/crypto-id-generator.ts';
import { createMetrics, type PrometheusMetrics } from './system/create-metrics.ts';
import { HmacKeyedHash } from './system/hmac-keyed-hash.ts';
import { LibphonePhoneNumbers } from './system/libphone-phone-numbers.ts';
import type { Enqueue } from './persistence/knex/pg-boss-job-queue.ts';
import type { PinoLog } from './system/pino-log.ts';
import { SystemClock } from './system/system-clock.ts';
import { vapidPublicKey } from './system/vapid-keys.ts';

/** Waiting longer for mail or Slack helps nobody; the job queue tries again. */
const NOTIFIER_TIMEOUT_MS = 10_000;

export interface Means {
  readonly db: Knex;
  readonly serverUrl: string;
  readonly jobs: Enqueue;
  readonly log: PinoLog;
  readonly publicUrl: string;
  readonly erasureKey: string;
  /** Null where nobody can be told by web push. */
  readonly vapidPrivateKey: string | null;
}

/** The adapters of a running installation; some are known by their class where start and simulator need more. */
export type ChosenAdapters = Adapters & {
  readonly settings: KnexSettingsSource;
  readonly metrics: PrometheusMetrics;
  readonly queue: KnexConversationQueue;
  readonly pushSubscriptions: PushSubscriptions;
  readonly pushKey: string | null;
};

/** One adapter for every port, as the configuration says. */
export function chooseAdapters(config: Config, means: Means): ChosenAdapters {
  const clock = new SystemClock();
  const { log } = means;
  const store = chooseStore(config);
  const backupModel = new StubLanguageModel();
  const shop = defaultSettings(config.country, config.timeZone);
  const push = webPush(config, means);
  return {
    uow: new KnexUnitOfWork(means.db, means.jobs),
    queue: new KnexConversationQueue({ db: means.db, listenUrl: means.serverUrl, log }),
    ...messaging(config, ownImages(means.publicUrl, imageResolver(store))),
    model:
      config.languageModel.kind === 'stub'
        ? backupModel
        : new OpenAiLanguageModel({
            ...config.languageModel,
            baseUrl: config.languageModel.baseUrl ?? undefined,
          }),
    backupModel,
    notifiers: [
      ...config.notifiers.map((notifier) => chooseNotifier(notifier, means.db, log)),
      ...push.notifiers,
    ],
    pushSubscriptions: push.pushSubscriptions,
    pushKey: push.pushKey,
    operatorLedger: new KnexOperatorLedger(means.db),
    mailer: config.mail.kind === 'smtp' ? new SmtpMailer(config.mail) : new OutboxMailer(clock),
    store,
    cart: new TemplateCart({
      template: config.cart.template,
      publicUrl: means.publicUrl,
      currency: config.currency,
    }),
    clock,
    ids: new CryptoIdGenerator(),
    hash: new HmacKeyedHash(means.erasureKey),
    phones: new LibphonePhoneNumbers({ country: config.country }),
    log,
    metrics: createMetrics({ processMetrics: true }),
    settings: new KnexSettingsSource(means.db, {
      ...shop,
      emergencyNumbers: config.emergencyNumbers ?? shop.emergencyNumbers,
    }),
    installation: {
      publicUrl: means.publicUrl,
      channelName: config.messaging.kind,
      ownerEmail: config.ownerEmail,
      burstWindowMs: config.burstWindowMs,
    },
  };
}

function messaging({ messaging: choice }: Config, loadImage: ReturnType<typeof ownImages>) {
  const { webhookSecret } = choice;
  return choice.kind === 'fake'
    ? { gateway: new FakeMessaging(), channel: new FakeChannel({ webhookSecret }) }
    : {
        gateway: new WhapiMessaging({
          token: choice.token,
          baseUrl: choice.baseUrl,
          loadImage,
        }),
        channel: new WhapiChannel({ webhookSecret }),
      };
}

function chooseNotifier(choice: NotifierConfig, db: Knex, log: Log): AdvisorNotifier {
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
        timeoutMs: NOTIFIER_TIMEOUT_MS,
        messages: new KnexSlackMessages(db),
        log,
      });
  }
}

/** Not one of `NOTIFIERS`: who wants it says so in their browser. */
function webPush(
  { ownerEmail }: Config,
  { db, log, vapidPrivateKey: privateKey }: Means,
): Pick<ChosenAdapters, 'notifiers' | 'pushSubscriptions' | 'pushKey'> {
  const pushSubscriptions = new KnexPushSubscriptions(db);
  if (privateKey === null) return { notifiers: [], pushSubscriptions, pushKey: null };
  const pushKey = vapidPublicKey(privateKey);
  const notifier = new WebPushNotifier({
    subscriptions: pushSubscriptions,
    vapid: {
      privateKey,
      publicKey: pushKey,
      subject: `mailto:${ownerEmail.split(',')[0]!.trim()}`,
    },
    timeoutMs: NOTIFIER_TIMEOUT_MS,
    log,
  });
  return { notifiers: [notifier], pushSubscriptions, pushKey };
}

export const chooseStore = ({ storage, dataDir }: Config): MediaStore =>
  storage.kind === 'local'
    ? new LocalMediaStore({ directory: path.resolve(dataDir, 'media') })
    : new S3MediaStore(storage);
