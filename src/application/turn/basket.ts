import type { Message } from '../../domain/message/message.ts';
import { handoff } from './handoff.ts';
import type { TurnContext } from './turn-context.ts';
import type { TurnPlan } from './turn-plan.ts';

/** Prices of WhatsApp's catalogue are not ours: an advisor answers, who is told what Léa was. */
export function withBasket(context: TurnContext, { content, details }: Message): TurnPlan {
  const basket = details?.basket;
  const told = [
    basket?.count == null ? null : `${basket.count} article${basket.count > 1 ? 's' : ''}`,
    basket?.total == null ? null : `total ${basket.total} ${basket.currency ?? ''}`.trim(),
    basket?.id == null ? null : `n° ${basket.id}`,
    content === '' ? null : content,
  ].filter((fact) => fact !== null);
  return handoff(context, {
    category: 'order',
    severity: 'handoff',
    reason: `Le client a envoyé un panier WhatsApp${told.length === 0 ? '' : ` : ${told.join(', ')}`}.`,
  });
}
