import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { dayOf, type BookOrder, type Books } from './books.ts';
import type { MoneyShop, Seen } from './shop.ts';

const DAY = 86_400_000;

/** Where the shop and the books differ, in words; nothing when all agrees. */
export async function disagreements(shop: MoneyShop, books: Books): Promise<readonly string[]> {
  const seen = await shop.seen();
  const found = [
    ...differs('products', seen.products, [...books.products.values()]),
    ...differs('orders', seen.orders.map(shownOf), books.orders.map(bookedOf)),
    ...differs(
      'coupons',
      seen.coupons,
      books.coupons.map(({ code, usedFor }) => ({ code, usedFor })),
    ),
    ...seen.orders.flatMap(storyOf),
    ...(await loyalty(shop, books, seen)),
    ...(await figures(shop, books)),
  ];
  const negative = [
    ...seen.products.flatMap(({ stock, price }) => [stock, price]),
    ...seen.orders.flatMap(({ amount, taken }) => [amount, ...Object.values(taken)]),
  ].some((number) => number < 0 || !Number.isInteger(number));
  return negative ? ['something is below nothing', ...found] : found;
}

function differs<T extends object>(
  what: string,
  seen: readonly T[],
  booked: readonly T[],
): readonly string[] {
  const lines = (rows: readonly T[]): readonly string[] =>
    rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted().concat(DEEP))).toSorted();
  const [is, should] = [lines(seen), lines(booked)];
  const wrong = is.filter((line) => !should.includes(line));
  const missing = should.filter((line) => !is.includes(line));
  return wrong.length + missing.length === 0 && is.length === should.length
    ? []
    : [
        `${what}: Léa has ${wrong.join(' ') || 'none'}, the books say ${missing.join(' ') || 'none'}`,
      ];
}
/** Names inside of rows, which `JSON.stringify` would leave out otherwise. */
const DEEP = ['product', 'pieces', 'price'];

const takenIn = (
  taken: Iterable<readonly [string, number]>,
): readonly { product: string; pieces: number }[] =>
  [...taken]
    .filter(([, pieces]) => pieces > 0)
    .map(([product, pieces]) => ({ product, pieces }))
    .toSorted((a, b) => (a.product < b.product ? -1 : 1));

const shownOf = ({ code: _, taken, ...order }: Seen['orders'][number]) => ({
  ...order,
  // An order that was taken back was completed all the same.
  completedAt: order.status === 'completed' ? order.completedAt : null,
  taken: takenIn(Object.entries(taken)),
});
const bookedOf = (order: BookOrder) => {
  const { id, person, conversation, status, amount, source, deliveredAt, lines, events } = order;
  return {
    id,
    person,
    conversation,
    status,
    amount,
    source,
    deliveredAt,
    lines,
    events,
    completedAt: status === 'completed' ? order.completedAt : null,
    taken: takenIn(order.taken),
  };
};

/** The history alone tells the state and, unless it came with the order, the amount. */
function storyOf({ id, status, amount, events }: Seen['orders'][number]): readonly string[] {
  const turns = events.map((event) => event.split(' ')).filter(([kind]) => kind === 'completed' || kind === 'cancelled'); // prettier-ignore
  const last = turns.at(-1);
  const told = last === undefined ? 'pending' : last[0];
  const wrong = told === status ? [] : [`the history of ${id} tells ${told}, and it is ${status}`];
  const paid = turns.findLast(([kind, , sum]) => kind === 'completed' && sum !== 'null')?.[2];
  return paid === undefined || Number(paid) === amount
    ? wrong
    : [...wrong, `the history of ${id} tells ${paid} francs, and it has ${amount}`];
}

async function loyalty({ lea }: MoneyShop, books: Books, seen: Seen): Promise<readonly string[]> {
  const now = lea.adapters.clock.now();
  const found: string[] = [];
  for (const person of seen.people) {
    const facts = await lea.adapters.uow.run(SERVICE, ({ coupons }) =>
      coupons.factsOf(person as UserId, now),
    );
    const own = books.orders.filter((order) => order.person === person && order.status === 'completed'); // prettier-ignore
    const ages = own.map(({ completedAt }) => (now.getTime() - completedAt!) / DAY);
    const year = own.filter((_, index) => ages[index]! < 365);
    const { daysSinceLastOrder, ordersLastYear, spentLastYearCfa } = facts;
    const is = { daysSinceLastOrder, ordersLastYear, spentLastYearCfa };
    const should = {
      daysSinceLastOrder: ages.length === 0 ? null : Math.floor(Math.min(...ages)),
      ordersLastYear: year.length,
      spentLastYearCfa: year.reduce((sum, { amount }) => sum + amount, 0),
    };
    found.push(...differs(`loyalty of ${person}`, [is], [should]));
  }
  return found;
}

/** The report's figures of the whole story, and day by day. */
async function figures({ lea, database }: MoneyShop, books: Books): Promise<readonly string[]> {
  if (database === null) return [];
  const to = dayOf(lea.adapters.clock.now().getTime());
  const report = await database.report('2026-11-01', to);
  const sales = books.orders.filter(({ status }) => status === 'completed');
  const sum = (of: readonly BookOrder[]): number => of.reduce((total, { amount }) => total + amount, 0); // prettier-ignore
  const bySource = (['assistant', 'human', 'campaign'] as const)
    .map((source) => ({ source, value: sum(sales.filter((order) => order.source === source)) }))
    .filter(({ value }) => value > 0);
  const pieces = new Map<string, number>();
  for (const { product, pieces: more } of sales.flatMap(({ lines }) => lines))
    pieces.set(product, (pieces.get(product) ?? 0) + more);
  const conversations = [...books.conversations].map(([id, known]) => ({ ...known, completedOn: books.completedOn(id) })); // prettier-ignore
  const reached = (step: 'recommendedOn' | 'orderedOn' | 'clickedOn' | 'completedOn'): number =>
    conversations.filter((one) => one[step] !== null).length;
  const converted = conversations.filter(({ recommendedOn, completedOn }) => recommendedOn !== null && completedOn !== null).length; // prettier-ignore
  const recommended = reached('recommendedOn');
  const days = Map.groupBy(sales, ({ completedAt }) => dayOf(completedAt!));
  const is = {
    sales: report.sales_cfa.value,
    orders: report.orders.value,
    conversion: report.conversion_rate.value,
    ...Object.fromEntries(report.funnel.map(({ step, value }) => [step, value])),
  };
  const should = {
    sales: sum(sales),
    orders: sales.length,
    conversion: recommended === 0 ? null : Number((converted / recommended).toFixed(4)),
    conversations: conversations.length,
    recommended,
    order_link: reached('orderedOn'),
    clicked: reached('clickedOn'),
    completed: reached('completedOn'),
  };
  return [
    ...differs('figures', [is], [should]),
    ...differs(
      'sales by source',
      report.sales_cfa.by_source.filter(({ value }) => value !== 0).map(({ source, value }) => ({ source, value })), // prettier-ignore
      bySource,
    ),
    ...differs(
      'pieces sold',
      report.top_products.filter(({ sold }) => sold !== 0).map(({ product_id: product, sold }) => ({ product, pieces: sold })), // prettier-ignore
      [...pieces].map(([product, count]) => ({ product, pieces: count })),
    ),
    ...differs(
      'days',
      report.days.filter((day) => day.orders !== 0 || day.sales_cfa !== 0).map(({ day, orders, sales_cfa: amount }) => ({ day, orders, amount })), // prettier-ignore
      [...days].map(([day, of]) => ({ day, orders: of.length, amount: sum(of) })),
    ),
  ];
}
