import type { Message } from '../../../domain/message/message.ts';
import { transferVersion } from '../../../domain/shop/consent-text.ts';
import { lastSaid } from '../last-said.ts';
import type { TurnContext } from '../turn-context.ts';
import type { TurnPlan } from '../turn-plan.ts';
import { chosenId } from '../chosen-id.ts';
import { transferAnswer } from './transfer-answer.ts';
import { transferQuestion } from './transfer-question.ts';

export type TransferDecision =
  /** Answered, refused or not needed: go on with `question`, on top of `plan`. */
  | {
      readonly kind: 'go_on';
      readonly plan: TurnPlan | null;
      readonly question: readonly Message[];
    }
  | { readonly kind: 'ask'; readonly plan: TurnPlan };

/**
 * A model abroad needs a consent of its own, asked once for each provider. Whoever answers something else is
 * served without the model, and may still press the button later; a voice or a photo asks again by itself. `held` waits since the question was put;
 * `thanks` goes before the question.
 */
export function transferStep(
  context: TurnContext,
  asked: { readonly question: readonly Message[]; readonly held: readonly Message[] },
  thanks: string,
): TransferDecision {
  const { customer, recipients } = context;
  const { question, held } = asked;
  const { model } = recipients;
  const version = transferVersion(recipients);
  if (version === null || model === null) return { kind: 'go_on', plan: null, question };
  if (customer.transferVersion !== version) {
    const { parts, choices } = transferQuestion(context, model, thanks);
    return {
      kind: 'ask',
      plan: {
        outcome: 'consent_asked',
        parts,
        customer: { transferConsent: null, transferVersion: version },
        dialogue: { choices, offered: [], held: question.map((message) => message.id) },
      },
    };
  }
  const answer = answerIn(context);
  const others = question.filter((message) => message !== answer?.message);
  const opened = held.length > 0 ? { held: [], choices: [] } : {};
  return {
    kind: 'go_on',
    question: [...held, ...others],
    plan:
      answer !== null
        ? { ...answer.plan, dialogue: { ...answer.plan.dialogue, ...opened } }
        : held.length > 0
          ? { outcome: 'silent', parts: [], dialogue: opened }
          : null,
  };
}

/** A button at any time; typed words only when they were written after the question, and right after it. */
function answerIn(
  context: TurnContext,
): { readonly plan: TurnPlan; readonly message: Message } | null {
  const last = lastSaid(context);
  for (const message of context.messages.toReversed()) {
    const typed = message.buttonId === null;
    if (typed && (last?.sender !== 'assistant' || message.seq < last.seq)) continue;
    const id = chosenId(context, message);
    const plan = id === null ? null : transferAnswer(context, id, message);
    if (plan !== null) return { plan, message };
  }
  return null;
}
