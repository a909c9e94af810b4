import type { ImportLine } from '../../../src/application/catalogue/import-products.ts';
import type { ProductId } from '../../../src/domain/catalogue/product.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import type { OrderId } from '../../../src/domain/order/order.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { aCampaignMessage, aCoupon, aUserId } from '../builders.ts';
import { say } from '../harness.ts';
import {
  Books,
  dayOf,
  keyOf,
  leaps,
  today,
  type BookOrder,
  type Price,
  type Report,
} from './books.ts';
import { disagreements } from './compare.ts';
import type { MoneyShop, Seen } from './shop.ts';
import { PAUSES, type Lines, type Step } from './steps.ts';

const PHONES = ['+24174000001', '+24174000002'] as const;
const ADMIN: Actor = { kind: 'staff', userId: aUserId(), role: 'admin' };
const CAMPAIGN = '0190a1b2-0000-7000-8000-0000000000c1';
const DAY_MS = 86_400_000;

/** Plays a story in a shop and keeps books beside it. @throws Error with the story so far where the two disagree */
export async function playStory(
  shop: MoneyShop,
  steps: readonly Step[],
  often: boolean,
): Promise<void> {
  const teller = new Teller(shop);
  const told: string[] = [];
  const fail = (what: string): never => {
    throw new Error(teller.readable(`${what}\n${told.join('\n')}`));
  };
  await teller.opens();
  for (const step of steps) {
    const { pause, does, ...how } = step;
    const words = `${told.length + 1}. after ${pause}: ${does} ${JSON.stringify(how)}`;
    const outcome = await teller.plays(step).catch((error: unknown) => {
      told.push(words);
      return fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
    told.push(`${words} → ${outcome}`);
    if (!often && does !== 'folds') continue;
    for (const one of await disagreements(shop, teller.books)) fail(one);
  }
  for (const one of await disagreements(shop, teller.books)) fail(one);
}

class Teller {
  readonly books = new Books();
  readonly #shop: MoneyShop;
  readonly #shelf: string[] = [];
  readonly #reports: Report[] = [];
  #campaign = false;

  constructor(shop: MoneyShop) {
    this.#shop = shop;
  }

  async opens(): Promise<void> {
    for (const { id, ...product } of (await this.#shop.seen()).products) {
      this.books.products.set(id, { id, ...product });
      this.#shelf.push(id);
    }
    // In the order of their making, whatever the database answers first.
    this.#shelf.sort(
      (a, b) => this.books.products.get(b)!.stock - this.books.products.get(a)!.stock,
    );
  }

  /** With `product 0` and `order 1` for their ids. */
  readable(text: string): string {
    const names = new Map<string, string>();
    const name = (what: string, ids: Iterable<string>): void => {
      for (const [index, id] of [...ids].entries()) names.set(id, `${what} ${index}`);
    };
    name('product', this.#shelf);
    name(
      'order',
      this.books.orders.map(({ id }) => id),
    );
    name('conversation', this.books.conversations.keys());
    return text.replaceAll(/[0-9a-f-]{36}/g, (id) => names.get(id) ?? id);
  }

  /** Does it, writes it into the books, and says what came of it. */
  async plays(step: Step): Promise<string> {
    this.#shop.lea.pass(PAUSES[step.pause]);
    switch (step.does) {
      case 'asks':
        await this.#says(step.who, 'je cherche une crème hydratante pour le visage');
        return 'asked';
      case 'says 1':
        return this.#buys(step.who, () => this.#says(step.who, '1'), null);
      case 'taps order': {
        const product = this.#shelf[step.what]!;
        return this.#buys(
          step.who,
          () => this.#says(step.who, 'Commander', `order:${product}`),
          product,
        );
      }
      case 'link':
        return this.#link(step.who, step.lines);
      case 'sold':
        return this.#sold(step);
      case 'clicks':
        return this.#clicks(step.order);
      case 'cart': {
        const order = this.#order(step.order);
        if (order === null) return 'no order';
        const { via, status, amount, delivered } = step;
        // The demo's cart has two buttons and nothing else.
        const demo = via === 'demo_cart';
        const report: Report = {
          order: order.id,
          via,
          status: demo && status === 'pending' ? 'completed' : status,
          amount: demo ? null : amount,
          deliveredAt: demo || delivered === null ? null : START + delivered * DAY_MS,
        };
        this.#reports.push(report);
        return this.#cart(report);
      }
      case 'cart again': {
        const report = nth(this.#reports, step.report);
        return report === null ? 'no report' : this.#cart(report);
      }
      case 'cancels':
        return this.#cancels(step.order);
      case 'coupon':
        return this.#coupon(step.who, step.from);
      case 'redeems':
        return this.#redeems(step.coupon, step.order);
      case 'erased':
        return this.#erased(step.who, step.by);
      case 'retention':
        return this.#retention();
      case 'folds':
        await this.#shop.database?.fold();
        return 'folded';
      default:
        return this.#catalogue(step);
    }
  }

  #now(): number {
    return this.#shop.lea.adapters.clock.now().getTime();
  }

  #order(index: number): BookOrder | null {
    return nth(this.books.orders, index);
  }

  async #person(who: number): Promise<{ person: string; conversation: string }> {
    const phone = PHONES[who]!;
    let found = await this.#shop.find(phone);
    if (found?.conversation == null) {
      const isNew = found === null;
      await say(this.#shop.lea, phone, 'Bonjour');
      if (isNew) await say(this.#shop.lea, phone, 'OUI');
      found = await this.#shop.find(phone);
    }
    const { person, conversation } = found!;
    if (!this.books.conversations.has(conversation!))
      this.books.conversations.set(conversation!, { recommendedOn: null, orderedOn: null, clickedOn: null, gone: null }); // prettier-ignore
    return { person, conversation: conversation! };
  }

  async #says(who: number, text: string, button?: string): Promise<void> {
    await this.#person(who);
    await say(this.#shop.lea, PHONES[who]!, text, button === undefined ? {} : { button });
    await this.#person(who);
    // What Léa showed is hers to choose; when she first did is read from what she kept.
    for (const { conversation, at } of (await this.#shop.seen()).recommended) {
      const known = this.books.conversations.get(conversation)!;
      const day = dayOf(at);
      if (known.recommendedOn === null || day < known.recommendedOn) known.recommendedOn = day;
    }
  }

  /** A customer orders one piece with Léa: of `product`, or, where it is null, of whatever was offered. */
  async #buys(who: number, speaks: () => Promise<void>, product: string | null): Promise<string> {
    const before = new Set(this.books.orders.map(({ id }) => id));
    const { person } = await this.#person(who);
    const wanted = product !== null && this.books.products.has(product) ? product : null;
    const expected = wanted !== null && this.books.sellable(this.books.linesOf([{ product: wanted, pieces: 1 }])); // prettier-ignore
    const justNow = this.books.orders.some(
      ({ person: of, createdAt }) => of === person && this.#now() - createdAt < 120_000,
    );
    await speaks();
    // After a day of quiet she began another one.
    const { conversation } = await this.#person(who);
    const made = (await this.#shop.seen()).orders.filter(({ id }) => !before.has(id));
    if (made.length > 1) throw new Error('two orders at once');
    // A second tap within a minute may be the thumb's.
    if (product !== null && !justNow && (made.length === 1) !== expected)
      throw new Error(expected ? 'nothing was ordered' : 'what cannot be sold was ordered');
    const [order] = made;
    if (order === undefined) return 'no order';
    const [line, ...others] = order.lines;
    if (line === undefined || others.length > 0 || line.pieces !== 1) throw new Error('one piece was meant'); // prettier-ignore
    if (product !== null && line.product !== product) throw new Error('another product was ordered'); // prettier-ignore
    const lines = this.books.linesOf([{ product: line.product, pieces: 1 }]);
    if (!this.books.sellable(lines)) throw new Error('what cannot be sold was ordered');
    // Seconds pass while she is answered; the order says when it was made.
    this.books.ordered({ id: order.id, person, conversation, source: 'assistant', lines }, this.#now()); // prettier-ignore
    return `order of ${lines[0]!.price}`;
  }

  #wanted(lines: Lines): { product: string; pieces: number }[] {
    return lines.map(({ what, pieces }) => ({ product: this.#shelf[what]!, pieces }));
  }

  async #link(who: number, given: Lines): Promise<string> {
    const { person, conversation } = await this.#person(who);
    const wanted = this.#wanted(given);
    const here = wanted.every(({ product }) => this.books.products.has(product));
    const lines = here ? this.books.linesOf(wanted) : [];
    const refusal = !here
      ? 'product_not_found'
      : this.books.sellable(lines)
        ? null
        : 'out_of_stock';
    const outcome = await this.#does(refusal, () =>
      this.#shop.lea.parts.createOrderLink.execute({
        actor: ADMIN,
        conversationId: conversation as ConversationId,
        items: wanted.map(({ product, pieces }) => ({ productId: product as ProductId, quantity: pieces })), // prettier-ignore
      }),
    );
    if (typeof outcome === 'string') return outcome;
    const made = this.books.ordered({ id: outcome.orderId, person, conversation, source: 'human', lines }, this.#now()); // prettier-ignore
    made.events.push(`created staff ${made.amount}`);
    return `order of ${made.amount}`;
  }

  async #sold(step: Extract<Step, { does: 'sold' }>): Promise<string> {
    const { person, conversation } = await this.#person(step.who);
    const wanted = this.#wanted(step.lines);
    const here = wanted.every(({ product }) => this.books.products.has(product));
    const lines = here ? this.books.linesOf(wanted) : [];
    const now = this.#now();
    const sale = this.books.whatIsSold(person, lines, step.paid, step.another, now);
    const refusal = !here
      ? 'product_not_found'
      : lines.length === 0 && step.paid === null
        ? 'amount_needed'
        : sale.is === 'told'
          ? 'already_sold'
          : null;
    const outcome = await this.#does(refusal, () =>
      this.#shop.lea.parts.markSold.execute({
        actor: ADMIN,
        conversationId: conversation as ConversationId,
        items: wanted.map(({ product, pieces }) => ({ productId: product as ProductId, quantity: pieces })), // prettier-ignore
        amountCfa: step.paid ?? undefined,
        anotherSale: step.another,
      }),
    );
    if (typeof outcome === 'string') return outcome;
    if (sale.is === 'waiting' && outcome.orderId !== sale.order.id)
      throw new Error('an order waited for just this, and another one was completed');
    const order =
      sale.is === 'new'
        ? this.books.ordered({ id: outcome.orderId, person, conversation, source: 'human', lines }, now) // prettier-ignore
        : sale.order;
    this.books.soldOf(order, lines, step.paid);
    this.books.complete(order, now);
    order.events.push(`completed staff ${order.amount}`);
    return `${sale.is === 'new' ? 'new sale' : 'waiting order sold'} of ${order.amount}`;
  }

  async #clicks(index: number): Promise<string> {
    const order = this.#order(index);
    if (order === null) return 'no order';
    const code = (await this.#shop.seen()).orders.find(({ id }) => id === order.id)!.code;
    await this.#shop.lea.parts.followOrderLink.execute({ code });
    if (order.conversation !== null)
      this.books.conversations.get(order.conversation)!.clickedOn ??= dayOf(this.#now());
    return 'clicked';
  }

  async #cart(report: Report): Promise<string> {
    const refusal = this.books.reported(report, this.#now());
    const outcome = await this.#does(refusal, () =>
      this.#shop.lea.parts.settleOrder.execute({
        orderId: report.order as OrderId,
        via: report.via,
        status: report.status,
        ...(report.amount === null ? {} : { amountCfa: report.amount }),
        ...(report.deliveredAt === null ? {} : { deliveredAt: new Date(report.deliveredAt) }),
        ...(report.via === 'cart' ? { reportKey: keyOf(report) } : {}),
      }),
    );
    await this.#shop.lea.settle();
    return typeof outcome === 'string' ? outcome : 'heard';
  }

  async #cancels(index: number): Promise<string> {
    const order = this.#order(index);
    if (order === null) return 'no order';
    const changed = order.status !== 'cancelled';
    await this.#does(null, () =>
      this.#shop.lea.parts.cancelOrder.execute({
        actor: ADMIN,
        orderId: order.id as OrderId,
        reason: 'notée deux fois',
      }),
    );
    if (!changed) return 'was cancelled before';
    this.books.cancel(order);
    order.events.push(`cancelled staff ${order.amount}`);
    return 'cancelled';
  }

  async #coupon(who: number, from: 'campaign' | 'loyalty'): Promise<string> {
    const { lea } = this.#shop;
    const { person } = await this.#person(who);
    if (from === 'loyalty') {
      const issued = await lea.parts.issueCoupon.execute({
        actor: ADMIN,
        userId: person as UserId,
      });
      if (issued.kind !== 'issued') return 'not eligible';
      const { code, validFrom, validTo } = issued.coupon;
      this.books.coupons.push({ code, person, campaign: false, from: validFrom, to: validTo, usedFor: null }); // prettier-ignore
      return 'issued';
    }
    const now = lea.adapters.clock.now();
    const coupon = aCoupon({
      userId: person as UserId,
      validFrom: dayOf(this.#now()),
      validTo: dayOf(this.#now() + 10 * DAY_MS),
      createdAt: now,
    });
    await lea.adapters.uow.run(SERVICE, async ({ campaigns, coupons }) => {
      if (!this.#campaign)
        await campaigns.insert({
          id: CAMPAIGN as never,
          name: 'Retour',
          type: 'reactivation',
          template: 'Bonjour {prenom}',
          audience: { silentDays: 30, minOrders: 0 },
          couponPct: 10,
          state: 'running',
          createdBy: null,
          createdAt: now,
          startedAt: now,
          finishedAt: null,
        });
      await coupons.insert(coupon);
      const message = { type: 'reactivation', campaignId: CAMPAIGN as never, couponId: coupon.id, dueAt: now, createdAt: now } as const; // prettier-ignore
      await campaigns.addMessages([aCampaignMessage(person as UserId, message)]);
    });
    this.#campaign = true;
    this.books.coupons.push({ code: coupon.code, person, campaign: true, from: coupon.validFrom, to: coupon.validTo, usedFor: null }); // prettier-ignore
    return 'given';
  }

  async #redeems(which: number, index: number | null): Promise<string> {
    const coupon = nth(this.books.coupons, which);
    if (coupon === null) return 'no coupon';
    const order = index === null ? null : this.#order(index);
    const day = dayOf(this.#now());
    const refusal =
      coupon.usedFor !== null
        ? 'coupon_used'
        : day < coupon.from || day > coupon.to
          ? 'coupon_expired'
          : order?.status === 'cancelled'
            ? 'order_cancelled'
            : null;
    const outcome = await this.#does(refusal, () =>
      this.#shop.lea.parts.redeemCoupon.execute({
        actor: ADMIN,
        code: coupon.code,
        orderId: order?.id as OrderId | undefined,
      }),
    );
    if (typeof outcome === 'string') return outcome;
    coupon.usedFor = order?.id ?? 'no order';
    if (order !== null && coupon.campaign) order.source = 'campaign';
    return 'redeemed';
  }

  async #erased(who: number, by: 'keyword' | 'admin'): Promise<string> {
    const { lea } = this.#shop;
    const found = await this.#shop.find(PHONES[who]!);
    if (found === null) return 'nobody';
    if (by === 'admin')
      await lea.parts.purgeUserData.execute({ actor: ADMIN, userId: found.person as UserId }); // prettier-ignore
    else {
      // After a day of quiet a conversation begins, which goes at once and counts all the same.
      await this.#says(who, 'Bonjour');
      await say(lea, PHONES[who]!, 'SUPPRIMER');
    }
    await lea.settle();
    const seen = await this.#shop.seen();
    if (seen.people.includes(found.person)) throw new Error('the person is still there');
    this.#gone(seen);
    return 'erased';
  }

  async #retention(): Promise<string> {
    if (this.#shop.database === null) return 'nothing to clean';
    const before = await this.#shop.seen();
    await this.#shop.lea.parts.applyRetention.execute();
    const seen = await this.#shop.seen();
    this.#gone(seen);
    return `${before.conversations.length - seen.conversations.length} conversations, ${before.people.length - seen.people.length} people gone`;
  }

  /** Whoever and whatever is not there any more leaves orders without a person; nothing else changes. */
  #gone(seen: Seen): void {
    for (const [id, { gone }] of this.books.conversations)
      if (gone === null && !seen.conversations.includes(id)) this.books.conversationGone(id);
    const people = new Set([...this.books.orders, ...this.books.coupons].flatMap(({ person }) => person ?? [])); // prettier-ignore
    for (const person of people) if (!seen.people.includes(person)) this.books.personGone(person);
  }

  async #catalogue(
    step: Extract<
      Step,
      { does: 'counts stock' | 'prices' | 'undoes price' | 'shelves' | 'deletes' | 'imports' }
    >,
  ): Promise<string> {
    const { parts } = this.#shop.lea;
    if (step.does === 'imports') return this.#imports(step);
    if (step.does === 'undoes price') return this.#undoes(step.change);
    const id = this.#shelf[step.what]! as ProductId;
    const product = this.books.products.get(id);
    const missing = product === undefined ? 'product_not_found' : null;
    switch (step.does) {
      case 'counts stock': {
        const changes = { stockQty: step.stock };
        const outcome = await this.#does(missing, () => parts.updateProducts.execute({ actor: ADMIN, productIds: [id], changes })); // prettier-ignore
        if (typeof outcome === 'string') return outcome;
        product!.stock = step.stock;
        return 'counted';
      }
      case 'shelves': {
        const changes = { active: step.active };
        const outcome = await this.#does(missing, () => parts.updateProducts.execute({ actor: ADMIN, productIds: [id], changes })); // prettier-ignore
        if (typeof outcome === 'string') return outcome;
        product!.active = step.active;
        return 'done';
      }
      case 'prices': {
        const after: Price = { price: step.price, promo: step.promo };
        const refusal =
          missing ??
          (after.promo !== null && after.promo >= after.price
            ? 'invalid_product'
            : step.ask && leaps(product!, after)
              ? 'price_swing'
              : null);
        const outcome = await this.#does(refusal, () =>
          parts.updateProducts.execute({
            actor: ADMIN,
            productIds: [id],
            changes: { priceCfa: step.price, promoPriceCfa: step.promo },
            askAboutSwings: step.ask,
          }),
        );
        if (typeof outcome === 'string') return outcome;
        this.#priced(outcome.priceChangeId, [{ product: id, after }]);
        return `costs ${today(after)}`;
      }
      case 'deletes': {
        const outcome = await this.#does(missing, () => parts.deleteProducts.execute({ actor: ADMIN, productIds: [id] })); // prettier-ignore
        if (typeof outcome === 'string') return outcome;
        const needed = this.books.orders.some(({ lines }) => lines.some((line) => line.product === id)); // prettier-ignore
        if (needed && outcome.removed.length > 0) throw new Error('a product of an order was removed'); // prettier-ignore
        if (outcome.removed.length > 0) this.books.products.delete(id);
        else product!.active = false;
        return outcome.removed.length > 0 ? 'removed' : 'inactive';
      }
    }
  }

  async #imports(step: Extract<Step, { does: 'imports' }>): Promise<string> {
    const given = [...new Map(step.lines.map((line) => [line.what, line])).values()]
      .map(({ what, ...line }) => ({ ...line, id: this.#shelf[what]! as ProductId }))
      .filter(({ id }) => this.books.products.has(id));
    if (given.length === 0) return 'nothing to import';
    const afterOf = ({ id, price }: { id: string; price: number }): Price => ({ price, promo: this.books.products.get(id)!.promo }); // prettier-ignore
    const sound = given.every((line) => line.price > 0 && (afterOf(line).promo ?? 0) < line.price);
    const asked = given.some((line) => leaps(this.books.products.get(line.id)!, afterOf(line)));
    const result = await this.#shop.lea.parts.importProducts.execute({
      actor: ADMIN,
      preview: false,
      confirmed: step.confirmed ? ['price_swing'] : [],
      lines: given.map(({ id, price, stock }, index): ImportLine => ({
        line: index + 2,
        id,
        fields: { priceCfa: price, stockQty: stock },
        cautions: {},
        problems: [],
      })),
    });
    if (result.applied !== (sound && (!asked || step.confirmed)))
      throw new Error(result.applied ? 'a file was taken' : 'a file was refused');
    if (!result.applied) return 'refused';
    for (const { id, stock } of given) this.books.products.get(id)!.stock = stock;
    this.#priced(result.priceChangeId, given.map((line) => ({ product: line.id, after: afterOf(line) }))); // prettier-ignore
    return 'taken';
  }

  async #undoes(index: number): Promise<string> {
    const change = nth(this.books.changes, index);
    if (change === null) return 'no change';
    // With a product its prices of before are gone.
    const left = change.of.filter(({ product }) => this.books.products.has(product));
    const refusal = left.length === 0 ? 'price_change_not_found' : null;
    const outcome = await this.#does(refusal, () =>
      this.#shop.lea.parts.undoPriceChange.execute({ actor: ADMIN, changeId: change.id }),
    );
    if (typeof outcome === 'string') return outcome;
    const undone = left.filter(({ product, after }) => {
      const { price, promo } = this.books.products.get(product)!;
      return price === after.price && promo === after.promo;
    });
    if (outcome.undone !== undone.length)
      throw new Error(`${undone.length} prices should be undone`);
    this.#priced(outcome.changeId, undone.map(({ product, before }) => ({ product, after: before }))); // prettier-ignore
    return `${undone.length} undone`;
  }

  #priced(
    id: string | null,
    given: readonly { readonly product: string; readonly after: Price }[],
  ): void {
    const of = given.flatMap(({ product, after }) => {
      const { price, promo } = this.books.products.get(product)!;
      return price === after.price && promo === after.promo ? [] : [{ product, before: { price, promo }, after }]; // prettier-ignore
    });
    if ((id !== null) !== of.length > 0) throw new Error('a change of prices was kept, or none');
    for (const { product, after } of of) Object.assign(this.books.products.get(product)!, after);
    if (id !== null) this.books.changes.push({ id, of });
  }

  /** As the books expect: done, or refused with this code. Answers what came back, or the refusal. */
  async #does<T extends object | void>(
    refusal: string | null,
    act: () => Promise<T>,
  ): Promise<Exclude<T, void> | string> {
    let done: T;
    try {
      done = await act();
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === undefined || code !== refusal) throw error;
      return code;
    }
    if (refusal !== null) throw new Error(`${refusal} was expected`);
    return (done ?? {}) as Exclude<T, void>;
  }
}

const START = Date.UTC(2026, 10, 24, 12);
/** From the newest back; null when there is none. */
const nth = <T>(values: readonly T[], index: number): T | null =>
  values.length === 0 ? null : values.at(-1 - (index % values.length))!;
