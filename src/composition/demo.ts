import type { Knex } from 'knex';
import { Player, STORY_DAYS } from '../adapters/demo/player.ts';
import { Products } from '../adapters/demo/products.ts';
import { readScript, type Story } from '../adapters/demo/script.ts';
import type { Stage } from '../adapters/demo/stage.ts';
import { StubLanguageModel } from '../adapters/llm/stub/stub-language-model.ts';
import { OutboxMailer } from '../adapters/mail/outbox-mailer.ts';
import { FakeMessaging } from '../adapters/messaging/fake/fake-messaging.ts';
import { queueBeside } from '../adapters/persistence/demo/beside-work.ts';
import { DemoClock } from '../adapters/persistence/demo/demo-clock.ts';
import {
  demoProducts,
  insertDemoProducts,
  isEmptyShop,
} from '../adapters/persistence/demo/demo-products.ts';
import { inDemoTransaction } from '../adapters/persistence/demo/demo-transaction.ts';
import { DemoUnitOfWork } from '../adapters/persistence/demo/demo-unit-of-work.ts';
import type { JobHandlers } from '../adapters/persistence/knex/job-runner.ts';
import { KnexConversationQueue } from '../adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexSettingsSource } from '../adapters/persistence/knex/settings-source.ts';
import { MemoryOperatorLedger } from '../adapters/persistence/memory/memory-operator-ledger.ts';
import { InviteStaff } from '../application/staff-accounts/invite-staff.ts';
import type { UserId } from '../domain/customer/customer.ts';
import { SERVICE, type Actor } from '../domain/shared/actor.ts';
import { NO_RECIPIENTS } from '../domain/shop/data-recipients.ts';
import { localDay } from '../domain/shared/local-time.ts';
import type { Job } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { StaffAccount } from '../ports/staff-accounts.ts';
import { assemble } from './container.ts';
import type { Parts } from './parts.ts';
import { useCases } from './use-cases.ts';
import { worker } from './worker.ts';

const DAY_MS = 86_400_000;
const nothing = (): void => undefined;
const QUIET: Log = { info: nothing, warn: nothing, error: nothing };
const UNCOUNTED: Metrics = { count: nothing, observe: nothing };
/** Staff of the demo work in the dashboard; no address is made up for them. */
const AT_THE_SHOP = { channel: 'dashboard', address: null } as const;

/** The installation's own: they reach no person, and belong to what is made. */
const KEPT = [
  'accounts',
  'cart',
  'channelName',
  'hash',
  'ids',
  'ownerEmail',
  'phones',
  'publicUrl',
  'retention',
  'settingsSource',
  'store',
  'uow',
] as const;
type Kept = Pick<Parts, (typeof KEPT)[number]>;

/**
 * Plays the demo into an empty shop: customers and staff of the script use the product itself, from weeks ago
 * until now, all in one transaction. Nobody is written to, nobody is alerted and no model is asked but the stub.
 * False when there is a catalogue already.
 */
export async function playDemo(parts: Kept, ownerUrl: string): Promise<boolean> {
  const { story, everyday } = await readScript();
  const now = new Date();
  const begins = new Date(now.getTime() - STORY_DAYS * DAY_MS);
  const shelf = await demoProducts(localDay(now, parts.settingsSource.defaults.timeZone));
  const staff = await colleagues(parts, story);
  const clock = new DemoClock(begins);
  return inDemoTransaction(ownerUrl, clock, async (trx) => {
    if (!(await isEmptyShop(trx))) return false;
    await insertDemoProducts(trx, shelf);
    const ids = [...staff.values()].map(({ id }) => id);
    await trx('users').whereIn('id', ids).update({ created_at: begins });
    const stage = await setStage(trx, clock, parts, staff);
    await new Player(stage, { story, everyday, products: new Products(shelf), now }).play();
    return true;
  });
}

/** The colleagues of the script are invited like anybody, but nothing is mailed; the admin is the one there is. */
async function colleagues(
  { accounts, ids, publicUrl, settingsSource: settings, uow }: Kept,
  { staff }: Story,
): Promise<ReadonlyMap<string, StaffAccount>> {
  const mailer = new OutboxMailer({ now: () => new Date() });
  const invite = new InviteStaff({ accounts, uow, mailer, ids, publicUrl, settings });
  const found = new Map<string, StaffAccount>();
  for (const [key, colleague] of Object.entries(staff)) {
    const { name, role } = colleague;
    const find = async (): Promise<StaffAccount | undefined> =>
      (await accounts.list(SERVICE)).find((one) =>
        role === 'admin' ? one.role === role : one.name === name && one.role === role,
      );
    if ((await find()) === undefined)
      await invite.execute({
        ...colleague,
        actor: SERVICE,
        language: 'fr',
        ...(accounts.makesSignIn ? {} : { userId: ids.uuid() as UserId }),
      });
    found.set(key, (await find())!);
  }
  return found;
}

/** The same recipes as ever; only what reaches outside, and the clock, are the demo's. */
async function setStage(
  trx: Knex.Transaction,
  clock: DemoClock,
  deps: Kept,
  staff: ReadonlyMap<string, StaffAccount>,
): Promise<Stage> {
  const waiting: Job[] = [];
  let handlers: JobHandlers | null = null;
  const jobs: Parts['jobs'] = {
    enqueue: async (_, job) => void waiting.push(job),
    work: async (given) => void (handlers = given),
    schedule: async () => undefined,
  };
  const phone = new FakeMessaging({ now: () => clock.now() });
  const model = new StubLanguageModel();
  const uow = new DemoUnitOfWork(trx, clock, jobs);
  const queue = new KnexConversationQueue({ db: trx, listenUrl: '', log: QUIET });
  const settings = new KnexSettingsSource(trx, deps.settingsSource.defaults);
  await settings.start(nothing);
  settings.stop();
  const parts = assemble([...useCases, ...worker], {
    ...Object.fromEntries(KEPT.map((name) => [name, deps[name]])),
    uow,
    jobs,
    queue: queueBeside(uow, queue),
    settings,
    clock,
    gateway: phone,
    model,
    backupModel: model,
    recipients: NO_RECIPIENTS,
    notifiers: [],
    notifierNames: [],
    mailer: new OutboxMailer(clock),
    operatorLedger: new MemoryOperatorLedger(clock),
    log: QUIET,
    metrics: UNCOUNTED,
    burstWindowMs: 1_200,
  });
  await parts.runJobs();
  return {
    product: parts,
    clock,
    phone,
    staff: new Map([...staff].map(([key, account]) => [key, actorOf(account)])),
    runJobs: async () => {
      let done = 0;
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift(), done += 1)
        await handlers![job.name](job.data as never);
      return done;
    },
  };
}

const actorOf = ({ id, role }: StaffAccount): Actor => ({
  kind: 'staff',
  userId: id,
  role,
  from: AT_THE_SHOP,
});
