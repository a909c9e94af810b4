import { createHmac } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackInteractionRequest } from '../../support/peers/slack-peer.ts';
import {
  CART_SECRET,
  eventually,
  SLACK_SECRET,
  startRealLea,
  WEBHOOK_SECRET,
  type RealLea,
} from '../../support/running-lea.ts';

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

const chat = (phone: string): string => `${phone}@s.whatsapp.net`;
const texts = (phone: string): readonly string[] =>
  lea.whapi.sent(chat(phone)).map(({ body }) => {
    const { body: words, caption } = body as { body?: string | { text: string }; caption?: string };
    return typeof words === 'object' ? words.text : (words ?? caption ?? '');
  });
const said = (phone: string, part: string, count = 1) =>
  eventually(
    () => texts(phone).filter((text) => text.includes(part)).length >= count,
    `"${part}" to ${phone}`,
  );
const query = async <T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<readonly T[]> => (await owner.query<T>(sql, values)).rows;
const conversationOf = async (phone: string): Promise<{ id: string; mode: string }> =>
  (
    await query<{ id: string; mode: string }>(
      `select c.id, c.mode from conversations c join customer_aliases a using (user_id) where a.alias = $1 and c.status = 'open'`,
      [`+${phone}`],
    )
  )[0]!;
const consented = async (phone: string): Promise<void> => {
  await lea.write(phone, 'Bonjour');
  await said(phone, 'SUPPRIMER');
  await lea.write(phone, 'oui');
  await said(phone, 'Merci');
};

describe('in production, with Whapi, an OpenAI-compatible model, mail and Slack', () => {
  it('asks for consent, then answers with products at their price, and nothing went to the model before', async () => {
    const phone = '24174100001';
    expect(
      await lea.write(phone, 'Bonjour je cherche une crème pour peau sèche, moins de 8000 F'),
    ).toBe(200);
    await said(phone, 'SUPPRIMER');
    expect(lea.openai.requests).toHaveLength(0);
    await lea.write(phone, 'OUI');
    // The question after the last card.
    await said(phone, 'souhaitez-vous commander');
    const shown = texts(phone).join('\n').replaceAll('\u00a0', ' ');
    const products = await query<{ name: string; price: number }>(
      'select name, coalesce(promo_price_cfa, price_cfa) as price from products',
    );
    const offered = products.filter(({ name }) => shown.includes(name));
    expect(offered.length).toBeGreaterThanOrEqual(1);
    for (const { price } of offered) expect(price).toBeLessThanOrEqual(8000);
    const pictures = lea.whapi.sent(chat(phone)).filter(({ type }) => type === 'image');
    expect(pictures.length).toBe(offered.length);
    for (const { body } of pictures) expect(body['media']).toMatch(/^data:image\/jpeg;base64,\/9j/);
    const [request] = lea.openai.requests;
    expect(JSON.stringify(request!.body)).not.toMatch(/24174100001|Zénobie|Canari/);
    expect(JSON.stringify(request!.body).length / 3).toBeLessThan(2_000);
  });

  it('answers twenty redeliveries with one row and one reply', async () => {
    const phone = '24174100002';
    const event = {
      messages: [
        {
          id: 'same-id',
          from_me: false,
          type: 'text',
          chat_id: chat(phone),
          timestamp: Math.floor(Date.now() / 1000),
          source: 'mobile',
          text: { body: 'Bonjour' },
          from: phone,
        },
      ],
      event: { type: 'messages', event: 'post' },
      channel_id: 'T',
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        lea.whapi.postWebhook(`${lea.url}/functions/v1/whatsapp-webhook`, event, WEBHOOK_SECRET),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await said(phone, 'SUPPRIMER');
    await lea.whapi.postWebhook(`${lea.url}/functions/whatsapp-webhook`, event, WEBHOOK_SECRET);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(texts(phone)).toHaveLength(1);
    expect(await query(`select from messages where provider_id = 'same-id'`)).toHaveLength(1);
  });

  it('refuses a wrong secret, broken JSON, a wrong shape and too much, and loses nothing', async () => {
    const post = (body: string, secret = WEBHOOK_SECRET) =>
      fetch(`${lea.url}/functions/whatsapp-webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-webhook-secret': secret },
        body,
      }).then((response) => response.status);
    expect(await post('{}', 'wrong')).toBe(401);
    expect(await post('{"messages":')).toBe(400);
    expect(await post('{"messages":"no"}')).toBe(400);
    expect(await post(JSON.stringify({ messages: [], filler: 'x'.repeat(1024 * 1024) }))).toBe(413);
    expect(
      (await lea.call('take-over', { conversation_id: '00000000-0000-4000-8000-000000000000' }))
        .status,
    ).toBe(404);
  });

  it('hands over: mail and Slack go out without the number, the button takes the conversation, Léa is silent', async () => {
    const phone = '24174100003';
    await consented(phone);
    await lea.write(phone, 'CONSEILLER');
    const mail = await eventually(
      () => lea.smtp.mails.find(({ raw }) => raw.length > 0),
      'the mail',
    );
    await eventually(
      () => lea.slack.calls.find(({ method }) => method === 'chat.postMessage'),
      'the Slack message',
    );
    expect(mail.raw + JSON.stringify(lea.slack.calls)).not.toMatch(/24174100003|Zénobie/);
    const [alert] = await query<{ id: string }>(
      `select id from advisor_alerts where handled_at is null and category = 'human_request' order by triggered_at desc limit 1`,
    );
    const press = slackInteractionRequest({
      signingSecret: SLACK_SECRET,
      now: new Date(),
      alertId: alert!.id,
    });
    const pressed = await fetch(`${lea.url}/functions/slack-interactions`, {
      method: 'POST',
      headers: press.headers,
      body: new Uint8Array(press.rawBody),
    });
    expect(pressed.status).toBe(200);
    await eventually(async () => (await conversationOf(phone)).mode === 'human', 'the takeover');
    const taken = await eventually(
      () => lea.slack.calls.find(({ method }) => method === 'chat.update'),
      'the corrected Slack message',
    );
    expect(JSON.stringify(taken.fields)).toContain(`/inbox/${(await conversationOf(phone)).id}|`);
    const before = texts(phone).length;
    await lea.write(phone, 'je cherche une crème solaire');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(texts(phone)).toHaveLength(before);
  });

  it('never sends a reply that a human’s word overtook while the model was thinking', async () => {
    const phone = '24174100004';
    await consented(phone);
    lea.openai.queue({
      kind: 'slow',
      milliseconds: 700,
      then: {
        kind: 'json',
        value: {
          kind: 'talk',
          message: 'Réponse trop tardive.',
          items: [],
          options: [],
          red_flag: 'none',
          red_flag_reason: null,
        },
      },
    });
    const asked = lea.openai.requests.length;
    await lea.write(phone, 'je cherche une crème solaire');
    await eventually(() => lea.openai.requests.length > asked, 'the model call');
    const { id } = await conversationOf(phone);
    expect(
      (await lea.call('send-message', { conversation_id: id, content: 'Bonjour, ici Awa.' }))
        .status,
    ).toBe(202);
    await said(phone, 'ici Awa');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(texts(phone).join()).not.toContain('tardive');
  });

  it.each([
    ['garbage', { kind: 'text', text: 'blabla {' } as const],
    ['a refusal', { kind: 'refusal' } as const],
    ['a cut answer', { kind: 'finish', reason: 'length' } as const],
    ['an error', { kind: 'status', status: 500 } as const],
    [
      'invented products, prices and links',
      {
        kind: 'json',
        value: {
          kind: 'recommend',
          message: 'Allez sur http://evil.example, 99 FCFA',
          items: [{ id: '00000000-0000-4000-8000-00000000dead', reason: 'Guérit tout pour 1 F' }],
          options: [],
          red_flag: 'none',
          red_flag_reason: null,
        },
      } as const,
    ],
  ])('%s of the model never shows to the customer', async (_name, script) => {
    const phone = `2417420${Math.floor(1000 + Math.random() * 8999)}`;
    await consented(phone);
    lea.openai.queue(script, script, script, script);
    const before = texts(phone).length;
    await lea.write(phone, 'un shampoing pour cheveux crépus');
    await eventually(() => texts(phone).length > before, 'a reply');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(texts(phone).slice(before).join('\n')).not.toMatch(/evil|99\s?FCFA|Guérit|blabla|dead/);
    lea.openai.reset();
  });

  it('walks from message to sale: order by number, signed callback, stock taken once, customer told', async () => {
    const phone = '24174100005';
    await consented(phone);
    await lea.write(phone, 'un shampoing pour cheveux crépus');
    await said(phone, 'commander');
    await lea.write(phone, '1');
    const link = await eventually(() => /\/o\/\w+/.exec(texts(phone).join('\n'))?.[0], 'the link');
    const visited = await fetch(`${lea.url}${link}`, { redirect: 'manual' });
    expect([visited.status, visited.headers.get('location')]).toEqual([
      302,
      expect.stringContaining('order_id='),
    ]);
    const [order] = await query<{ id: string; clicks: number }>(
      `select id, clicks from orders where code = $1`,
      [link.slice(3)],
    );
    expect(order!.clicks).toBe(1);
    const stockOf = async () =>
      (await query<{ stock: string }>(`select sum(stock_qty) as stock from products`))[0]!.stock;
    const before = Number(await stockOf());
    const report = (body: object, secret = CART_SECRET) => {
      const raw = JSON.stringify(body);
      return fetch(`${lea.url}/functions/order-status`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-signature': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`,
        },
        body: raw,
      }).then((response) => response.status);
    };
    expect(await report({ order_id: order!.id, status: 'completed' }, 'wrong')).toBe(401);
    expect(await report({ order_id: order!.id, status: 'completed' })).toBe(200);
    expect(await report({ order_id: order!.id, status: 'completed' })).toBe(200);
    expect(await report({ order_id: order!.id, status: 'cancelled' })).toBe(409);
    await said(phone, 'est confirmée');
    expect(Number(await stockOf())).toBe(before - 1);
  });

  it('erases everything on SUPPRIMER: a search through every table finds nothing', async () => {
    const phone = '24174100006';
    await consented(phone);
    await lea.write(phone, 'ma fille Eurydice-canari a la peau sèche, une crème svp');
    await said(phone, 'commander');
    await lea.write(phone, 'SUPPRIMER');
    await said(phone, 'effacées');
    const tables = await query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss', 'lea_auth')`,
    );
    await eventually(
      async () => (await query('select from erasure_confirmations')).length === 0,
      'the address to be dropped',
    );
    for (const { name } of tables) {
      const found = await query(`select from ${name} as t where t::text ilike any($1)`, [
        ['%24174100006%', '%eurydice%'],
      ]);
      expect([name, found.length]).toEqual([name, 0]);
    }
    expect(
      await query(`select from deletion_logs where requested_by = 'customer'`),
    ).not.toHaveLength(0);
    const again = await lea.call('delete-user-data', { phone_number: `+${phone}` }, 'DELETE');
    expect(again.status).toBe(404);
  });

  it('is ready, counted and documented', async () => {
    expect(await (await fetch(`${lea.url}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', worker: 'ok' },
    });
    expect(await (await fetch(`${lea.url}/metrics`)).text()).toContain('lea_turns_total');
    expect(
      ((await (await fetch(`${lea.url}/openapi.json`)).json()) as { openapi: string }).openapi,
    ).toMatch(/^3\.1/);
  });
});
