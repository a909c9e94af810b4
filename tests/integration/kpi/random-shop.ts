import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A small generator, so that a failing run can be repeated. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const pick = <T>(next: (below: number) => number, values: readonly T[]): T =>
  values[next(values.length)]!;

/** Writes a random shop's months through plain SQL, as whatever part of Léa would; answers its customers. */
export async function randomShop(
  owner: pg.Client,
  options: {
    readonly seed: number;
    readonly conversations: number;
    readonly start: Date;
    readonly days: number;
  },
): Promise<readonly string[]> {
  const next = chance(options.seed);
  const later = (from: Date, hours: number): Date =>
    new Date(from.getTime() + next(hours * 3_600) * 1_000);
  const run = (sql: string, values: readonly unknown[]): Promise<unknown> =>
    owner.query(sql, values as unknown[]);
  const products = Array.from({ length: 8 }, () => randomUUID());
  for (const [index, id] of products.entries())
    await run('insert into products (id, name, price_cfa, stock_qty) values ($1, $2, 1000, 10)', [
      id,
      `Produit ${index}`,
    ]);
  const users = Array.from({ length: Math.ceil(options.conversations / 3) }, () => randomUUID());
  for (const id of users) await run(`insert into users (id, role) values ($1, 'customer')`, [id]);

  for (let index = 0; index < options.conversations; index += 1) {
    const id = randomUUID();
    const user = pick(next, users);
    const started = later(options.start, options.days * 24);
    await run(
      `insert into conversations (id, user_id, status, mode, started_at, last_message_at) values ($1, $2, 'closed', $3, $4, $4)`,
      [id, user, pick(next, ['assistant', 'assistant', 'assistant', 'human']), started],
    );
    // Turns happen one after the other.
    const times = Array.from({ length: next(4) }, () => later(started, 60)).toSorted(
      (x, y) => x.getTime() - y.getTime(),
    );
    for (const at of times) {
      await run(
        `insert into turns (conversation_id, user_id, started_at, outcome, cost_milli_cfa, response_ms) values ($1, $2, $3, $4, $5, $6)`,
        [
          id,
          user,
          at,
          pick(next, ['recommended', 'talked', 'silent', 'suggested']),
          next(5_000),
          pick(next, [null, next(9_000)]),
        ],
      );
      if (next(2) === 0)
        await run(
          'insert into recommendations (conversation_id, product_id, recommended_at) select $1, p, $3 from unnest($2::uuid[]) p',
          [id, [pick(next, products), pick(next, products)], at],
        );
    }
    for (let order = next(3); order > 0; order -= 1) {
      const orderId = randomUUID();
      const at = later(started, 48);
      await run(
        `insert into orders (id, conversation_id, user_id, order_link, status, created_at, amount_cfa, source) values ($1, $2, $3, 'x', 'pending', $4, $5, $6)`,
        [orderId, id, user, at, next(50_000), pick(next, ['assistant', 'human', 'campaign'])],
      );
      await run(
        'insert into order_items (order_id, line, product_id, name, quantity, unit_price_cfa) values ($1, 1, $2, $3, $4, 1000)',
        [orderId, pick(next, products), 'x', 1 + next(4)],
      );
      if (next(2) === 0)
        await run('update orders set clicks = 1, first_clicked_at = $2 where id = $1', [
          orderId,
          later(at, 5),
        ]);
      const outcome = pick(next, ['pending', 'completed', 'completed', 'cancelled']);
      if (outcome !== 'pending')
        await run(
          `update orders set status = $2::text, completed_at = case when $2::text = 'completed' then $3::timestamptz end, amount_cfa = amount_cfa + 100 where id = $1`,
          [orderId, outcome, later(at, 90)],
        );
      // Taken back by staff, whatever day it is by then.
      if (outcome === 'completed' && next(3) === 0)
        await run(
          `update orders set status = 'cancelled', cancelled_at = $2, updated_at = $2 where id = $1`,
          [orderId, later(at, 900)],
        );
    }
    if (next(4) === 0) await run(`update conversations set mode = 'waiting' where id = $1`, [id]);
    if (next(4) === 0) await run(`update conversations set mode = 'assistant' where id = $1`, [id]);
    if (next(4) === 0) await run(`update conversations set mode = 'human' where id = $1`, [id]);
    if (next(4) === 0)
      await run(
        'insert into advisor_alerts (conversation_id, reason, category, triggered_at, handled_at) values ($1, $2, $3, $4, now())',
        [id, 'x', pick(next, ['burn', 'manual', 'approval']), later(started, 20)],
      );
    if (next(5) === 0)
      await run(
        'insert into survey_answers (conversation_id, user_id, score, answered_at) values ($1, $2, $3, $4)',
        [id, user, 1 + next(5), later(started, 90)],
      );
    if (next(3) === 0)
      await run(
        'insert into unmet_demand (conversation_id, query, need_key, reason, asked_at) values ($1, $2, $3, $4, $5)',
        [
          id,
          'mots du client',
          pick(next, ['biberon', 'creme solaire', `unique ${id}`]),
          pick(next, ['not_found', 'out_of_stock']),
          later(started, 20),
        ],
      );
  }
  return users;
}
