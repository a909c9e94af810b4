import path from 'node:path';
import { TemplateCart } from '../adapters/cart/template-cart.ts';
import { imageResolver, ownImages } from '../adapters/images/image-resolver.ts';
import { OpenAiLanguageModel } from '../adapters/llm/openai/openai-language-model.ts';
import { StubLanguageModel } from '../adapters/llm/stub/stub-language-model.ts';
import { NoMailer } from '../adapters/mail/no-mailer.ts';
import { OutboxMailer } from '../adapters/mail/outbox-mailer.ts';
import { FakeChannel } from '../adapters/messaging/fake/fake-channel.ts';
import { FakeMessaging } from '../adapters/messaging/fake/fake-messaging.ts';
import { WhapiChannel } from '../adapters/messaging/whapi/whapi-channel.ts';
import { WhapiMessaging } from '../adapters/messaging/whapi/whapi-messaging.ts';
import { SmtpMailer } from '../adapters/notifier/smtp/smtp-mailer.ts';
import { LocalMediaStore } from '../adapters/storage/local/local-media-store.ts';
import { S3MediaStore } from '../adapters/storage/s3/s3-media-store.ts';
import { createMetrics } from '../adapters/system/create-metrics.ts';
import { CryptoIdGenerator } from '../adapters/system/crypto-id-generator.ts';
import { LibphonePhoneNumbers } from '../adapters/system/libphone-phone-numbers.ts';
import { PinoLog } from '../adapters/system/pino-log.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Config } from './config.ts';
import { dataRecipients } from './data-recipients.ts';
import { part, type Recipe } from './part.ts';
import { warningsOf } from './warnings.ts';

/** One adapter for every port outside the database, as the configuration says. */
export const adapters: readonly Recipe[] = [
  part('channelName', ['config'], ({ config }) => config.messaging.kind),
  part('ownerEmail', ['config'], ({ config }) => config.ownerEmail),
  part('recipients', ['config'], ({ config }) => dataRecipients(config)),
  part('burstWindowMs', ['config'], ({ config }) => config.burstWindowMs),
  part('facts', ['config', 'version', 'notifierNames'], ({ config, version, notifierNames }) => ({
    version,
    node: process.version,
    channel: config.messaging.kind,
    model: config.languageModel.kind,
    notifiers: notifierNames,
    warnings: warningsOf(config).map(({ code }) => code),
  })),

  part('clock', [], () => new SystemClock()),
  part('ids', [], () => new CryptoIdGenerator()),
  part('log', ['config'], ({ config }) => new PinoLog({ level: config.logLevel })),
  part('prometheus', [], () => createMetrics({ processMetrics: true })),
  part('metrics', ['prometheus'], ({ prometheus }) => prometheus),
  part('phones', ['config'], ({ config }) => new LibphonePhoneNumbers({ country: config.country })),

  part('fakeMessaging', ['config'], ({ config }) =>
    config.messaging.kind === 'fake' ? new FakeMessaging() : null,
  ),
  part(
    'gateway',
    ['config', 'fakeMessaging', 'images', 'publicUrl'],
    ({ config: { messaging }, fakeMessaging, images, publicUrl }) => {
      if (messaging.kind === 'fake') return fakeMessaging!;
      const { token, baseUrl } = messaging;
      return new WhapiMessaging({ token, baseUrl, loadImage: ownImages(publicUrl, images) });
    },
  ),
  part('channel', ['config'], ({ config: { messaging } }) => {
    const { webhookSecret } = messaging;
    return messaging.kind === 'fake'
      ? new FakeChannel({ webhookSecret })
      : new WhapiChannel({ webhookSecret });
  }),

  part('backupModel', [], () => new StubLanguageModel()),
  part('model', ['config', 'backupModel'], ({ config: { languageModel }, backupModel }) =>
    languageModel.kind === 'stub'
      ? backupModel
      : new OpenAiLanguageModel({
          ...languageModel,
          baseUrl: languageModel.baseUrl ?? undefined,
        }),
  ),

  part('mailOutbox', ['config', 'clock'], ({ config, clock }) =>
    config.mail.kind === 'outbox' && config.exposure.trial ? new OutboxMailer(clock) : null,
  ),
  part('mailer', ['config', 'mailOutbox'], ({ config: { mail }, mailOutbox }) =>
    mail.kind === 'smtp' ? new SmtpMailer(mail) : (mailOutbox ?? new NoMailer()),
  ),
  part('store', ['config'], ({ config }) => mediaStore(config)),
  part('images', ['store'], ({ store }) => imageResolver(store)),
  part(
    'cart',
    ['config', 'publicUrl'],
    ({ config, publicUrl }) =>
      new TemplateCart({ template: config.cart.template, publicUrl, currency: config.currency }),
  ),
];

export const mediaStore = ({
  storage,
  dataDir,
}: Pick<Config, 'storage' | 'dataDir'>): MediaStore =>
  storage.kind === 'local'
    ? new LocalMediaStore({ directory: path.resolve(dataDir, 'media') })
    : new S3MediaStore(storage);
