import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';
import { seen, times } from '../../support/fault-scale.ts';
import { eventually } from '../../support/running-lea.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { customersOf, openKilledShop, type KilledShop } from './killed-shop.ts';

const KILLS = times('STAFF_KILLS', 1, 20);
const PATIENCE_MS = 120_000;
/** Requests of one kind that are under way at once. */
const AT_ONCE = 3;

let shop: KilledShop;
let media: LocalMediaStore;

beforeAll(async () => {
  const dataDir = scratchFolder('killed');
  media = new LocalMediaStore({ directory: path.join(dataDir, 'media') });
  shop = await openKilledShop({ latencyMs: 5, environment: { DATA_DIR: dataDir } });
}, 120_000);
afterEach(() => shop.kill());
afterAll(() => shop.close());

describe('kill -9 while coupons are given and used', { timeout: 240_000 + KILLS * 60_000 }, () => {
  it(`gives each customer one coupon, and each coupon away once, over ${KILLS} kills of each`, async () => {
    const customers = await customersOf(shop, KILLS * 4, 5);
    // Enough for everybody.
    await shop.owner.query(`insert into settings (value) values ($1)`, [
      JSON.stringify({
        couponRules: {
          tiers: [{ minScore: 20, discountPct: 10 }],
          monthlyBudgetCfa: 100_000_000,
          validDays: 30,
          cooldownDays: 30,
          maxPerYear: 6,
        },
      }),
    ]);
    const answers: { readonly user: string; readonly status: number }[] = [];
    const give = async (user: string): Promise<void> => {
      const answer = await shop.call('POST', '/functions/generate-coupon', { user_id: user });
      if (answer !== null) answers.push({ user, status: answer.status });
    };
    const killAfter = async (
      done: () => boolean,
      work: readonly Promise<void>[],
    ): Promise<void> => {
      await eventually(done, 'the first answers', PATIENCE_MS);
      await shop.kill();
      await Promise.all(work);
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await shop.start();
      const before = answers.length;
      const wanted = customers
        .slice(kill * 4, kill * 4 + 4)
        .flatMap(({ id }) => Array<string>(AT_ONCE).fill(id));
      await killAfter(() => answers.length > before + (kill % 4), wanted.map(give));
    }
    await shop.start();
    // Whoever was answered nothing asks again; whoever was given one is not given another.
    for (const { id } of customers) await give(id);
    const coupons = await shop.rows<{ id: string; user_id: string; code: string }>(
      'select id, user_id, code from loyalty_coupons',
    );
    expect(coupons.map(({ user_id }) => user_id).toSorted()).toEqual(
      customers.map(({ id }) => id).toSorted(),
    );
    for (const { id } of customers)
      expect(
        answers.filter(({ user, status }) => user === id && status === 201).length,
      ).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => ![201, 422].includes(status))).toEqual([]);

    const used: { readonly code: string; readonly order: string; readonly status: number }[] = [];
    const orders = await shop.rows<{ id: string; user_id: string }>(
      'select id, user_id from orders',
    );
    const use = async (
      { code, user_id }: { code: string; user_id: string },
      nth: number,
    ): Promise<void> => {
      const order = orders.filter((one) => one.user_id === user_id)[nth]!.id;
      const answer = await shop.call('POST', '/functions/redeem-coupon', { code, order_id: order });
      if (answer !== null) used.push({ code, order, status: answer.status });
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await shop.start();
      const before = used.length;
      const work = coupons
        .slice(kill * 4, kill * 4 + 4)
        .flatMap((coupon) => Array.from({ length: AT_ONCE }, (_, nth) => use(coupon, nth)));
      await killAfter(() => used.length > before + (kill % 4), work);
    }
    await shop.start();
    for (const coupon of coupons) await use(coupon, 0);
    expect(used.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    const kept = await shop.rows<{ code: string; used: boolean; order_id: string }>(
      'select code, used, order_id from loyalty_coupons',
    );
    expect(kept.filter((coupon) => !coupon.used || coupon.order_id === null)).toEqual([]);
    for (const { code, order_id } of kept) {
      const won = used.filter((one) => one.code === code && one.status === 200);
      expect(won.length).toBeLessThanOrEqual(1);
      for (const { order } of won) expect(order).toBe(order_id);
    }
    expect(
      await shop.rows(
        `select coupon_id from orders where coupon_id is not null group by coupon_id having count(*) > 1`,
      ),
    ).toEqual([]);
    seen(
      `kill -9 while coupons are given and used, ${KILLS} times each`,
      `${coupons.length} customers, 1 coupon each, each used once, for the order that was told`,
    );
  });
});

describe('kill -9 during an import', { timeout: 240_000 + KILLS * 60_000 }, () => {
  const LINES = times('IMPORT_LINES', 3_000, 10_000);

  it(`leaves all of ${LINES} lines or none, over ${KILLS} kills`, async () => {
    const ids = Array.from({ length: LINES }, () => randomUUID());
    await shop.owner.query(
      `insert into products (id, name, category, price_cfa, stock_qty) select id, 'Ancien ' || n, 'Import', 1000, 5 from unnest($1::uuid[]) with ordinality as p (id, n)`,
      [ids.slice(0, LINES / 2)],
    );
    const csv = [
      'id,name,category,price_cfa,stock_qty',
      ...ids.map((id, n) => `${id},Nouveau ${n},Import,1200,7`),
    ].join('\n');
    const found = async () => {
      const [row] = await shop.rows<{ all: number; old: number; new: number }>(
        `select count(*)::int as all, count(*) filter (where price_cfa = 1000)::int as old, count(*) filter (where price_cfa = 1200)::int as new from products where category = 'Import'`,
      );
      return row!;
    };
    const before = { all: LINES / 2, old: LINES / 2, new: 0 };
    const after = { all: LINES, old: 0, new: LINES };
    let none = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const token = await shop.adminToken();
      const imported = shop.call('POST', '/functions/import-products', csv, token);
      // While it reads the file, judges its lines, or writes them.
      await Promise.race([imported, sleep(100 + (kill * 1_500) / KILLS)]);
      await shop.kill();
      const answer = await imported;
      const now = await found();
      if (answer?.status === 200) expect(now).toEqual(after);
      else expect([before, after]).toContainEqual(now);
      if (now.new === 0) none += 1;
      else
        await shop.owner.query(
          `delete from products where id = any($1); `.replace(
            '$1',
            `'{${ids.slice(LINES / 2).join(',')}}'::uuid[]`,
          ) +
            `update products set price_cfa = 1000, name = 'Ancien', stock_qty = 5 where category = 'Import'`,
        );
    }
    const token = await shop.adminToken();
    expect((await shop.call('POST', '/functions/import-products', csv, token))?.status).toBe(200);
    expect(await found()).toEqual(after);
    seen(
      `kill -9 during an import of ${LINES} lines, ${KILLS} times`,
      `${none} times nothing, ${KILLS - none} times all of it, never a part; done in full at the next try`,
    );
  });
});

describe('kill -9 during an erasure', { timeout: 240_000 + KILLS * 60_000 }, () => {
  const MESSAGES = times('ERASURE_MESSAGES', 2_000, 20_000);
  const CANARY = 'zinzolin-canari';
  const FILES = 20;

  async function aPerson(nth: number): Promise<{ readonly id: string; readonly chatId: string }> {
    const phone = `+2417${7_000_000 + nth}`;
    const chatId = `${phone.slice(1)}@s.whatsapp.net`;
    const [row] = await shop.rows<{ id: string }>(
      `with person as (insert into users (phone_number, name, role, service_consent) values ($1, $2, 'customer', true) returning id),
       alias as (insert into customer_aliases (alias, user_id) select $1, id from person),
       chat as (insert into conversations (user_id, status, ended_at, chat_id, last_message_at) select id, 'closed', now(), $3, now() from person returning id, user_id),
       said as (insert into messages (conversation_id, sender, content, provider_id, handled_at)
         select id, 'user', $2 || ' ' || n, $2 || '.' || $1 || '.' || n, now() from chat, generate_series(1, $4::int) as n)
       select id from person`,
      [phone, CANARY, chatId, MESSAGES],
    );
    for (let file = 0; file < FILES; file += 1)
      await media.put(`customers/${row!.id}/${file}`, Buffer.from(CANARY), 'text/plain');
    return { id: row!.id, chatId };
  }

  /** Where the words still stand: every column of every table, the jobs' included. */
  async function traces(words: string): Promise<readonly string[]> {
    const tables = await shop.rows<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'lea_auth', 'pgboss')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const hits = await shop.rows(
        `select from ${name} t where t::text like '%' || $1 || '%' limit 1`,
        [words],
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  }

  it(`erases all or nothing, and at last everything, over ${KILLS} kills`, async () => {
    let whole = 0;
    const people: { readonly id: string; readonly chatId: string }[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const person = await aPerson(kill);
      people.push(person);
      await shop.start();
      const erased = shop.call('DELETE', '/functions/delete-user-data', { user_id: person.id });
      await Promise.race([erased, sleep(20 + (kill * 600) / KILLS)]);
      await shop.kill();
      const answer = await erased;
      const [left] = await shop.rows<{ users: number; messages: number; proofs: number }>(
        `select (select count(*)::int from users where id = $1) as users,
           (select count(*)::int from messages m join conversations c on c.id = m.conversation_id where c.chat_id = $2) as messages,
           (select count(*)::int from deletion_logs) as proofs`,
        [person.id, person.chatId],
      );
      const gone = { users: 0, messages: 0, proofs: whole + 1 };
      if (answer?.status === 200) expect(left).toEqual(gone);
      else expect([{ users: 1, messages: MESSAGES, proofs: whole }, gone]).toContainEqual(left);
      if (left!.users === 0) whole += 1;
      else {
        await shop.start();
        expect(
          (await shop.call('DELETE', '/functions/delete-user-data', { user_id: person.id }))
            ?.status,
        ).toBe(200);
        whole += 1;
        // Right after the answer, with the files still to be removed.
        await shop.kill();
      }
    }
    await shop.start();
    for (const { id } of people)
      expect(
        (await shop.call('DELETE', '/functions/delete-user-data', { user_id: id }))?.status,
      ).toBe(404);
    await eventually(
      async () => (await media.list('customers/')).length === 0,
      'the files to be gone',
      PATIENCE_MS,
    );
    expect(await traces(CANARY)).toEqual([]);
    for (const { chatId } of people) expect(await traces(chatId.slice(0, 11))).toEqual([]);
    expect(await shop.rows('select id from deletion_logs')).toHaveLength(KILLS);
    seen(
      `kill -9 during an erasure of ${MESSAGES} messages and ${FILES} files, ${KILLS} times`,
      'never a part; files gone after the next start, 0 traces in any table, 1 line of proof each',
    );
  });
});
