import { FakeMessaging } from '../../src/adapters/messaging/fake/fake-messaging.ts';
import {
  simulatorChatId,
  simulatorMessage,
  type SimulatorInput,
} from '../../src/adapters/messaging/fake/simulator-message.ts';
import { FakeChannel } from '../../src/adapters/messaging/fake/fake-channel.ts';
import { MemoryConversationQueue } from '../../src/adapters/persistence/memory/memory-conversation-queue.ts';
import { MemoryJobQueue } from '../../src/adapters/persistence/memory/memory-job-queue.ts';
import { MemoryOperatorLedger } from '../../src/adapters/persistence/memory/memory-operator-ledger.ts';
import { MemoryStore } from '../../src/adapters/persistence/memory/memory-store.ts';
import { MemoryUnitOfWork } from '../../src/adapters/persistence/memory/memory-unit-of-work.ts';
import { StubLanguageModel } from '../../src/adapters/llm/stub/stub-language-model.ts';
import { TemplateCart } from '../../src/adapters/cart/template-cart.ts';
import { LocalMediaStore } from '../../src/adapters/storage/local/local-media-store.ts';
import { CryptoIdGenerator } from '../../src/adapters/system/crypto-id-generator.ts';
import { HmacKeyedHash } from '../../src/adapters/system/hmac-keyed-hash.ts';
import { LibphonePhoneNumbers } from '../../src/adapters/system/libphone-phone-numbers.ts';
import { OutboxMailer } from '../../src/adapters/mail/outbox-mailer.ts';
import { assemble } from '../../src/composition/container.ts';
import type { Parts } from '../../src/composition/parts.ts';
import { useCases } from '../../src/composition/use-cases.ts';
import type { Product } from '../../src/domain/catalogue/product.ts';
import { NO_RECIPIENTS } from '../../src/domain/shop/data-recipients.ts';
import { defaultSettings, type ShopSettings } from '../../src/domain/shop/shop-settings.ts';
import type {
  AdvisorNotifier,
  AlertNotice,
  OperatorNotice,
} from '../../src/ports/advisor-notifier.ts';
import type { Job } from '../../src/ports/job-queue.ts';
import { NoMetrics } from './no-metrics.ts';
import { RecordingLog } from './recording-log.ts';
import { scratchFolder } from './scratch-folder.ts';

/** Tuesday, 10:00 in Libreville: the shop is open. */
const START = new Date('2026-11-24T09:00:00.000Z');

/** Keeps what it was told. */
export class RecordingNotifier implements AdvisorNotifier {
  readonly name = 'recording';
  readonly alerts: AlertNotice[] = [];
  readonly operator: OperatorNotice[] = [];
  readonly taken: Parameters<AdvisorNotifier['alertTaken']>[] = [];
  async notifyAlert(notice: AlertNotice): Promise<void> {
    this.alerts.push(notice);
  }
  async notifyOperator(notice: OperatorNotice): Promise<void> {
    this.operator.push(notice);
  }
  async alertTaken(...told: Parameters<AdvisorNotifier['alertTaken']>): Promise<void> {
    this.taken.push(told);
  }
}

export interface HarnessOptions {
  readonly products?: readonly Product[];
  readonly settings?: Partial<ShopSettings>;
  /** In place of the harness's own. */
  readonly adapters?: Partial<Parts>;
}

/** The whole of Léa on memory adapters, with a clock that only moves when told. */
export function createHarness(options: HarnessOptions = {}) {
  let now = START;
  const clock = { now: () => now };
  const store = new MemoryStore(clock);
  const gateway = new FakeMessaging({ now: () => now });
  const notifier = new RecordingNotifier();
  const log = new RecordingLog();
  let settings: ShopSettings = { ...defaultSettings('GA'), ...options.settings };
  const publicUrl = 'https://lea.example';
  const model = new StubLanguageModel();
  const adapters = {
    uow: new MemoryUnitOfWork(store),
    queue: new MemoryConversationQueue(store),
    gateway,
    channel: new FakeChannel({ webhookSecret: 'test-secret' }),
    model,
    backupModel: model,
    notifiers: [notifier],
    notifierNames: [notifier.name],
    operatorLedger: new MemoryOperatorLedger(clock),
    mailer: new OutboxMailer(clock),
    store: new LocalMediaStore({ directory: scratchFolder('media') }),
    cart: new TemplateCart({ template: null, publicUrl, currency: 'XAF' }),
    clock,
    ids: new CryptoIdGenerator(),
    hash: new HmacKeyedHash('k'.repeat(32)),
    phones: new LibphonePhoneNumbers({ country: 'GA' }),
    log,
    metrics: new NoMetrics(),
    settings: { current: () => settings },
    publicUrl,
    channelName: 'fake',
    ownerEmail: 'patronne@lea.example',
    burstWindowMs: 1_200,
    recipients: NO_RECIPIENTS,
    ...options.adapters,
  } satisfies Partial<Parts>;
  const parts = assemble(useCases, adapters);
  for (const product of options.products ?? []) store.products.insert(product);
  const jobs = new MemoryJobQueue(store);

  const runJob = async (job: Job): Promise<void> => {
    switch (job.name) {
      case 'deliver-alert':
        return parts.deliverAlert.execute(job.data as never);
      case 'alert-taken':
        return parts.announceAlertTaken.execute(job.data);
      case 'confirm-erasure':
        return parts.confirmErasure.execute(job.data);
      case 'purge-media':
        return parts.purgeMedia.execute(job.data);
      case 'purge-picture':
        return parts.purgePicture.execute(job.data);
      case 'order-settled':
        return parts.confirmOrder.execute(job.data as never);
    }
  };

  return {
    adapters,
    parts,
    store,
    gateway,
    notifier,
    log,
    jobs,
    /** The shop decides otherwise from now on. */
    changeSettings: (part: Partial<ShopSettings>): void => {
      settings = { ...settings, ...part };
    },
    pass: (ms: number): void => {
      now = new Date(now.getTime() + ms);
    },
    /** A customer writes; nothing is worked on yet. */
    receive: async (input: SimulatorInput): Promise<void> => {
      await parts.handleInboundMessage.execute({
        events: [simulatorMessage(input, { now: () => now })],
      });
    },
    /** Works until nothing is due, moving the clock over burst windows and backoffs. */
    settle: async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        now = new Date(now.getTime() + 1_500);
        const leases = await adapters.queue.claim('test', 10, 60_000);
        for (const lease of leases) {
          await parts.sendOutbox.execute(lease);
          const outcome = await parts.answerConversation.execute(lease);
          if (outcome !== 'lost' && outcome !== 'overtaken') await parts.sendOutbox.execute(lease);
          await adapters.queue.release(lease);
        }
        const done = await jobs.drain(runJob);
        if (leases.length === 0 && done === 0) return;
      }
      throw new Error('the conversation never came to rest');
    },
    /** What Léa's side showed to a phone, oldest first. */
    shownTo: (phone: string) =>
      gateway.sentTo(simulatorChatId(phone)).map((message) => message.shown),
  };
}

export type Harness = ReturnType<typeof createHarness>;

/** Says one thing and answers what came back for it. */
export async function say(
  harness: Harness,
  phone: string,
  text: string,
  extra: Partial<SimulatorInput> = {},
): Promise<readonly string[]> {
  const before = harness.shownTo(phone).length;
  await harness.receive({ phone, ...(text === '' ? {} : { text }), ...extra });
  await harness.settle();
  return harness
    .shownTo(phone)
    .slice(before)
    .map((shown) => shown.text);
}
