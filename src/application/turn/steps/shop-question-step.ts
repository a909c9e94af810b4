import { shopQuestion } from '../../../domain/conversation/shop-question.ts';
import { isOpen } from '../../../domain/shop/opening-hours.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

/** Hours, address, delivery, payment and "où est ma commande". */
export function shopQuestionStep(
  context: TurnContext,
  words: string,
  orderUrl: (code: string) => string,
): TurnPlan | null {
  const question = shopQuestion(words);
  if (question === null) return null;
  const { texts, shop } = context;
  const informed = (value: string): TurnPlan => ({ outcome: 'informed', parts: [text(value)] });
  switch (question) {
    case 'hours':
      return informed(texts.hours(openingHoursText(context), isOpen(shop, context.now)));
    case 'address':
      return informed(texts.address(shop.address));
    case 'delivery':
      return informed(shop.delivery);
    case 'payment':
      return informed(shop.payment);
    case 'order_status':
      return informed(orderStatusText(context, orderUrl));
  }
}

function openingHoursText({ texts, shop }: TurnContext): string {
  return texts.weekdays
    .map((day, index) => {
      const hours = shop.openingHours[index];
      return `${day} : ${hours ? `${hours.opens}–${hours.closes}` : texts.closedOn}`;
    })
    .join('\n');
}

function orderStatusText(
  { texts, latestOrders }: TurnContext,
  orderUrl: (code: string) => string,
): string {
  const order = latestOrders[0];
  if (order === undefined) return texts.orderStatus.none;
  if (order.status === 'pending') return texts.orderStatus.pending(orderUrl(order.code));
  if (order.status === 'cancelled') return texts.orderStatus.cancelled;
  return order.deliveredAt === null
    ? texts.orderStatus.completed(order.trackingUrl)
    : texts.orderStatus.delivered;
}
