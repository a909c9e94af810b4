import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HmacKeyedHash } from '../../../src/adapters/system/hmac-keyed-hash.ts';
import { eventually, SERVICE_KEY, startRealLea, type RealLea } from '../../support/running-lea.ts';

const FAKE = {
  MESSAGING: 'fake',
  LLM: 'stub',
  NOTIFIERS: 'log',
  LOG_LEVEL: 'error',
  DEMO_DATA: 'true',
};
const SERVICE = { authorization: `Bearer ${SERVICE_KEY}` };

let lea: RealLea;
let owner: pg.Pool;
const starts = (environment: Record<string, string>) => async () => {
  lea = await startRealLea({ ...FAKE, ...environment });
  owner = new pg.Pool({ connectionString: lea.database.ownerUrl, max: 1 });
};
const stops = async () => {
  await owner.end();
  await lea.stop();
};

type Headers = Readonly<Record<string, string>>;
const play = (phone: string, text: string, headers: Headers = SERVICE) =>
  fetch(`${lea.url}/simulator/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ phone, text, name: 'Quelqu’un' }),
  });
async function screen(phone: string, headers: Headers = SERVICE): Promise<readonly string[]> {
  const response = await fetch(`${lea.url}/simulator/messages?phone=${encodeURIComponent(phone)}`, {
    headers,
  });
  expect(response.status).toBe(200);
  const { messages } = (await response.json()) as { messages: readonly { text: string }[] };
  return messages.map(({ text }) => text);
}
const answered = (phone: string, wanted: RegExp, headers: Headers = SERVICE) =>
  eventually(
    async () => (await screen(phone, headers)).some((text) => wanted.test(text)),
    `an answer ${wanted.source}`,
  );

/** All that is held about somebody who really wrote, by the chat that they wrote from. */
async function held(chatId: string) {
  const { rows } = await owner.query<{ user_id: string }>(
    `select u.id as user_id, u.phone_number, u.name, u.service_consent,
       array(select alias from customer_aliases where user_id = u.id order by alias) as aliases,
       array(select m.sender || ':' || m.content from messages m join conversations o on o.id = m.conversation_id
             where o.user_id = u.id order by m.seq) as messages
     from users u where id in (select user_id from conversations where chat_id = $1)`,
    [chatId],
  );
  return rows;
}
/** A customer who comes over the channel, has said yes, and got every answer. */
async function realCustomer(digits: string) {
  const chatId = `${digits}@s.whatsapp.net`;
  const settled = (answers: number) =>
    eventually(async () => {
      const { rowCount } = await owner.query(
        `select from messages m join conversations c on c.id = m.conversation_id
         where c.chat_id = $1 and m.sender = 'assistant' and m.status = 'sent' and c.due_at is null`,
        [chatId],
      );
      return (rowCount ?? 0) >= answers && (await held(chatId));
    }, `answer ${answers} to a real customer`);
  await lea.write(digits, 'Bonjour, un canari');
  await settled(1);
  await lea.write(digits, 'OUI');
  const known = await settled(2);
  expect(known).toMatchObject([{ service_consent: true, name: 'Zénobie Canari' }]);
  return known;
}

describe('in production, with no channel connected', () => {
  beforeAll(starts({}), 300_000);
  afterAll(stops);

  it('is for staff and the service', async () => {
    expect((await play('+24177100000', 'Bonjour', {})).status).toBe(401);
    const read = await fetch(`${lea.url}/simulator/messages?phone=%2B24177100000`);
    expect(read.status).toBe(401);
    expect((await play('+24177100000', 'Bonjour')).status).toBe(202);
    await answered('+24177100000', /OUI/);
  });

  it.each([
    ['24177100001', ['+24177100001', '+241 77 10 00 01', '0024177100001', '241.77.10.00.01']],
    // Côte d'Ivoire's and Bénin's numbers before and after their renumbering.
    ['2250707020304', ['+2250707020304', '+22507020304']],
    ['2290197123456', ['+2290197123456', '+22997123456']],
  ])('neither reads, erases nor changes the customer %s', async (digits, spellings) => {
    const before = await realCustomer(digits);
    await owner.query(
      `insert into quarantined_events (id, channel, reason, raw) values (gen_random_uuid(), 'fake', 'test', $1)`,
      [JSON.stringify({ from: digits })],
    );
    for (const phone of spellings) {
      expect((await screen(phone)).join()).not.toMatch(/Zénobie|canari/);
      for (const text of ['Salut', 'NON', 'STOP', 'RETRAIT', 'SUPPRIMER'])
        expect((await play(phone, text)).status).toBe(202);
      await answered(phone, /effac/i);
    }
    await eventually(
      async () =>
        (await owner.query(`select from customer_aliases where alias like $1`, [`sim:+${digits}`]))
          .rowCount === 0,
      'the erasure of who was played',
    );
    expect(await held(`${digits}@s.whatsapp.net`)).toEqual(before);
    const kept = await owner.query(
      `select from quarantined_events where raw::text like '%' || $1::text || '%'`,
      [digits],
    );
    expect(kept.rowCount).toBe(1);
    // A restored backup erases again whom the log names: it must not name the real one.
    const hash = new HmacKeyedHash(lea.environment['ERASURE_KEY']!);
    const { rows } = await owner.query<{ subject_hash: string }>(
      'select subject_hash from deletion_logs',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const spelling of [...spellings, `+${digits}`])
      expect(rows.map((row) => row.subject_hash)).not.toContain(hash.of(spelling));
  });

  it('stays apart from who really has the number and comes later', async () => {
    await play('+24177100002', 'Bonjour');
    await answered('+24177100002', /OUI/);
    const [real] = await realCustomer('24177100002');
    expect(real).toMatchObject({
      phone_number: '+24177100002',
      aliases: expect.arrayContaining(['+24177100002']) as unknown,
    });
    expect((await screen('+24177100002')).filter((text) => /canari/.test(text))).toEqual([]);
  });

  it('is not reached by an id of its own that comes through the webhook', async () => {
    await lea.write('24177100003', 'Mon secret', {
      id: 'sim.0190a1b2-0000-7000-8000-0000000000aa',
    });
    await eventually(
      async () => (await held('24177100003@s.whatsapp.net')).length > 0,
      'the message',
    );
    await play('+24177100003', 'Bonjour');
    await answered('+24177100003', /OUI/);
    expect((await screen('+24177100003')).join()).not.toContain('Mon secret');
  });

  it('shows the people of the demo shop, who were played as well', async () => {
    const { rows } = await owner.query<{ phone_number: string }>(
      `select phone_number from users where role = 'customer' and phone_number like '+24170000%'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { phone_number } of rows)
      expect((await screen(phone_number)).length).toBeGreaterThan(0);
  });

  it('shows what staff write to a number that nobody wrote from', async () => {
    const started = await lea.call('start-conversation', { phone_number: '+24177100004' });
    expect(started.status).toBe(201);
    const said = { conversation_id: started.body['id'], content: 'Votre commande est prête.' };
    expect((await lea.call('send-message', said)).status).toBe(202);
    await answered('+24177100004', /commande est prête/);
    const { rows } = await owner.query('select chat_id from conversations where id = $1', [
      started.body['id'],
    ]);
    expect(rows).toEqual([{ chat_id: '24177100004@simulator' }]);
  });

  it('is forgotten by its number where nobody else has it', async () => {
    await play('+24177100005', 'Bonjour');
    await answered('+24177100005', /OUI/);
    const erase = () => lea.call('delete-user-data', { phone_number: '+24177100005' }, 'DELETE');
    expect((await erase()).status).toBe(200);
    expect((await erase()).status).toBe(404);
  });
});

describe('in a trial on one machine', () => {
  beforeAll(starts({ NODE_ENV: 'development' }), 300_000);
  afterAll(stops);

  it('needs no sign-in, shows who wrote through the webhook, and changes nothing of them', async () => {
    const before = await realCustomer('24177200001');
    expect((await screen('+24177200001', {})).join()).toContain('canari');
    await play('+24177200001', 'SUPPRIMER', {});
    await eventually(
      async () => (await owner.query('select from deletion_logs')).rowCount === 1,
      'the erasure of who was played',
    );
    expect(await held('24177200001@s.whatsapp.net')).toEqual(before);
  });

  it('goes on with the people of the demo shop', async () => {
    const { rows } = await owner.query<{ phone_number: string }>(
      `select phone_number from users where phone_number like '+24170000%' limit 1`,
    );
    const phone = rows[0]!.phone_number;
    expect((await screen(phone, {})).length).toBeGreaterThan(1);
    await play(phone, 'MES DONNEES', {});
    await answered(phone, /mes-donnees/, {});
    const people = await owner.query('select from users where phone_number = $1', [phone]);
    expect(people.rowCount).toBe(1);
  });

  it('people of a time when they were not apart are told apart by a migration', async () => {
    const migration = await readFile(
      new URL('../../../migrations/0012_simulated_people.sql', import.meta.url),
      'utf8',
    );
    const person = async (phone: string, providerIds: readonly string[]) => {
      const { rows } = await owner.query<{ id: string }>(
        `with u as (insert into users (phone_number, role) values ($1, 'customer') returning id),
           a as (insert into customer_aliases (alias, user_id) select $1, id from u),
           c as (insert into conversations (user_id, chat_id, status) select id, substr($1, 2) || '@s.whatsapp.net', 'closed' from u returning id),
           m as (insert into messages (conversation_id, sender, content, provider_id, status) select c.id, 'user', 'x', p, 'received' from c, unnest($2::text[]) as p)
         select id from u`,
        [phone, providerIds],
      );
      return rows[0]!.id;
    };
    const played = await person('+24177200010', ['sim.a1', 'sim.a2']);
    const mixed = await person('+24177200011', ['sim.b1', 'wamid.b2']);
    const real = await person('+24177200012', ['wamid.c1']);
    await owner.query(migration);
    const { rows } = await owner.query<{ id: string; alias: string; chat_id: string }>(
      `select c.user_id as id, alias, chat_id from conversations c join customer_aliases a using (user_id) where c.user_id = any($1)`,
      [[played, mixed, real]],
    );
    expect(new Map(rows.map(({ id, alias, chat_id }) => [id, [alias, chat_id]]))).toEqual(
      new Map([
        [played, ['sim:+24177200010', '24177200010@simulator']],
        [mixed, ['+24177200011', '24177200011@s.whatsapp.net']],
        [real, ['+24177200012', '24177200012@s.whatsapp.net']],
      ]),
    );
  });
});
