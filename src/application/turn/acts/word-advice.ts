import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { Choice } from '../../../domain/conversation/dialogue-state.ts';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import type { UnmetReason } from '../../../ports/repositories/records.ts';
import type { AdviceAnswer } from '../../recommend-products.ts';
import { handoff } from '../handoff.ts';
import { notifyChoices } from '../notify-choices.ts';
import type { TurnContext } from '../turn-context.ts';
import { having, text, type TurnPlan } from '../turn-plan.ts';

const MOST_OPTIONS = 3;

/** What is said of an advice; `words` is the need as it was asked, without people. */
export function wordAdvice(
  context: TurnContext,
  answer: AdviceAnswer,
  need: Need,
  words: string,
): TurnPlan {
  const { advice } = answer;
  if (advice.redFlag !== null)
    return handoff(context, {
      category: 'model_flag',
      severity: advice.redFlag.emergency ? 'emergency' : 'urgent',
      reason: `Signalé par le modèle : ${advice.redFlag.reason}`,
    });
  switch (advice.kind) {
    case 'handoff':
      return handoff(context, {
        category: 'advice',
        severity: 'handoff',
        reason: 'La demande dépasse ce que Léa peut conseiller.',
      });
    case 'recommend':
      return answer.soldOut.length === 0
        ? offer(context, advice)
        : soldOutFirst(context, answer, offer(context, advice), need, words);
    case 'ask':
      return question(context, advice);
    case 'nothing_fits':
      return nothingFits(context, answer, need, words);
    case 'talk':
      return {
        outcome: 'talked',
        parts: [text(advice.message === '' ? context.texts.greeting : advice.message)],
      };
  }
}

type Kind<K extends AdviceAnswer['advice']['kind']> = Extract<
  AdviceAnswer['advice'],
  { readonly kind: K }
>;

function offer({ texts }: TurnContext, { items, message }: Kind<'recommend'>): TurnPlan {
  const shown = items.map((item, index) => ({ ...item, rank: index + 1 }));
  const intro = message === '' ? texts.recommendationIntro : message;
  const cards = shown.map(({ product, reason, rank }): ReplyPart => ({
    kind: 'product',
    productId: product.id,
    rank,
    reason,
    intro: rank === 1 ? intro : null,
  }));
  const choices: readonly Choice[] = [
    ...shown.map(({ product, rank }) => ({
      id: `order:${product.id}`,
      title: texts.order(rank),
      description: product.name,
    })),
    { id: 'advisor', title: texts.advisor },
  ];
  return {
    outcome: 'recommended',
    parts: [...cards, { kind: 'choices', text: texts.orderQuestion(shown.length), choices }],
    effects: [
      {
        kind: 'recommend',
        items: shown.map(({ product, reason, rank }) => ({ productId: product.id, rank, reason })),
      },
    ],
    dialogue: {
      offered: shown.map(({ product }) => product.id),
      focus: [],
      choices,
      questionsAsked: 0,
    },
  };
}

/** What was asked for by name is sold out: said before what is merely related, with a button to be told of its return. */
function soldOutFirst(
  { texts, customer }: TurnContext,
  { soldOut, unmet }: AdviceAnswer,
  plan: TurnPlan,
  need: Need,
  words: string,
): TurnPlan {
  const told = notifyChoices(soldOut, customer, texts).slice(0, 1);
  const choices = [...told, ...(plan.dialogue?.choices ?? [])];
  const parts = plan.parts.map((part): ReplyPart =>
    part.kind === 'choices' ? { ...part, choices } : part,
  );
  return having(
    {
      ...plan,
      parts: [text(texts.soldOut(soldOut.map(({ name }) => name))), ...parts],
      dialogue: { ...plan.dialogue, choices },
    },
    unmetDemand(need, words, unmet ?? 'out_of_stock', soldOut[0]!.id),
  );
}

const unmetDemand = (need: Need, words: string, reason: UnmetReason, productId: ProductId | null) =>
  ({
    kind: 'unmet',
    query: words.slice(0, 300),
    needKey: needKey(need),
    category: need.category,
    reason,
    productId,
  }) as const;

function question({ conversation }: TurnContext, { message, options }: Kind<'ask'>): TurnPlan {
  const choices = options
    .slice(0, MOST_OPTIONS)
    .map((title, index) => ({ id: `answer:${index + 1}`, title }));
  return {
    outcome: 'asked',
    parts: [choices.length > 0 ? { kind: 'choices', text: message, choices } : text(message)],
    dialogue: { choices, questionsAsked: conversation.dialogue.questionsAsked + 1 },
  };
}

function nothingFits(
  { texts, customer }: TurnContext,
  { soldOut, unmet }: AdviceAnswer,
  need: Need,
  words: string,
): TurnPlan {
  const sentence =
    soldOut.length > 0
      ? texts.soldOut(soldOut.map(({ name }) => name))
      : unmet === 'unsuitable'
        ? texts.nothingSuitable
        : texts.nothingFits;
  const choices = [
    ...notifyChoices(soldOut, customer, texts),
    { id: 'advisor', title: texts.advisor },
  ];
  return having(
    {
      outcome: 'nothing_fits',
      parts: [{ kind: 'choices', text: sentence, choices }],
      dialogue: { choices, offered: [], focus: [] },
    },
    unmetDemand(need, words, unmet ?? 'not_found', soldOut[0]?.id ?? null),
  );
}

/** Groups the same need for the demand radar, whatever the wording's order. */
const needKey = (need: Need): string =>
  [
    ...new Set([
      ...(need.category === null ? [] : [need.category]),
      ...need.attributes,
      ...[...need.terms].sort(),
    ]),
  ]
    .join(' ')
    .slice(0, 120);
