import type { ProductId } from '../../../domain/catalogue/product.ts';
import { choosesOffer } from '../../../domain/recommendation/chooses-offer.ts';
import { foldText } from '../../../domain/triage/normalise-text.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

/** A button or the number that stands for it. The words of a question's option are a normal message. */
export function chosenId(context: TurnContext): string | null {
  const last = context.messages.at(-1);
  if (last === undefined) return null;
  if (last.buttonId !== null) return last.buttonId;
  const { choices, offered } = context.conversation.dialogue;
  const typed = foldText(last.content).trim();
  const byTitle = choices.find((choice) => foldText(choice.title).trim() === typed);
  if (byTitle) return byTitle.id;
  const bare = /^[1-9]$/.exec(typed);
  if (bare) return choices[Number(bare[0]) - 1]?.id ?? null;
  const rank = offered.length > 0 ? choosesOffer(last.content, offered.length) : null;
  return rank === null ? null : `order:${offered[rank - 1]}`;
}

/** Buttons lead somewhere without a model. */
export function choiceStep(context: TurnContext): TurnPlan | null {
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
  if (id === 'marketing:yes' || id === 'marketing:no') {
    const given = id === 'marketing:yes';
    const messageId = context.messages.at(-1)!.id;
    return {
      outcome: given ? 'consent_given' : 'consent_refused',
      parts: [text(given ? texts.marketingAccepted : texts.marketingRefused)],
      customer: { marketingConsent: given },
      consents: [{ purpose: 'marketing', given, messageId }],
      dialogue: { choices: [] },
    };
  }
  if (id.startsWith('restock:')) {
    return {
      outcome: 'informed',
      parts: [text(texts.campaigns.notifyNoted)],
      dialogue: { choices: [] },
      restock: id.slice('restock:'.length) as ProductId,
    };
  }
  if (id.startsWith('order:')) {
    const productId = id.slice('order:'.length) as ProductId;
    return { outcome: 'ordered', parts: [], order: { productId, quantity: 1 } };
  }
  return null;
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
