import { currentPriceCfa } from '../../domain/catalogue/product.ts';
import { foldText } from '../../domain/language/normalise-text.ts';
import { joinParts } from '../../domain/message/join-parts.ts';
import { previewOf } from '../../domain/message/preview.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import { wasSeen } from './last-said.ts';
import type { TurnContext } from './turn-context.ts';
import { effectsOf, type TurnPlan } from './turn-plan.ts';

/** Outcomes whose words may be said twice in a row by design, or must be. */
const MAY_REPEAT = new Set([
  'escalated',
  'consent_asked',
  'keyword',
  'ordered',
  'limited',
  'silent',
]);

/**
 * Other words never get word for word the reply of right before: what is missing is asked for then, or a person is
 * offered. Who asks the very same again is answered the same.
 */
export function notAgain(context: TurnContext, plan: TurnPlan): TurnPlan {
  if (MAY_REPEAT.has(plan.outcome) || plan.parts.length === 0) return plan;
  if (effectsOf(plan, 'alert').length > 0) return plan;
  if (asksTheSame(context)) return plan;
  const said = saidBefore(context);
  if (said === '' || said !== wordsOf(plan.parts)) return plan;
  return plan.outcome === 'recommended' ? stillThese(context, plan) : nothingMore(context, plan);
}

/** The same products for more that was said: their names will do. */
function stillThese({ texts, offered, today }: TurnContext, plan: TurnPlan): TurnPlan {
  const ids = plan.dialogue?.offered ?? [];
  const products = ids.flatMap((id) => offered.find((product) => product.id === id) ?? []);
  const named = products.map((product) => ({
    name: product.name,
    priceCfa: currentPriceCfa(product, today),
  }));
  return {
    ...plan,
    parts: [
      {
        kind: 'choices',
        text: texts.stillThese(named),
        choices: plan.dialogue?.choices ?? [],
      },
    ],
  };
}

function nothingMore({ texts, conversation }: TurnContext, plan: TurnPlan): TurnPlan {
  const choices = [{ id: 'advisor', title: texts.advisor }];
  return {
    ...plan,
    parts: [{ kind: 'choices', text: texts.sameAgain, choices }],
    dialogue: { ...plan.dialogue, choices: [...conversation.dialogue.choices, ...choices] },
  };
}

/** What counts as asked lately. */
const LATELY = 3;

function asksTheSame({ history, messages }: TurnContext): boolean {
  const before = history.filter(({ sender }) => sender === 'user').slice(-LATELY);
  const asked = foldText(messages.at(-1)?.content ?? '');
  return before.some(({ content }) => foldText(content) === asked);
}

/** What Léa said after the customer's last words before these. */
function saidBefore({ history }: TurnContext): string {
  const last = history.findLastIndex(({ sender }) => sender === 'user');
  return history
    .slice(last + 1)
    .filter((message) => message.sender === 'assistant' && message.part && wasSeen(message))
    .map(({ part }) => keyOf(part!))
    .join('\n');
}

const wordsOf = (parts: readonly ReplyPart[]): string => joinParts(parts).map(keyOf).join('\n');
/** A card by its product: its text in the thread is rendered. */
const keyOf = (part: ReplyPart): string =>
  part.kind === 'product' ? `${part.productId} ${part.reason}` : previewOf(part);
