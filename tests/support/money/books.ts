/**
 * A shop's books as docs/commerce.md tells them, kept by hand: what Léa's figures, orders and stock are compared
 * with. On purpose it shares no code with Léa.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface BookProduct {
  readonly id: string;
  stock: number;
  price: number;
  promo: number | null;
  active: boolean;
}

export interface BookLine {
  readonly product: string;
  readonly pieces: number;
  readonly price: number;
}

export interface BookOrder {
  readonly id: string;
  /** Null once she was erased. */
  person: string | null;
  /** Null once it is gone. */
  conversation: string | null;
  readonly createdAt: number;
  status: 'pending' | 'completed' | 'cancelled';
  amount: number;
  source: 'assistant' | 'human' | 'campaign';
  lines: readonly BookLine[];
  completedAt: number | null;
  deliveredAt: number | null;
  /** What was really taken from the shelf, by product. */
  taken: Map<string, number>;
  /** Who told what, oldest first: `completed staff 6500`. */
  readonly events: string[];
  readonly reports: Set<string>;
}

export interface BookCoupon {
  readonly code: string;
  readonly person: string;
  readonly campaign: boolean;
  readonly from: string;
  readonly to: string;
  /** An order's id, or `no order`. */
  usedFor: string | null;
}

/** How far a conversation came; what it showed is kept once it is gone. */
export interface BookConversation {
  recommendedOn: string | null;
  orderedOn: string | null;
  clickedOn: string | null;
  /** Of the time when it went. */
  gone: { readonly completedOn: string | null } | null;
}

export interface Report {
  readonly order: string;
  readonly via: 'cart' | 'demo_cart';
  readonly status: BookOrder['status'];
  readonly amount: number | null;
  readonly deliveredAt: number | null;
}

export type Price = Pick<BookProduct, 'price' | 'promo'>;

/** The shop's day, an hour ahead of UTC all year. */
export const dayOf = (at: number): string => new Date(at + 60 * MINUTE).toISOString().slice(0, 10);
export const keyOf = (report: Report): string => JSON.stringify(report);
export const today = ({ price, promo }: Price): number => promo ?? price;
const sumOf = (lines: readonly BookLine[]): number =>
  lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0);
export const leaps = (before: Price, after: Price): boolean => {
  const leap = (from: number, to: number): boolean => Math.abs(to - from) > from / 2;
  return (
    leap(before.price, after.price) ||
    (after.promo !== null &&
      after.promo !== before.promo &&
      leap(before.promo ?? after.price, after.promo))
  );
};

export class Books {
  readonly products = new Map<string, BookProduct>();
  readonly orders: BookOrder[] = [];
  readonly coupons: BookCoupon[] = [];
  readonly conversations = new Map<string, BookConversation>();
  readonly changes: {
    readonly id: string;
    readonly of: readonly {
      readonly product: string;
      readonly before: Price;
      readonly after: Price;
    }[];
  }[] = [];

  /** One line for each product, at today's prices. */
  linesOf(
    wanted: readonly { readonly product: string; readonly pieces: number }[],
  ): readonly BookLine[] {
    const pieces = new Map<string, number>();
    for (const { product, pieces: more } of wanted)
      pieces.set(product, (pieces.get(product) ?? 0) + more);
    return [...pieces].map(([product, count]) => ({
      product,
      pieces: count,
      price: today(this.products.get(product)!),
    }));
  }

  sellable(lines: readonly BookLine[]): boolean {
    return lines.every(({ product, pieces }) => {
      const { active, stock } = this.products.get(product)!;
      return active && stock >= pieces;
    });
  }

  ordered(
    order: Pick<BookOrder, 'id' | 'person' | 'conversation' | 'source' | 'lines'> & {
      readonly amount?: number;
    },
    now: number,
  ): BookOrder {
    const made: BookOrder = {
      amount: sumOf(order.lines),
      ...order,
      createdAt: now,
      status: 'pending',
      completedAt: null,
      deliveredAt: null,
      taken: new Map(),
      events: [],
      reports: new Set(),
    };
    this.orders.push(made);
    const conversation = this.conversations.get(order.conversation!)!;
    conversation.orderedOn ??= dayOf(now);
    return made;
  }

  /** What "Vendu" is about: a sale that was told, an order that waits, or neither. */
  whatIsSold(
    person: string,
    lines: readonly BookLine[],
    paid: number | null,
    another: boolean,
    now: number,
  ): { readonly is: 'told' | 'waiting'; readonly order: BookOrder } | { readonly is: 'new' } {
    const amount = paid ?? sumOf(lines);
    const shares = (order: BookOrder): boolean =>
      order.lines.some(({ product }) => lines.some((line) => line.product === product));
    const own = this.orders.filter((order) => order.person === person).toReversed();
    const told = own.find((order) => {
      if (order.status !== 'completed') return false;
      const age = now - order.completedAt!;
      if (age > DAY) return false;
      if (order.lines.length > 0 && lines.length > 0) return shares(order);
      return order.amount === amount || age <= 30 * MINUTE;
    });
    if (told !== undefined && !another) return { is: 'told', order: told };
    const waiting = own.find(
      (order) =>
        order.status === 'pending' &&
        now - order.createdAt <= 7 * DAY &&
        (lines.length > 0 ? shares(order) : order.amount === amount),
    );
    return waiting === undefined ? { is: 'new' } : { is: 'waiting', order: waiting };
  }

  /** The products at the prices that the order promised. */
  soldOf(order: BookOrder, lines: readonly BookLine[], paid: number | null): void {
    if (lines.length > 0)
      order.lines = lines.map((line) => ({
        ...line,
        price: order.lines.find(({ product }) => product === line.product)?.price ?? line.price,
      }));
    order.amount = paid ?? sumOf(order.lines);
  }

  complete(order: BookOrder, now: number): void {
    order.status = 'completed';
    order.completedAt = now;
    for (const { product, pieces } of order.lines) {
      const shelf = this.products.get(product)!;
      const taken = Math.min(pieces, shelf.stock);
      shelf.stock -= taken;
      order.taken.set(product, taken);
    }
  }

  cancel(order: BookOrder): void {
    order.status = 'cancelled';
    for (const [product, pieces] of order.taken) this.products.get(product)!.stock += pieces;
    order.taken.clear();
    for (const coupon of this.coupons) if (coupon.usedFor === order.id) coupon.usedFor = null;
  }

  /** @returns the refusal, or null */
  reported(report: Report, now: number): string | null {
    const order = this.orders.find(({ id }) => id === report.order)!;
    if (order.status !== 'pending' && order.status !== report.status) return 'order_final';
    const key = report.via === 'cart' ? keyOf(report) : null;
    if (key !== null && order.reports.has(key)) return null;
    if (key !== null) order.reports.add(key);
    const settles = order.status !== report.status;
    const news = isNews(report.deliveredAt, order.deliveredAt, now);
    if (news) order.deliveredAt = report.deliveredAt;
    if (settles && report.amount !== null) order.amount = report.amount;
    if (settles && report.status === 'completed') this.complete(order, now);
    if (settles && report.status === 'cancelled') this.cancel(order);
    const kind = settles
      ? report.status
      : report.amount !== null && report.amount !== order.amount
        ? 'amount_differs'
        : news
          ? 'delivery'
          : 'reported';
    order.events.push(`${kind} ${report.via} ${report.amount}`);
    return null;
  }

  /** The first completed order of a conversation that stands, by day. */
  completedOn(id: string): string | null {
    const known = this.conversations.get(id)!;
    if (known.gone !== null) return known.gone.completedOn;
    const days = this.orders
      .filter(({ conversation, status }) => conversation === id && status === 'completed')
      .map(({ completedAt }) => dayOf(completedAt!));
    return days.toSorted()[0] ?? null;
  }

  conversationGone(id: string): void {
    const known = this.conversations.get(id)!;
    known.gone = { completedOn: this.completedOn(id) };
    for (const order of this.orders) if (order.conversation === id) order.conversation = null;
  }

  personGone(person: string): void {
    for (const order of this.orders) if (order.person === person) order.person = null;
    for (const coupon of [...this.coupons])
      if (coupon.person === person) this.coupons.splice(this.coupons.indexOf(coupon), 1);
  }
}

/** A later day, or one on which it was delivered after one that was only planned. */
function isNews(said: number | null, known: number | null, now: number): boolean {
  if (said === null || known === null) return said !== null;
  const isPlan = (day: number): boolean => day > now + DAY;
  return isPlan(said) === isPlan(known) ? said > known : isPlan(known);
}
