import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seen, times } from '../../support/fault-scale.ts';
import {
  fleetEnvironment,
  startLeaProcess,
  writeTo,
  type Environment,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { dataOf, firstProducts, OpenAiPeer } from '../../support/peers/openai-peer.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { eventually } from '../../support/running-lea.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const IN_FLIGHT = times('IN_FLIGHT', 20, 20);
const STOPPED = times('STOPPED', 5, 50);
/** As often as a turn is tried. */
const TRIES = 5;
const PATIENCE_MS = 120_000;
const CLOCK_AHEAD = new URL('../../support/preload/clock-ahead.ts', import.meta.url);

let database: TestDatabase;
let whapi: WhapiPeer;
let model: OpenAiPeer;
let owner: pg.Client;
let environment: Environment;
let web: LeaProcess;
const running: LeaProcess[] = [];
let serial = 0;

beforeAll(async () => {
  [database, whapi, model] = await Promise.all([
    createTestDatabase(),
    startWhapiPeer({ token: 't' }),
    new OpenAiPeer().start(),
  ]);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  environment = {
    ...fleetEnvironment(database.ownerUrl, whapi.url),
    LLM: 'openai',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: model.baseUrl,
    DEMO_DATA: 'catalogue',
  };
  web = await startLeaProcess({ ...environment, ROLE: 'web' });
}, 300_000);

beforeEach(() => {
  model.respond = firstProducts(1);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.kill()));
});

afterAll(async () => {
  await web.kill();
  await Promise.all([whapi.close(), model.stop()]);
  await owner.end();
  await database.drop();
});

async function work(options: Parameters<typeof startLeaProcess>[1] = {}): Promise<LeaProcess> {
  const worker = await startLeaProcess({ ...environment, ROLE: 'worker' }, options);
  running.push(worker);
  return worker;
}

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
const rows = async <T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<readonly T[]> => (await owner.query<T>(sql, values)).rows;
const conversationOf = async (phone: string) =>
  (
    await rows<{
      id: string;
      fence: number;
      lease_owner: string | null;
      attempts: number;
      dead: boolean;
    }>(
      `select id, fence::int, lease_owner, attempts, dead_at is not null as dead from conversations where chat_id = $1`,
      [chatOf(phone)],
    )
  )[0]!;
/** Their workers are dead or asleep, and their time is over. */
const leasesRunOut = () =>
  owner.query(
    `update conversations set lease_expires_at = now() - interval '1 second' where lease_expires_at is not null`,
  );

/** Somebody who may be advised by the model. */
async function aCustomer(): Promise<string> {
  serial += 1;
  const phone = `2417${String(4_000_000 + serial)}`;
  await owner.query(
    `with person as (insert into users (phone_number, role, service_consent) values ($1, 'customer', true) returning id)
     insert into customer_aliases (alias, user_id) select $1, id from person`,
    [`+${phone}`],
  );
  return phone;
}
const customers = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, aCustomer));
async function ask(phone: string, text = 'je cherche une crème pour peau sèche', url = web.url) {
  serial += 1;
  expect(await writeTo(url, `ask.${serial}`, phone, text)).toBe(true);
}
const answered = (phones: readonly string[]) =>
  eventually(
    () => phones.every((phone) => whapi.sent(chatOf(phone)).length > 0),
    'an answer to everybody',
    PATIENCE_MS,
  );
const atRest = () =>
  eventually(
    async () =>
      (await rows(`select from conversations where due_at is not null or lease_owner is not null`))
        .length === 0,
    'rest',
    PATIENCE_MS,
  );
/** Turns of a conversation, and the sends of its outbox: one each when nobody worked twice. */
const turnsOf = async (phone: string): Promise<number> =>
  (await rows(`select from turns where conversation_id = $1`, [(await conversationOf(phone)).id]))
    .length;

/** A model that answers nobody until it is let. */
function holdModel(): { readonly asked: () => number; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let asked = 0;
  model.respond = async (request) => {
    asked += 1;
    await opened;
    return firstProducts(1)(request);
  };
  return { asked: () => asked, open };
}

describe('a worker that sleeps past its lease', { timeout: 300_000 }, () => {
  it('writes and sends nothing when it wakes up, as another has gone on', async () => {
    const sleeper = await work();
    const phones = await customers(STOPPED);
    const held = holdModel();
    for (const phone of phones) await ask(phone);
    await eventually(() => held.asked() >= STOPPED, 'all turns in flight', PATIENCE_MS);
    sleeper.signal('SIGSTOP');
    await leasesRunOut();
    model.respond = firstProducts(1);
    await work();
    await answered(phones);
    await atRest();
    const sent = whapi.sent().length;
    const before = await rows('select id, status, provider_id from messages order by seq');
    held.open();
    sleeper.signal('SIGCONT');
    // It goes through everything that it woke up with before it ends.
    expect(await sleeper.stop()).toBe(0);
    expect(await rows('select id, status, provider_id from messages order by seq')).toEqual(before);
    expect(whapi.sent()).toHaveLength(sent);
    for (const phone of phones) expect(await turnsOf(phone)).toBe(1);
    seen(
      `SIGSTOP with ${STOPPED} turns in flight, past the lease, SIGCONT`,
      '0 late writes, 0 late sends',
    );
  });
});

describe('a conversation that kills its worker', { timeout: 300_000 }, () => {
  it(`is laid aside with one alert after ${TRIES} tries; everybody else is answered once`, async () => {
    const poisoned = await aCustomer();
    const bystanders: string[] = [];
    const kills: Promise<void>[] = [];
    let killed = 0;
    const killHolder = async (): Promise<void> => {
      const { lease_owner: name } = await conversationOf(poisoned);
      const victim = running.find(({ pid }) => name?.endsWith(`-${pid}`));
      await victim?.kill();
      killed += 1;
      await leasesRunOut();
    };
    model.respond = async (request) => {
      if (!dataOf(request).client.includes('poison')) return firstProducts(1)(request);
      // Others are in flight in the same process.
      const others = await customers(3);
      bystanders.push(...others);
      for (const phone of others) await ask(phone);
      kills.push(killHolder());
      return { kind: 'hang' };
    };
    await Promise.all(Array.from({ length: TRIES + 1 }, () => work()));
    await ask(poisoned, 'je cherche une crème poison');
    await eventually(
      async () => (await conversationOf(poisoned)).dead,
      'being laid aside',
      PATIENCE_MS,
    );
    await Promise.all(kills);
    expect(killed).toBe(TRIES);
    await answered(bystanders);
    await atRest();
    expect(
      await rows(
        `select category, severity from advisor_alerts where conversation_id = $1 and handled_at is null`,
        [(await conversationOf(poisoned)).id],
      ),
    ).toEqual([{ category: 'dead_letter', severity: 'urgent' }]);
    for (const phone of bystanders)
      expect(await conversationOf(phone)).toMatchObject({ dead: false, attempts: 0 });
    for (const phone of bystanders) expect(await turnsOf(phone)).toBe(1);
    seen(
      'a conversation that kills its worker (real processes)',
      `${killed} workers died, then laid aside with 1 alert; ${bystanders.length} bystanders answered once, 0 laid aside`,
    );
  });
});

describe('SIGTERM', { timeout: 300_000 }, () => {
  it(`lets ${IN_FLIGHT} turns in flight end, and leaves no lease behind`, async () => {
    const worker = await work();
    const phones = await customers(IN_FLIGHT);
    const held = holdModel();
    for (const phone of phones) await ask(phone);
    await eventually(() => held.asked() >= IN_FLIGHT, 'all turns in flight', PATIENCE_MS);
    const startedAt = performance.now();
    const exit = worker.stop();
    held.open();
    expect(await exit).toBe(0);
    const tookMs = Math.round(performance.now() - startedAt);
    expect(
      await rows(`select from conversations where lease_owner like $1`, [`%-${worker.pid}`]),
    ).toEqual([]);
    for (const phone of phones) {
      expect(whapi.sent(chatOf(phone)).length).toBeGreaterThan(0);
      expect(await turnsOf(phone)).toBe(1);
    }
    seen(
      `SIGTERM with ${IN_FLIGHT} turns in flight`,
      `exit 0 after ${tookMs} ms, 0 leases left, all answered once`,
    );
  });
});

describe('a process whose clock is two hours ahead', { timeout: 300_000 }, () => {
  it('takes nobody’s lease, and makes work due now: the database’s clock decides', async () => {
    const holder = await work();
    const mine = await aCustomer();
    const held = holdModel();
    await ask(mine);
    await eventually(() => held.asked() >= 1, 'a turn in flight', PATIENCE_MS);
    // Asleep, it cannot renew; by the database's clock there is time left.
    holder.signal('SIGSTOP');
    await owner.query(
      `update conversations set lease_expires_at = now() + interval '1 hour' where chat_id = $1`,
      [chatOf(mine)],
    );
    const before = await conversationOf(mine);
    model.respond = firstProducts(1);
    const ahead = await startLeaProcess({ ...environment, ROLE: 'all' }, { preload: CLOCK_AHEAD });
    running.push(ahead);
    const other = await aCustomer();
    await ask(other, 'je cherche une crème pour peau sèche', ahead.url);
    await answered([other]);
    expect(await conversationOf(mine)).toEqual(before);
    held.open();
    holder.signal('SIGCONT');
    await answered([mine]);
    expect(await turnsOf(mine)).toBe(1);
    seen('a process whose clock is 2 h ahead', '0 leases taken, work due at once');
  });
});
