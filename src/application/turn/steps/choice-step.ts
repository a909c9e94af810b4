import { chosenId } from '../chosen-id.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { Message } from '../../../domain/message/message.ts';
import type { ActDeps } from '../acts/act-deps.ts';
import { orderOf, orderShown } from '../acts/order-acts.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';
import { transferAnswer } from './transfer-answer.ts';

/** Buttons lead somewhere without a model. */
export function choiceStep(
  deps: ActDeps,
  context: TurnContext,
): TurnPlan | Promise<TurnPlan> | null {
  const id = chosenId(context);
  if (id === null) return null;
  const { texts } = context;
  if (id === 'advisor')
    return handoff(context, {
      category: 'human_request',
      severity: 'handoff',
      reason: 'Le client demande un conseiller.',
    });
  if (id === 'menu:product')
    return { outcome: 'asked', parts: [text(texts.askNeed)], dialogue: { choices: [] } };
  if (id === 'menu:advice')
    return { outcome: 'asked', parts: [text(texts.askAdvice)], dialogue: { choices: [] } };
  const noted = notedChoice(context, id, context.messages.at(-1)!);
  if (noted !== null) return noted;
  return id.startsWith('order:')
    ? orderShown(deps, context, orderOf(id.slice('order:'.length) as ProductId))
    : null;
}

/** Wishes that are only written down: they hold whoever has the conversation. */
export function notedChoice(
  context: TurnContext,
  id: string,
  message: Message,
  always?: true,
): TurnPlan | null {
  const { texts } = context;
  if (id === 'marketing:yes' || id === 'marketing:no') {
    const given = id === 'marketing:yes';
    return {
      outcome: given ? 'consent_given' : 'consent_refused',
      parts: [text(given ? texts.marketingAccepted : texts.marketingRefused, always)],
      customer: { marketingConsent: given },
      effects: [{ kind: 'consent', purpose: 'marketing', given, messageId: message.id }],
      dialogue: { choices: [] },
    };
  }
  if (!id.startsWith('restock:')) return transferAnswer(context, id, message, always);
  return {
    outcome: 'informed',
    parts: [text(texts.campaigns.notifyNoted, always)],
    dialogue: { choices: [] },
    effects: [{ kind: 'restock', productId: id.slice('restock:'.length) as ProductId }],
  };
}
