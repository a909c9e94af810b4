import type { Act, DayAsked } from '../../../domain/dialogue/act.ts';
import { addDays, localDay, weekdayOf } from '../../../domain/shared/local-time.ts';
import { mentions } from '../../../domain/recommendation/shelf-text.ts';
import { hoursOn, isOpen } from '../../../domain/shop/opening-hours.ts';
import type { Cart } from '../../../ports/cart.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

const informed = (sentence: string): TurnPlan => ({ outcome: 'informed', parts: [text(sentence)] });

/** Facts of the shop, from its settings and the customer's orders. */
export function askShop(
  { cart }: { readonly cart: Cart },
  context: TurnContext,
  { topic, day, named }: Extract<Act, { kind: 'ask_shop' }>,
): TurnPlan {
  const { texts, shop } = context;
  switch (topic) {
    case 'hours':
      return informed(hours(context, day));
    case 'address':
      return informed(texts.address(shop.address));
    case 'delivery':
      return confirmed(context, shop.delivery, named, texts.shop.delivery);
    case 'pick_up':
      return informed(texts.shop.pickUp(shop.address, shop.delivery));
    case 'payment':
      return confirmed(context, shop.payment, named, texts.shop.payment);
    case 'how_to_order':
      return informed(texts.shop.howToOrder(shop.payment));
    case 'contact':
      return informed(texts.shop.contact(shop.address));
    case 'who_are_you':
      return informed(texts.shop.whoAreYou(shop.shopName));
    case 'returns':
      return handoff(context, {
        category: 'returns',
        severity: 'handoff',
        reason: 'Le client demande un échange ou un remboursement.',
      });
    case 'total':
      return informed(total(context, cart));
    case 'order_status':
      return informed(orderStatus(context, cart));
  }
}

/** The shop's terms; what they do not speak of is an advisor's to confirm. */
function confirmed(
  { texts }: TurnContext,
  terms: string,
  named: string | null,
  word: (terms: string, unknown: string | null) => string,
): TurnPlan {
  if (named === null || mentions(terms, named)) return informed(word(terms, null));
  const choices = [{ id: 'advisor', title: texts.advisor }];
  return {
    outcome: 'informed',
    parts: [{ kind: 'choices', text: word(terms, named), choices }],
    dialogue: { choices },
  };
}

function total({ texts, latestOrders }: TurnContext, cart: Cart): string {
  const open = latestOrders.find(({ status }) => status === 'pending');
  return open === undefined
    ? texts.orderStatus.none
    : texts.shop.total(open.amountCfa, cart.shortLink(open.code));
}

/** Of one day where one is asked about, else of the week; both say whether the shop is open now. */
function hours(context: TurnContext, day: DayAsked | null): string {
  const { texts, shop, now, today } = context;
  if (day === null)
    return texts.hours(
      texts.weekdays
        .map(
          (name, index) => `${name} : ${spoken(shop.openingHours[index] ?? null, texts.closedOn)}`,
        )
        .join('\n'),
      isOpen(shop, now),
    );
  const date = dateOf(day, today);
  return texts.shop.hoursOn({
    weekday: texts.weekdays[weekdayOf(date) - 1]!,
    date,
    isToday: date === localDay(now, shop.timeZone),
    hours: hoursOn(shop, date),
    isHoliday: shop.holidays.includes(date),
    isFeast: day.kind === 'date',
  });
}

const spoken = (
  hours: { readonly opens: string; readonly closes: string } | null,
  closed: string,
): string => (hours === null ? closed : `${hours.opens}–${hours.closes}`);

/** The next such day, today included (`YYYY-MM-DD`). */
function dateOf(day: DayAsked, today: string): string {
  switch (day.kind) {
    case 'in_days':
      return addDays(today, day.days);
    case 'weekday':
      return addDays(today, (day.index - (weekdayOf(today) - 1) + 7) % 7);
    case 'date': {
      const year = Number(today.slice(0, 4));
      const in_ = (of: number): string =>
        `${of}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
      return in_(year) >= today ? in_(year) : in_(year + 1);
    }
  }
}

function orderStatus({ texts, latestOrders }: TurnContext, cart: Cart): string {
  const order = latestOrders[0];
  if (order === undefined) return texts.orderStatus.none;
  if (order.status === 'pending') return texts.orderStatus.pending(cart.shortLink(order.code));
  if (order.status === 'cancelled') return texts.orderStatus.cancelled;
  return order.deliveredAt === null
    ? texts.orderStatus.completed(order.trackingUrl)
    : texts.orderStatus.delivered;
}
