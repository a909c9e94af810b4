import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  eventually,
  startRealLea,
  WEBHOOK_SECRET,
  type RealLea,
} from '../../support/running-lea.ts';
import { PAYLOADS } from '../../unit/messaging/whapi-payloads.ts';
import { effort, PATIENCE_MS, SEED, tell } from './effort.ts';
import { nastyJson, nastyText } from './nasty-values.ts';

/**
 * Bodies at the webhook of a running installation: answered 200 or refused by 400, 401, 413 or 429, and never by
 * 5xx.
 */
const BODIES = effort('WEBHOOK', { short: 500, long: 10_000 });
const AT_ONCE = 8;

let lea: RealLea;
let owner: pg.Pool;
beforeAll(async () => {
  lea = await startRealLea({ LLM: 'stub' });
  owner = new pg.Pool({ connectionString: lea.database.ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner?.end();
  await lea?.stop();
});

const TYPES = [
  'text',
  'reply',
  'voice',
  'audio',
  'image',
  'video',
  'document',
  'location',
  'contact',
  'action',
  'order',
  'poll',
  'sticker',
  'x',
];
const chat = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 24174500000, max: 24174500040 })
      .map((number) => `${number}@s.whatsapp.net`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '123456789012345@lid',
      '1203630@g.us',
      'status@broadcast',
      '1@newsletter',
    ),
  },
  { weight: 1, arbitrary: nastyText },
);
const loosely = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: nastyJson });
const message = fc
  .record(
    {
      id: loosely(fc.stringMatching(/^[0-9A-Za-z_-]{6,30}$/)),
      type: loosely(fc.constantFrom(...TYPES)),
      chat_id: loosely(chat),
      from: loosely(fc.constant('24174500000')),
      from_me: loosely(fc.boolean()),
      source: loosely(fc.constantFrom('mobile', 'web', 'api', 'system')),
      timestamp: loosely(fc.oneof(fc.constant(1_795_000_000), fc.integer(), fc.double())),
      from_name: loosely(nastyText),
      inner: loosely(
        fc.oneof(
          fc.record({ body: loosely(nastyText) }),
          fc.record({
            id: nastyText,
            link: loosely(
              fc.constantFrom(
                'http://127.0.0.1:1/a',
                'http://169.254.169.254/',
                'file:///etc/passwd',
              ),
            ),
            mime_type: loosely(fc.constantFrom('image/png', 'audio/ogg')),
            file_size: loosely(fc.integer()),
          }),
          fc.record({
            type: fc.constantFrom('buttons_reply', 'list_reply'),
            buttons_reply: loosely(fc.record({ id: nastyText, title: nastyText })),
          }),
          fc.record({
            type: fc.constantFrom('edit', 'delete'),
            target: nastyText,
            edited_content: loosely(fc.record({ body: nastyText })),
          }),
        ),
      ),
    },
    { requiredKeys: ['inner'] },
  )
  .map(({ inner, ...rest }) => ({
    ...rest,
    [typeof rest.type === 'string' ? rest.type : 'text']: inner,
  }));
const documented = fc
  .tuple(fc.constantFrom(...Object.values(PAYLOADS)), fc.nat(), nastyJson)
  .map(([json, at, value]) => {
    // One value anywhere in a documented body is exchanged.
    let index = 0;
    const places = (JSON.stringify(JSON.parse(json)).match(/"[^"]*":/g) ?? []).length;
    return JSON.parse(json, (key: string, old: unknown) =>
      key !== '' && index++ === at % Math.max(1, places) ? value : old,
    ) as unknown;
  });
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        messages: fc.array(
          fc.oneof({ weight: 5, arbitrary: message }, { weight: 1, arbitrary: nastyJson }),
          { minLength: 1, maxLength: 4 },
        ),
        event: fc.constant({ type: 'messages', event: 'post' }),
      })
      .map((value) => JSON.stringify(value)),
  },
  { weight: 4, arbitrary: documented.map((value) => JSON.stringify(value) ?? '') },
  {
    weight: 2,
    arbitrary: fc
      .record({
        statuses: fc.array(
          fc.record({
            id: loosely(nastyText),
            status: loosely(fc.constantFrom('sent', 'delivered', 'read', 'failed')),
            recipient_id: loosely(chat),
            timestamp: loosely(fc.integer()),
          }),
          { maxLength: 3 },
        ),
        event: fc.constant({ type: 'statuses', event: 'post' }),
      })
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: nastyJson.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: nastyText },
  {
    weight: 1,
    arbitrary: fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => Buffer.from(bytes).toString('latin1')),
  },
);
const secret = fc.oneof(
  { weight: 12, arbitrary: fc.constant<string | null>(WEBHOOK_SECRET) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      null,
      '',
      WEBHOOK_SECRET.slice(1),
      `${WEBHOOK_SECRET}x`,
      WEBHOOK_SECRET.toUpperCase(),
    ),
  },
);

it(
  `takes or refuses ${BODIES} bodies, and answers none by 5xx`,
  { timeout: PATIENCE_MS },
  async () => {
    const shots = fc.sample(fc.record({ body, secret }), { numRuns: BODIES, seed: SEED });
    const answers = new Map<number, number>();
    const wrong: { status: number; body: string; secret: string | null }[] = [];
    const queue = [...shots];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let shot = queue.shift(); shot !== undefined; shot = queue.shift()) {
          const response = await fetch(`${lea.url}/functions/whatsapp-webhook`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              ...(shot.secret === null ? {} : { 'x-webhook-secret': shot.secret }),
            },
            body: shot.body,
          });
          await response.arrayBuffer();
          const { status } = response;
          answers.set(status, (answers.get(status) ?? 0) + 1);
          const fits =
            shot.secret === WEBHOOK_SECRET
              ? [200, 400, 413].includes(status)
              : [401, 429].includes(status);
          if (!fits) wrong.push({ status, body: shot.body.slice(0, 1_000), secret: shot.secret });
        }
      }),
    );
    tell('webhook', { bodies: BODIES, seed: SEED, answers: Object.fromEntries(answers) });
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(answers.get(200) ?? 0).toBeGreaterThan(BODIES / 3);
    expect(answers.get(400) ?? 0).toBeGreaterThan(0);
    expect(answers.get(401) ?? 0).toBeGreaterThan(0);
  },
);

it(
  'lets nobody wait behind what it was fed: the next customer is answered',
  { timeout: PATIENCE_MS },
  async () => {
    const phone = '24174599999';
    expect(await lea.write(phone, 'Bonjour')).toBe(200);
    await eventually(
      () => lea.whapi.sent(`${phone}@s.whatsapp.net`).length > 0,
      'an answer',
      120_000,
    );
    await eventually(
      async () =>
        (
          await owner.query(
            `select from conversations where due_at < now() - interval '30 seconds' and dead_at is null`,
          )
        ).rowCount === 0,
      'nothing left behind',
      120_000,
    );
    const { rows } = await owner.query<{ dead: number }>(
      'select count(*)::int as dead from conversations where dead_at is not null',
    );
    expect(rows).toEqual([{ dead: 0 }]);
  },
);
