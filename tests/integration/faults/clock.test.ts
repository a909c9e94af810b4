import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { JobRunner, type JobHandlers } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { straightenJobs } from '../../../src/adapters/persistence/knex/straighten-jobs.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { seen, times } from '../../support/fault-scale.ts';
import {
  fleetEnvironment,
  startLeaProcess,
  writeTo,
  type Environment,
  type LeaProcess,
} from '../../support/lea-process.ts';
import { firstProducts, OpenAiPeer } from '../../support/peers/openai-peer.ts';
import { startWhapiPeer, type WhapiPeer } from '../../support/peers/whapi-peer.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { eventually } from '../../support/running-lea.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const CUSTOMERS = times('CLOCK_CUSTOMERS', 5, 40);
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 120_000;
const CLOCK_SET = new URL('../../support/preload/clock-set.ts', import.meta.url);

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
const rows = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await owner.query<T>(sql, values)).rows;

describe('a process whose clock is set while it works', { timeout: 600_000 }, () => {
  let whapi: WhapiPeer;
  let model: OpenAiPeer;
  let environment: Environment;
  let clockFile: string;
  let lea: LeaProcess;
  let serial = 0;

  beforeAll(async () => {
    [whapi, model] = await Promise.all([startWhapiPeer({ token: 't' }), new OpenAiPeer().start()]);
    clockFile = path.join(scratchFolder('clock'), 'wrong-by');
    setClock(0);
    environment = {
      ...fleetEnvironment(database.ownerUrl, whapi.url),
      LLM: 'openai',
      OPENAI_API_KEY: 'sk-test',
      OPENAI_BASE_URL: model.baseUrl,
      DEMO_DATA: 'catalogue',
      BURST_WINDOW_MS: '1200',
      CLOCK_FILE: clockFile,
    };
    lea = await startLeaProcess(environment, { preload: CLOCK_SET });
  }, 300_000);
  beforeEach(() => {
    setClock(0);
    model.respond = firstProducts(1);
  });
  afterAll(async () => {
    await lea.kill();
    await Promise.all([whapi.close(), model.stop()]);
  });

  const setClock = (wrongByMs: number): void => writeFileSync(clockFile, String(wrongByMs));
  const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
  async function aCustomer(): Promise<string> {
    serial += 1;
    const phone = `2417${String(5_000_000 + serial)}`;
    await owner.query(
      `with person as (insert into users (phone_number, role, service_consent, consent_version) values ($1, 'customer', true, null) returning id)
       insert into customer_aliases (alias, user_id) select $1, id from person`,
      [`+${phone}`],
    );
    return phone;
  }
  const customers = () => Promise.all(Array.from({ length: CUSTOMERS }, aCustomer));
  async function ask(phone: string, text = 'je cherche une crème pour peau sèche') {
    serial += 1;
    expect(await writeTo(lea.url, `clock.${serial}`, phone, text)).toBe(true);
  }
  const turns = async (phone: string): Promise<number> =>
    (
      await rows(
        `select from turns t join conversations c on c.id = t.conversation_id where c.chat_id = $1`,
        [chatOf(phone)],
      )
    ).length;
  const atRest = () =>
    eventually(
      async () =>
        (
          await rows(
            `select from conversations where due_at is not null or lease_owner is not null`,
          )
        ).length === 0,
      'rest',
      PATIENCE_MS,
    );

  it.each([
    ['an hour ahead', HOUR_MS],
    ['an hour back', -HOUR_MS],
  ])(
    'answers once what was in flight, in a burst or asked after it was set %s',
    async (_way, by) => {
      const phones = await customers();
      let asked = 0;
      let open = (): void => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      model.respond = async (request) => {
        asked += 1;
        await opened;
        return firstProducts(1)(request);
      };
      for (const phone of phones) await ask(phone);
      await eventually(() => asked >= CUSTOMERS, 'all turns in flight', PATIENCE_MS);
      setClock(by);
      const bursting = await aCustomer();
      await ask(bursting, 'bonjour');
      await ask(bursting, 'je cherche un shampooing');
      await sleep(100);
      setClock(0);
      await ask(bursting, 'pour cheveux secs');
      setClock(by);
      open();
      const later = await aCustomer();
      await ask(later);
      const all = [...phones, bursting, later];
      await eventually(
        () => all.every((phone) => whapi.sent(chatOf(phone)).length > 0),
        'an answer to everybody',
        PATIENCE_MS,
      );
      setClock(0);
      await atRest();
      for (const phone of all) expect(await turns(phone)).toBe(1);
      expect(await rows(`select from conversations where dead_at is not null`)).toEqual([]);
      expect(
        await rows(`select from messages where sender = 'user' and handled_at is null`),
      ).toEqual([]);
      expect(
        await rows(`select from messages where status in ('queued', 'sending', 'failed')`),
      ).toEqual([]);
      seen(
        `the clock of a process set ${by > 0 ? 'forth' : 'back'} by an hour with ${CUSTOMERS} turns in flight and a burst`,
        `${all.length} answered once, 0 lost, 0 repeated, 0 stuck`,
      );
    },
  );

  it('keeps a session through both, and gives it tokens that hold', async () => {
    const signIn = await fetch(`${lea.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(lea.url).origin },
      body: JSON.stringify({
        email: 'admin@lea.local',
        password: environment['ADMIN_PASSWORD'],
      }),
    });
    expect(signIn.status).toBe(200);
    const cookie = signIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const works = async (): Promise<readonly number[]> => {
      const answer = await fetch(`${lea.url}/auth/token`, { headers: { cookie } });
      const { token } = (await answer.json()) as { readonly token: string };
      const read = await fetch(`${lea.url}/rest/v1/conversations?select=id&limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return [answer.status, read.status];
    };
    expect(await works()).toEqual([200, 200]);
    for (const by of [HOUR_MS, 0, -HOUR_MS, 0]) {
      setClock(by);
      await sleep(200);
      expect(await works(), `set by ${by}`).toEqual([200, 200]);
    }
  });
});

describe('a database whose clock is set back an hour', { timeout: 120_000 }, () => {
  const runners: JobRunner[] = [];
  const log = new RecordingLog();
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((one) => one.stop()));
  });
  const runner = async (runs: boolean): Promise<JobRunner> => {
    const one = new JobRunner({ serverUrl: database.serverUrl, log, runs });
    await one.start();
    runners.push(one);
    return one;
  };

  it('does not keep jobs, nor what comes round, waiting for that hour', async () => {
    const db = openDatabase(database.serverUrl, 2);
    try {
      const orderId = 'an-order';
      const uow = new KnexUnitOfWork(db, await runner(false));
      await uow.run(SERVICE, ({ jobs }) =>
        jobs.enqueue({ name: 'order-settled', data: { orderId } }),
      );
      // What was stamped an hour ago, by the clock of now.
      await owner.query(
        `update pgboss.job set created_on = created_on + interval '1 hour', start_after = start_after + interval '1 hour' where name = 'order-settled'`,
      );
      await owner.query(
        `update pgboss.version set cron_on = now() + interval '1 hour'; update pgboss.queue set maintain_on = now() + interval '1 hour'`,
      );
      const done: string[] = [];
      const nothing = async (): Promise<void> => undefined;
      const handlers: JobHandlers = {
        'deliver-alert': nothing,
        'alert-taken': nothing,
        'confirm-erasure': nothing,
        'purge-media': nothing,
        'purge-picture': nothing,
        'order-settled': async (data) => void done.push(data.orderId),
      };
      await (await runner(true)).work(handlers);
      expect(await straightenJobs(db)).toBe(1);
      await eventually(() => done.length > 0, 'the job');
      expect(done).toEqual([orderId]);
      expect(await straightenJobs(db)).toBe(0);
      expect(
        await rows(
          `select from pgboss.version where cron_on > now() union all select from pgboss.queue where maintain_on > now()`,
        ),
      ).toEqual([]);
    } finally {
      await db.destroy();
    }
  });
});
