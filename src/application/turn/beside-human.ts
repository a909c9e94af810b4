import type { Message } from '../../domain/message/message.ts';
import { handoff } from './handoff.ts';
import { lastSaid } from './last-said.ts';
import { notedChoice } from './steps/choice-step.ts';
import { chosenId } from './chosen-id.ts';
import { consentBesideHuman } from './steps/consent-step.ts';
import type { TurnContext } from './turn-context.ts';
import { deferring, type TurnPlan } from './turn-plan.ts';

/**
 * What is written down although a person has the conversation, or is awaited: an answer to a question of
 * Léa's is lost otherwise. One answer a turn; null when there is none.
 */
export function besideHuman(context: TurnContext): TurnPlan | null {
  const consent = consentBesideHuman(context);
  if (consent !== null) return consent;
  for (const message of context.messages) {
    const id = meantFor(context, message);
    const mayBeKept = context.customer.serviceConsent === true || id === 'marketing:no';
    const plan = id === null || !mayBeKept ? null : planFor(context, id, message);
    if (plan !== null) return deferring(context.messages, [message], plan);
  }
  return null;
}

/** Whether a product that Léa offered is chosen: a sale is the advisor's to make, once he knows of it. */
export const choosesProduct = (context: TurnContext): boolean =>
  context.messages.some((message) => meantFor(context, message)?.startsWith('order:') === true);

/** A button says what it answers; typed words and numbers answer whoever spoke last. */
const meantFor = (context: TurnContext, message: Message): string | null =>
  message.buttonId !== null || lastSaid(context, message)?.sender === 'assistant'
    ? chosenId(context, message)
    : null;

const planFor = (context: TurnContext, id: string, message: Message): TurnPlan | null =>
  id === 'advisor'
    ? handoff(context, {
        category: 'human_request',
        severity: 'handoff',
        reason: 'Le client demande un conseiller.',
      })
    : notedChoice(context, id, message, true);
