import type { ProductId } from '../../../domain/catalogue/product.ts';
import { choosesOffer } from '../../../domain/recommendation/chooses-offer.ts';
import type { Message } from '../../../domain/message/message.ts';
import { matchYesNo } from '../../../domain/language/keywords.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import type { ActDeps } from '../acts/act-deps.ts';
import { orderOf, orderShown } from '../acts/order-acts.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';
import { transferAnswer } from './transfer-answer.ts';

/** A button, or the words, the number or the yes that stand for it; of a burst its last message. */
export function chosenId(
  context: TurnContext,
  message: Message | undefined = context.messages.at(-1),
): string | null {
  if (message === undefined) return null;
  if (message.buttonId !== null) return message.buttonId;
  const { choices, offered } = context.conversation.dialogue;
  const typed = foldText(message.content).trim();
  const byTitle = choices.find((choice) => foldText(choice.title).trim() === typed);
  if (byTitle) return byTitle.id;
  const answer = matchYesNo(message.content);
  const byAnswer = answer && choices.find(({ id }) => id.endsWith(`:${answer}`));
  if (byAnswer) return byAnswer.id;
  const bare = /^[1-9]$/.exec(typed);
  if (bare) return choices[Number(bare[0]) - 1]?.id ?? null;
  const rank = offered.length > 0 ? choosesOffer(message.content, offered.length) : null;
  return rank === null ? null : `order:${offered[rank - 1]}`;
}

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

/** What follows consent when nothing was asked yet, and "menu" at any time. */
export function menu(context: TurnContext): TurnPlan {
  const { texts } = context;
  const choices = [
    { id: 'menu:product', title: texts.menuProduct },
    { id: 'menu:advice', title: texts.menuAdvice },
    { id: 'menu:promotions', title: texts.menuPromotions },
  ];
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: texts.menu, choices }],
    dialogue: { choices },
  };
}
