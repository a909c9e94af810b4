import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG, seen, times } from '../../support/fault-scale.ts';
import { textEvent } from '../../support/lea-process.ts';
import { firstProducts, type PeerScript } from '../../support/peers/openai-peer.ts';
import type { Behaviour } from '../../support/peers/whapi-peer.ts';
import {
  eventually,
  startRealLea,
  WEBHOOK_SECRET,
  type RealLea,
} from '../../support/running-lea.ts';

const IDS = times('IDS', 20, 200);
const TOGETHER = 10;
const COPIES = times('COPIES', 10, 50);
const PATIENCE_MS = 120_000;

let lea: RealLea;
let owner: pg.Pool;
let serial = 0;

beforeAll(async () => {
  lea = await startRealLea({ BURST_WINDOW_MS: '0' });
  owner = new pg.Pool({ connectionString: lea.database.ownerUrl, max: 3 });
}, 240_000);
afterAll(async () => {
  await owner.end();
  await lea.stop();
});

const chatOf = (phone: string): string => `${phone}@s.whatsapp.net`;
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await owner.query<{ n: string }>(sql, values)).rows[0]!.n);
const atRest = () =>
  eventually(
    async () =>
      (await count(
        `select count(*) as n from conversations where due_at is not null or lease_owner is not null`,
      )) === 0,
    'rest',
    PATIENCE_MS,
  );
const aPhone = (): string => {
  serial += 1;
  return `2417${String(3_000_000 + serial)}`;
};
async function aCustomer(): Promise<string> {
  const phone = aPhone();
  await owner.query(
    `with person as (insert into users (phone_number, role, service_consent) values ($1, 'customer', true) returning id)
     insert into customer_aliases (alias, user_id) select $1, id from person`,
    [`+${phone}`],
  );
  return phone;
}

it(
  `stores and answers each of ${IDS} messages once, delivered ${COPIES} times at once`,
  { timeout: 300_000 },
  async () => {
    const phones = Array.from({ length: IDS }, aPhone);
    const url = `${lea.url}/functions/whatsapp-webhook`;
    const deliver = async (phone: string): Promise<number> => {
      const event = textEvent(`again.${phone}`, phone, 'Bonjour');
      return (await lea.whapi.postWebhook(url, event, WEBHOOK_SECRET)).status;
    };
    const statuses = new Set<number>();
    // All copies of some at once: ten thousand connections are more than a machine accepts.
    for (let first = 0; first < IDS; first += TOGETHER) {
      const copies = phones
        .slice(first, first + TOGETHER)
        .flatMap((phone) => Array.from({ length: COPIES }, () => deliver(phone)));
      for (const status of await Promise.all(copies)) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200]));
    await eventually(
      () => phones.every((phone) => lea.whapi.sent(chatOf(phone)).length > 0),
      'an answer to everybody',
      PATIENCE_MS,
    );
    await atRest();
    expect(
      await count(
        `select count(*) as n from messages where sender = 'user' and provider_id like 'again.%'`,
      ),
    ).toBe(IDS);
    expect(phones.filter((phone) => lea.whapi.sent(chatOf(phone)).length !== 1)).toEqual([]);
    seen(`${IDS} ids × ${COPIES} concurrent copies`, `${IDS} rows, ${IDS} replies`);
  },
);

describe('a gateway out of order', { timeout: 300_000 }, () => {
  const faults: readonly (readonly [string, Behaviour])[] = [
    ['asks to slow down', { status: 429, body: {} }],
    ['is overloaded', { status: 503, body: {} }],
    ['tears the connection down unread', { drop: true }],
    ['takes the message and tears the connection down', { drop: true, acts: true }],
    ['takes the message and says that it failed', { status: 502, body: 'Bad gateway', acts: true }],
    ['takes the message and answers nonsense', { status: 200, body: '<html>', acts: true }],
    ['is slow', { delayMs: 2_000 }],
    ...(LONG
      ? ([
          ['takes the message and never answers', { hang: true, acts: true }],
          ['never answers', { hang: true }],
        ] as const)
      : []),
  ];

  it('sends each message once, whatever happens to the call', async () => {
    const phones: string[] = [];
    for (const [, behaviour] of faults) {
      const phone = aPhone();
      phones.push(phone);
      const asked = lea.whapi.requests.length;
      lea.whapi.script({ ...behaviour, on: '/messages/interactive' });
      expect(await lea.write(phone, 'Bonjour')).toBe(200);
      // Its first call has met its fault before the next customer comes.
      await eventually(
        () =>
          lea.whapi.requests
            .slice(asked)
            .some(
              ({ path, body }) =>
                path === '/messages/interactive' && (body as { to?: string }).to === chatOf(phone),
            ),
        'a call',
        PATIENCE_MS,
      );
    }
    await eventually(
      () => phones.every((phone) => lea.whapi.sent(chatOf(phone)).length > 0),
      'a message to everybody',
      PATIENCE_MS,
    );
    await atRest();
    expect(
      faults.map(([name], index) => [name, lea.whapi.sent(chatOf(phones[index]!)).length]),
    ).toEqual(faults.map(([name]) => [name, 1]));
    expect(await count('select count(*) as n from conversations where dead_at is not null')).toBe(
      0,
    );
    seen(`${faults.length} faults of the gateway`, 'each message sent once, 0 laid aside');
  });
});

describe('a model out of order', { timeout: 300_000 }, () => {
  const scripts: readonly PeerScript[] = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429 },
    { kind: 'text', text: 'Voici {{{' },
    { kind: 'no_choices' },
    { kind: 'drop' },
    { kind: 'finish', reason: 'length' },
    { kind: 'status', status: 503 },
  ];

  it('never shows to customers, is told to the operator once, and its return as well', async () => {
    const told = (part: string): number =>
      lea.slack.calls.filter(
        ({ method, fields }) =>
          method === 'chat.postMessage' && JSON.stringify(fields).includes(part),
      ).length;
    let calls = 0;
    lea.openai.respond = () => scripts[(calls += 1) % scripts.length]!;
    const phones = await Promise.all(scripts.map(aCustomer));
    for (const phone of phones)
      expect(await lea.write(phone, 'je cherche une crème pour peau sèche')).toBe(200);
    await eventually(
      () => phones.every((phone) => lea.whapi.sent(chatOf(phone)).length > 0),
      'a polite answer to everybody',
      PATIENCE_MS,
    );
    await atRest();
    await eventually(
      () => told('modèle de langage ne répond pas') > 0,
      'the operator being told',
      PATIENCE_MS,
    );
    lea.openai.respond = firstProducts(1);
    const last = await aCustomer();
    await lea.write(last, 'je cherche une crème pour peau sèche');
    await eventually(() => told('répond à nouveau') > 0, 'the all-clear', PATIENCE_MS);
    await atRest();
    expect([told('modèle de langage ne répond pas'), told('répond à nouveau')]).toEqual([1, 1]);
    for (const phone of phones)
      expect(JSON.stringify(lea.whapi.sent(chatOf(phone)))).not.toMatch(
        /\{\{\{|error|undefined|null,null/,
      );
    seen(
      `a model that fails in ${scripts.length} ways`,
      `${phones.length} polite answers, 1 alert, 1 all-clear`,
    );
  });
});
