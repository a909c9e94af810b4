import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, SERVICE_KEY, startRealLea, type RealLea } from '../../support/running-lea.ts';

let lea: RealLea;
let owner: pg.Client;

beforeAll(async () => {
  lea = await startRealLea();
  owner = new pg.Client({ connectionString: lea.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await lea.stop();
});

const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await owner.query<T>(sql, values)).rows;
const texts = (phone: string): readonly string[] =>
  lea.whapi.sent(`${phone}@s.whatsapp.net`).map(({ body }) => JSON.stringify(body));
const said = (phone: string, part: string) =>
  eventually(() => texts(phone).some((text) => text.includes(part)), `"${part}" to ${phone}`);
const consented = async (phone: string): Promise<void> => {
  await lea.write(phone, 'Bonjour');
  await said(phone, 'SUPPRIMER');
  await lea.write(phone, 'oui');
  await said(phone, 'Merci');
};
/** A new version of the settings; every replica takes it over within a second. */
const change = async (settings: Record<string, unknown>): Promise<void> => {
  await query('insert into settings (value) values ($1)', [settings]);
  await eventually(async () => {
    const headers = { authorization: `Bearer ${SERVICE_KEY}` };
    const answer = await fetch(`${lea.url}/functions/settings`, { headers });
    const { value } = (await answer.json()) as { value: Record<string, unknown> };
    return Object.entries(settings).every(([name, set]) => isDeepStrictEqual(value[name], set));
  }, 'the new settings');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
};

describe('a category whose replies an advisor approves', () => {
  const suggestions = (phone: string, status = 'suggested') =>
    query<{ id: string; conversation_id: string; content: string }>(
      `select m.id, m.conversation_id, m.content from messages m join conversations c on c.id = m.conversation_id
         join customer_aliases a using (user_id) where a.alias = $1 and m.status = $2 order by m.seq`,
      [`+${phone}`, status],
    );
  const asked = async (phone: string) => {
    await consented(phone);
    await lea.write(phone, 'je cherche un lait pour le corps');
    return eventually(async () => {
      const found = await suggestions(phone);
      return found.length > 0 ? found : null;
    }, 'the suggestion');
  };

  beforeAll(async () => {
    const rows = await query<{ category: string }>('select distinct category from products');
    await change({
      autonomy: Object.fromEntries(rows.map(({ category }) => [category, 'suggest'])),
    });
  });
  beforeEach(() => lea.whapi.reset());

  it('is suggested and not sent, goes out with one tap, and only once', async () => {
    const phone = '24174300001';
    const [first] = await asked(phone);
    expect(texts(phone).join()).not.toContain('FCFA');
    const [alert] = await query<{ handled_at: Date | null }>(
      `select handled_at from advisor_alerts where conversation_id = $1 and category = 'approval'`,
      [first!.conversation_id],
    );
    expect(alert).toEqual({ handled_at: null });
    const approved = await lea.call('approve-reply', { message_id: first!.id });
    expect(approved.status).toBe(200);
    await said(phone, 'FCFA');
    await said(phone, 'commander');
    expect(await suggestions(phone)).toEqual([]);
    const again = await lea.call('approve-reply', { message_id: first!.id });
    expect([again.status, again.body['code']]).toEqual([409, 'not_suggested']);
    expect(
      await query(`select from advisor_alerts where conversation_id = $1 and handled_at is null`, [
        first!.conversation_id,
      ]),
    ).toEqual([]);
  });

  it('says the advisor’s words where she changed them', async () => {
    const phone = '24174300002';
    const [first] = await asked(phone);
    const content = 'Je vous conseille plutôt de passer nous voir.';
    await lea.call('approve-reply', { message_id: first!.id, content });
    await said(phone, content);
  });

  it('is dropped when an advisor takes the conversation over', async () => {
    const phone = '24174300003';
    const [first] = await asked(phone);
    const { status } = await lea.call('send-message', {
      conversation_id: first!.conversation_id,
      content: 'Bonjour, je m’occupe de vous.',
    });
    expect(status).toBe(202);
    await said(phone, 'je m’occupe de vous');
    expect(await suggestions(phone)).toEqual([]);
    const late = await lea.call('approve-reply', { message_id: first!.id });
    expect(late.status).toBe(409);
    expect(texts(phone).join()).not.toContain('FCFA');
    expect((await suggestions(phone, 'dropped')).map(({ id }) => id)).toContain(first!.id);
  });
});

describe('the month’s budget for the model', () => {
  it('used up, the stub’s wording answers without a call, and the owner is told once', async () => {
    const phone = '24174300004';
    await change({ autonomy: {}, monthlyModelBudgetCfa: 100 });
    await consented(phone);
    await query(
      `insert into turns (outcome, started_at, model, model_calls, cost_milli_cfa) values ('recommended', now(), 'gpt-4o', 1, 100000)`,
    );
    const calls = lea.openai.requests.length;
    await lea.write(phone, 'je cherche un lait pour le corps');
    await said(phone, 'FCFA');
    expect(lea.openai.requests).toHaveLength(calls);
    const told = () => lea.smtp.mails.filter(({ raw }) => raw.includes('model_budget'));
    await eventually(() => told().length > 0, 'the mail to the owner', 60_000);
    await lea.write(phone, 'et moins cher ?');
    await eventually(
      async () => (await query(`select from turns where model = 'stub'`)).length >= 2,
      'the second answer',
    );
    expect(lea.openai.requests).toHaveLength(calls);
    expect(told()).toHaveLength(1);
  }, 120_000);
});
