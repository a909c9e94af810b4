import { cautionQuestion, type CautionTopic } from '../../domain/recommendation/cautions.ts';
import {
  cautionAnswer,
  cautionAnswerId,
  typedCautionAnswer,
} from '../../domain/recommendation/caution-answers.ts';
import type { Product } from '../../domain/catalogue/product.ts';
import type { HealthProfile } from '../../domain/customer/customer.ts';
import { chosenId } from './chosen-id.ts';
import type { TurnContext } from './turn-context.ts';
import type { TurnPlan } from './turn-plan.ts';

/** What this turn answers to the caution question that was asked last; null when it is about something else. */
export function answeredCaution(context: TurnContext, words: string): HealthProfile | null {
  const { choices, cautionsAsked } = context.conversation.dialogue;
  const asked = cautionsAsked.at(-1);
  const awaits = choices.some(({ id }) => cautionAnswer(id) !== null);
  const byButton = cautionAnswer(chosenId(context) ?? '');
  return byButton ?? (asked && awaits ? typedCautionAnswer(asked, words) : null);
}

/** What the customer asked before Léa's question, for whoever chooses products now. */
export const questionBefore = ({ history }: TurnContext): string =>
  history.findLast(({ sender, content }) => sender === 'user' && content.trim() !== '')?.content ??
  '';

/**
 * One question before products are shown that a condition would rule out: each topic once a conversation, and
 * no second one right after an answer. Null when nothing is worth asking.
 */
export function cautionTurn(
  context: TurnContext,
  products: readonly Product[],
  health: HealthProfile,
): Pick<TurnPlan, 'outcome' | 'parts' | 'dialogue'> | null {
  const { texts, conversation } = context;
  const { cautionsAsked } = conversation.dialogue;
  const topic = cautionQuestion(products, health).find((one) => !cautionsAsked.includes(one));
  if (topic === undefined) return null;
  const { ask, answers } = texts.cautions[topic satisfies CautionTopic];
  const choices = answers.map((title, index) => ({ id: cautionAnswerId(topic, index), title }));
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: ask, choices }],
    dialogue: { choices, offered: [], cautionsAsked: [...cautionsAsked, topic] },
  };
}
