import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seen, times } from '../../support/fault-scale.ts';
import {
  fleetEnvironment,
  startLeaProcess,
  writeTo,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { firstProducts, OpenAiPeer } from '../../support/peers/openai-peer.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { eventually } from '../../support/running-lea.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { openStream } from '../events/read-stream.ts';

const CUSTOMERS = times('CUSTOMERS', 20, 300);
const MESSAGES = 3;
const PATIENCE_MS = 180_000;
const CALLS_A_MINUTE = 10;

let database: TestDatabase;
let whapi: WhapiPeer;
let model: OpenAiPeer;
let owner: pg.Pool;
let webs: readonly LeaProcess[] = [];
let workers: readonly LeaProcess[] = [];
let admin = '';
let serial = 0;

/** Two that serve and two that work, on one database; one of each comes in by a role it was given. */
beforeAll(async () => {
  [database, whapi, model] = await Promise.all([
    createTestDatabase(),
    startWhapiPeer({ token: 't', latencyMs: 10 }),
    new OpenAiPeer().start(),
  ]);
  model.respond = firstProducts(1);
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  const environment = {
    ...fleetEnvironment(database.ownerUrl, whapi.url),
    LLM: 'openai',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: model.baseUrl,
    DEMO_DATA: 'catalogue',
  };
  const ports = [await freePort(), await freePort()];
  // One address for the fleet, as behind a proxy: tokens are issued in its name.
  const serving = { ROLE: 'web', PUBLIC_URL: `http://127.0.0.1:${ports[0]}` };
  const given = { ...environment, APP_DATABASE_URL: database.serverUrl };
  // Four at once also race for the migrations and the demo shop.
  [webs, workers] = await Promise.all([
    Promise.all(
      [environment, given].map((one, index) =>
        startLeaProcess({ ...one, ...serving, PORT: String(ports[index]) }),
      ),
    ),
    Promise.all([environment, given].map((one) => startLeaProcess({ ...one, ROLE: 'worker' }))),
  ]);
}, 300_000);

afterAll(async () => {
  await Promise.all([...webs, ...workers].map((one) => one.kill()));
  await Promise.all([whapi.close(), model.stop()]);
  await owner.end();
  await database.drop();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
const rows = async <T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<readonly T[]> => (await owner.query<T>(sql, values)).rows;
const number = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: string }>(sql, values))[0]!.n);
const atRest = () =>
  eventually(
    async () =>
      (await number(
        `select count(*) as n from conversations where due_at is not null or lease_owner is not null`,
      )) === 0,
    'rest',
    PATIENCE_MS,
  );
async function aCustomer(): Promise<string> {
  serial += 1;
  const phone = `2417${String(6_000_000 + serial)}`;
  await owner.query(
    `with person as (insert into users (phone_number, role, service_consent) values ($1, 'customer', true) returning id)
     insert into customer_aliases (alias, user_id) select $1, id from person`,
    [`+${phone}`],
  );
  return phone;
}
/** The admin's token, good on every web. */
async function signIn(url: string): Promise<string> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const entered = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: 'admin@lea.local', password: 'un mot de passe de test' }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/auth/token`, { headers: { origin: url, cookie } });
  return ((await answer.json()) as { token: string }).token;
}
const asAdmin = (web: number, path: string, init: RequestInit = {}) =>
  fetch(`${webs[web]!.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
  });

it(
  'answers everybody once and in order while a worker is told to stop',
  { timeout: 300_000 },
  async () => {
    const phones = await Promise.all(Array.from({ length: CUSTOMERS }, aCustomer));
    const stopping = workers[0]!;
    let exit: Promise<number | NodeJS.Signals> | null = null;
    for (let round = 0; round < MESSAGES; round += 1) {
      // The gateway delivers twice, to both.
      await Promise.all(
        phones.flatMap((phone) =>
          webs.map(async ({ url }) => {
            const id = `fleet.${phone}.${round}`;
            expect(
              await writeTo(url, id, phone, `je cherche une crème pour peau sèche ${round}`),
            ).toBe(true);
          }),
        ),
      );
      if (round === 1) exit = stopping.stop();
    }
    expect(await exit).toBe(0);
    await eventually(
      () => phones.every((phone) => whapi.sent(chatOf(phone)).length > 0),
      'an answer to everybody',
      PATIENCE_MS,
    );
    await atRest();

    expect(
      await number(`select count(*) as n from messages where provider_id like 'fleet.%'`),
    ).toBe(CUSTOMERS * MESSAGES);
    expect(
      await number(
        `select count(*) as n from messages where provider_id like 'fleet.%' and turn_id is null`,
      ),
    ).toBe(0);
    // Never two turns of one conversation at a time.
    expect(
      await rows(
        `select a.id from turns a join turns b on a.conversation_id = b.conversation_id and a.id < b.id
       where a.started_at < b.finished_at and b.started_at < a.finished_at`,
      ),
    ).toEqual([]);
    // A later question is never answered by an earlier turn.
    expect(
      await rows(
        `select a.id from messages a join messages b on a.conversation_id = b.conversation_id and a.seq < b.seq
         join turns ta on ta.id = a.turn_id join turns tb on tb.id = b.turn_id
       where a.sender = 'user' and b.sender = 'user' and ta.started_at > tb.started_at and a.timestamp <= b.timestamp`,
      ),
    ).toEqual([]);
    // What the gateway was given is what is stored, once and in order.
    const stored = await rows<{ provider_id: string; status: string }>(
      `select m.provider_id, m.status, c.chat_id from messages m join conversations c on c.id = m.conversation_id
     where m.sender <> 'user' and m.status <> 'dropped' and c.chat_id = any($1) order by c.chat_id, m.seq`,
      [phones.map(chatOf)],
    );
    const given = phones
      .toSorted()
      .flatMap((phone) => whapi.sent(chatOf(phone)).map(({ id }) => id));
    expect(stored.map(({ provider_id: id }) => id)).toEqual(given);
    expect(new Set(stored.map(({ status }) => status))).toEqual(new Set(['sent']));
    expect(
      await number(`select count(*) as n from conversations where lease_owner like $1`, [
        `%-${stopping.pid}`,
      ]),
    ).toBe(0);
    workers = workers.slice(1);
    seen(
      `2 web, 2 worker, ${CUSTOMERS} customers × ${MESSAGES} messages delivered to both, one worker stopped`,
      `${CUSTOMERS * MESSAGES} stored once, ${given.length} replies, 0 repeated, 0 inversions, 0 overlapping turns, exit 0`,
    );
  },
);

it(
  'has its web ready without a look at the workers, and takes settings over everywhere',
  { timeout: 120_000 },
  async () => {
    for (const { url } of webs) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    admin = await signIn(webs[0]!.url);
    const { version, value } = (await (await asAdmin(0, '/functions/settings')).json()) as {
      version: number;
      value: Record<string, unknown>;
    };
    const changed = { version, value: { ...value, shopName: 'Pharmacie des Deux Mondes' } };
    const put = await asAdmin(0, '/functions/settings', {
      method: 'PUT',
      body: JSON.stringify(changed),
    });
    expect(put.status).toBe(200);
    await eventually(async () => {
      const read = (await (await asAdmin(1, '/functions/settings')).json()) as {
        version: number;
      };
      return read.version > version;
    }, 'the new settings on the other web');
    // Read by a worker: a newcomer is greeted in the new name.
    await eventually(
      async () => {
        serial += 1;
        const phone = `2417${String(7_000_000 + serial)}`;
        await writeTo(webs[1]!.url, `name.${phone}`, phone, 'Bonjour');
        const [first] = await eventually(
          () => {
            const sent = whapi.sent(chatOf(phone));
            return sent.length > 0 && sent;
          },
          'a greeting',
          PATIENCE_MS,
        );
        return JSON.stringify(first!.body).includes('Deux Mondes');
      },
      'the new name',
      PATIENCE_MS,
    );
  },
);

it('tells on one web what came in on the other', { timeout: 120_000 }, async () => {
  admin = await signIn(webs[0]!.url);
  const stream = await openStream(`${webs[1]!.url}/events`, {
    authorization: `Bearer ${admin}`,
  });
  expect(stream.status).toBe(200);
  const phone = await aCustomer();
  await eventually(
    async () => {
      serial += 1;
      await writeTo(webs[0]!.url, `event.${serial}`, phone, 'Bonjour');
      return stream.events.some(
        ({ event }) => event.startsWith('message') || event.startsWith('conversation'),
      );
    },
    'an event',
    PATIENCE_MS,
  );
  stream.close();
});

it('counts one phone’s model calls over the whole fleet', { timeout: 240_000 }, async () => {
  await atRest();
  const phone = await aCustomer();
  const before = model.requests.length;
  for (let index = 0; index < CALLS_A_MINUTE + 4; index += 1) {
    await writeTo(webs[index % 2]!.url, `much.${index}`, phone, `je cherche un shampoing ${index}`);
    await eventually(
      async () =>
        (await number(
          `select count(*) as n from messages m join conversations c on c.id = m.conversation_id where c.chat_id = $1 and m.sender = 'user' and m.handled_at is null`,
          [chatOf(phone)],
        )) === 0,
      'a turn',
      PATIENCE_MS,
    );
    await atRest();
  }
  expect(model.requests.length - before).toBeLessThanOrEqual(CALLS_A_MINUTE);
  expect(model.requests.length - before).toBeGreaterThan(0);
});
