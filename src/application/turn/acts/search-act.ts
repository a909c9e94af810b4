import { currentPriceCfa } from '../../../domain/catalogue/product.ts';
import type { DialogueState } from '../../../domain/conversation/dialogue-state.ts';
import { withoutPlaceholders } from '../../../domain/privacy/redacted-text.ts';
import { redact } from '../../../domain/privacy/redact.ts';
import { mergeNeed } from '../../../domain/recommendation/merge-need.ts';
import { EMPTY_NEED, type Need } from '../../../domain/recommendation/need.ts';
import { parseNeed, type ParsedNeed } from '../../../domain/recommendation/parse-need.ts';
import { bothEnds, READ } from '../../../domain/shared/reading.ts';
import type { HealthProfile } from '../../../domain/customer/customer.ts';
import { answeredCaution, cautionTurn, questionBefore } from '../caution-turn.ts';
import { healthIn, mergeHealth } from '../health.ts';
import { historyForModel, summaryOf } from '../history.ts';
import { peopleOf, speakerIn, type TurnContext } from '../turn-context.ts';
import { having, text, type TurnPlan } from '../turn-plan.ts';
import type { ActDeps, SearchOptions } from './act-deps.ts';
import { leavesNeed, pharmacistFirst, sayingNotCarried } from './outside-shelf.ts';
import { talk } from './talk-acts.ts';
import { wordAdvice } from './word-advice.ts';

/** Targeted questions before Léa shows what she has. */
const MAX_QUESTIONS = 2;

const NOTHING_BEYOND = { things: [], rest: '', besideCarried: false } as const;

/** Understands the need, asks the advisor and turns the answer into a reply. */
export async function search(
  deps: Pick<ActDeps, 'recommendProducts'>,
  context: TurnContext,
  words: string,
  options: SearchOptions,
): Promise<TurnPlan> {
  const { conversation, customer, texts, offered } = context;
  const { dialogue } = conversation;
  const caution = answeredCaution(context, words);
  const people = peopleOf(context);
  const said = redact(bothEnds(words, READ.message), people);
  const asked = withoutPlaceholders(said);
  const beyond =
    caution === null
      ? await deps.recommendProducts.outsideShelf({
          text: asked,
          vocabulary: context.vocabulary,
          today: context.today,
        })
      : NOTHING_BEYOND;
  const pharmacist = pharmacistFirst(context, beyond);
  if (pharmacist !== null) return pharmacist;
  const isNamed = beyond.things.length > 0;
  const parsed = readNeed(context, isNamed ? beyond.rest : asked, caution);
  if (isNamed && !leavesNeed(beyond, parsed)) return sayingNotCarried(context, beyond, null, said);
  if (parsed.smallTalk !== null && !options.promotionsOnly) return talk(context, parsed.smallTalk);
  const promotionsOnly =
    options.promotionsOnly || (parsed.promotionsOnly && saysNothingElse(parsed));
  const health = mergeHealth(customer.health, caution ?? healthIn(words));
  const merged = mergeNeed(dialogue.need, parsed, {
    offeredPricesCfa: offered.map((product) => currentPriceCfa(product, context.today)),
  });
  const need: Need = promotionsOnly ? { ...EMPTY_NEED, promotionsOnly: true } : merged;

  const answer = await deps.recommendProducts.advise({
    speaker: speakerIn(context),
    language: customer.language,
    tone: context.shop.tone,
    people,
    text: caution === null ? (isNamed ? beyond.rest : words) : questionBefore(context),
    summary: summaryOf(need, offered),
    history: historyForModel(context.history),
    need,
    without: parsed.alternatives ? dialogue.offered : [],
    preferences: customer.preferences,
    health,
    mayAsk: dialogue.questionsAsked < MAX_QUESTIONS,
    today: context.today,
    mayCallModel: options.mayCallModel,
  });

  const reply: TurnPlan =
    (answer.advice.kind === 'recommend' && caution === null
      ? cautionTurn(
          context,
          answer.advice.items.map(({ product }) => product),
          health,
        )
      : null) ?? wordAdvice(context, answer, need, said);
  const nothingCheaper = parsed.cheaper && offered.length > 0 && reply.outcome === 'nothing_fits';
  const nothingElse = parsed.alternatives && offered.length > 0 && reply.outcome === 'nothing_fits';
  const plan: TurnPlan = {
    ...reply,
    usage: answer.usage,
    candidates: answer.candidates.map((product) => product.id),
    customer: { ...reply.customer, health, preferences: preferring(customer.preferences, need) },
    // "Moins cher" that leads nowhere does not narrow what is asked next.
    dialogue: {
      need: nothingCheaper ? dialogue.need : need,
      pendingOrder: null,
      ...reply.dialogue,
    },
    ...(promotionsOnly && answer.candidates.length === 0
      ? { outcome: 'informed' as const, parts: [text(texts.noPromotions)] }
      : {}),
    ...(nothingElse ? { parts: [withAdvisor(context, texts.nothingElse)] } : {}),
    ...(nothingCheaper ? { parts: [withAdvisor(context, texts.nothingCheaper)] } : {}),
  };
  const honest = isNamed ? sayingNotCarried(context, beyond, plan, said) : plan;
  const suggests = answer.candidates.some(
    ({ category }) => category !== null && context.shop.autonomy[category] === 'suggest',
  );
  return suggests && honest.outcome === 'recommended' ? awaitingApproval(honest) : honest;
}

/** What the words ask for; a caution's answer asks for nothing new, and "secs" after "comment sont vos cheveux ?" is about hair. */
function readNeed(
  { conversation, vocabulary }: TurnContext,
  words: string,
  caution: HealthProfile | null,
): ParsedNeed {
  return parseNeed(caution === null ? inTopic(conversation.dialogue, words) : '', vocabulary);
}

function inTopic(dialogue: DialogueState, words: string): string {
  const answersQuestion = dialogue.choices.some((choice) => choice.id.startsWith('answer:'));
  return answersQuestion && dialogue.need?.category ? `${dialogue.need.category} ${words}` : words;
}

const saysNothingElse = (parsed: ParsedNeed): boolean =>
  parsed.terms.length === 0 && parsed.category === null && parsed.attributes.length === 0;

const preferring = (
  preferences: TurnContext['customer']['preferences'],
  { budgetMaxCfa, attributes }: Need,
) => ({
  ...preferences,
  ...(budgetMaxCfa === null ? {} : { budgetMaxCfa }),
  ...(attributes.length === 0 ? {} : { attributes }),
});

const withAdvisor = ({ texts }: TurnContext, sentence: string) =>
  ({
    kind: 'choices',
    text: sentence,
    choices: [{ id: 'advisor', title: texts.advisor }],
  }) as const;

/** An advisor reads it before the customer does. */
const awaitingApproval = (plan: TurnPlan): TurnPlan =>
  having(
    plan,
    { kind: 'await_approval' },
    {
      kind: 'alert',
      silences: false,
      category: 'approval',
      severity: 'handoff',
      reason: 'Une réponse de Léa attend votre accord.',
    },
  );
