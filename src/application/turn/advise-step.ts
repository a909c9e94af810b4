import { currentPriceCfa } from '../../domain/catalogue/product.ts';
import type { Choice, DialogueState } from '../../domain/conversation/dialogue-state.ts';
import type { HealthProfile } from '../../domain/customer/customer.ts';
import { redact } from '../../domain/privacy/redact.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import { EMPTY_NEED, type Need } from '../../domain/recommendation/need.ts';
import { bothEnds, READ } from '../../domain/shared/reading.ts';
import { withoutPlaceholders } from '../../domain/privacy/redacted-text.ts';
import { mergeNeed } from '../../domain/recommendation/merge-need.ts';
import { parseNeed, type ParsedNeed } from '../../domain/recommendation/parse-need.ts';
import { extractHealthFacts } from '../../domain/triage/profile-facts.ts';
import type { AdviceAnswer, RecommendProducts } from '../recommend-products.ts';
import { answeredCaution, cautionTurn, questionBefore } from './caution-turn.ts';
import { handoff } from './handoff.ts';
import { historyForModel, summaryOf } from './history.ts';
import { notifyChoices } from './notify-choices.ts';
import { menu } from './steps/choice-step.ts';
import { peopleOf, speakerIn, type TurnContext } from './turn-context.ts';
import { text, type TurnPlan } from './turn-plan.ts';

/** Targeted questions before Léa shows what she has. */
const MAX_QUESTIONS = 2;

/** Understands the need, asks the advisor and turns the answer into a reply. */
export async function adviseStep(
  deps: { readonly recommendProducts: RecommendProducts },
  context: TurnContext,
  words: string,
  options: { readonly promotionsOnly: boolean; readonly mayCallModel: boolean },
): Promise<TurnPlan> {
  const { conversation, customer, texts, vocabulary, offered } = context;
  const { dialogue } = conversation;
  const caution = answeredCaution(context, words);
  const people = peopleOf(context);
  const said = redact(bothEnds(words, READ.message), people);
  const parsed = parseNeed(
    caution === null ? inTopic(dialogue, withoutPlaceholders(said)) : '',
    vocabulary,
  );
  if (parsed.smallTalk !== null && !options.promotionsOnly)
    return smallTalk(context, parsed.smallTalk);
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
    text: caution === null ? words : questionBefore(context),
    summary: summaryOf(need, offered),
    history: historyForModel(context.history),
    need,
    preferences: customer.preferences,
    health,
    mayAsk: dialogue.questionsAsked < MAX_QUESTIONS,
    today: context.today,
    mayCallModel: options.mayCallModel,
  });
  const reply = replyFor(context, answer, need, said);
  const plan: TurnPlan =
    (answer.advice.kind === 'recommend' && caution === null
      ? cautionTurn(
          context,
          answer.advice.items.map(({ product }) => product),
          health,
        )
      : null) ?? reply;
  const nothingCheaper = parsed.cheaper && offered.length > 0 && plan.outcome === 'nothing_fits';
  return {
    ...plan,
    usage: answer.usage,
    candidates: answer.candidates.map((product) => product.id),
    customer: {
      ...plan.customer,
      health,
      preferences: {
        ...customer.preferences,
        ...(need.budgetMaxCfa === null ? {} : { budgetMaxCfa: need.budgetMaxCfa }),
        ...(need.attributes.length === 0 ? {} : { attributes: need.attributes }),
      },
    },
    // "Moins cher" that leads nowhere does not narrow what is asked next.
    dialogue: { need: nothingCheaper ? dialogue.need : need, ...plan.dialogue },
    needsApproval: answer.candidates.some(
      (product) =>
        product.category !== null && context.shop.autonomy[product.category] === 'suggest',
    ),
    ...(promotionsOnly && answer.candidates.length === 0
      ? { outcome: 'informed', parts: [text(texts.noPromotions)] }
      : {}),
    ...(nothingCheaper
      ? {
          parts: [
            {
              kind: 'choices',
              text: texts.nothingCheaper,
              choices: [{ id: 'advisor', title: texts.advisor }],
            },
          ],
        }
      : {}),
  };
}

/** "Secs" after "comment sont vos cheveux ?" is about hair. */
function inTopic(dialogue: DialogueState, words: string): string {
  const answersQuestion = dialogue.choices.some((choice) => choice.id.startsWith('answer:'));
  return answersQuestion && dialogue.need?.category ? `${dialogue.need.category} ${words}` : words;
}

const saysNothingElse = (parsed: ParsedNeed): boolean =>
  parsed.terms.length === 0 && parsed.category === null && parsed.attributes.length === 0;

function replyFor(context: TurnContext, answer: AdviceAnswer, need: Need, words: string): TurnPlan {
  const { advice, soldOut, unmet } = answer;
  const { texts, conversation, customer } = context;
  const advisorChoice: Choice = { id: 'advisor', title: texts.advisor };
  if (advice.redFlag !== null) {
    const severity = advice.redFlag.emergency ? 'emergency' : 'urgent';
    return handoff(context, {
      category: 'model_flag',
      severity,
      reason: `Signalé par le modèle : ${advice.redFlag.reason}`,
    });
  }
  switch (advice.kind) {
    case 'handoff':
      return handoff(context, {
        category: 'advice',
        severity: 'handoff',
        reason: 'La demande dépasse ce que Léa peut conseiller.',
      });
    case 'recommend': {
      const shown = advice.items.map((item, index) => ({ ...item, rank: index + 1 }));
      const parts = shown.map(({ product, reason, rank }): ReplyPart => ({
        kind: 'product',
        productId: product.id,
        rank,
        reason,
        intro:
          rank === 1 ? (advice.message === '' ? texts.recommendationIntro : advice.message) : null,
      }));
      const choices: readonly Choice[] = [
        ...shown.map(({ product, rank }) => ({
          id: `order:${product.id}`,
          title: texts.order(rank),
          description: product.name,
        })),
        advisorChoice,
      ];
      return {
        outcome: 'recommended',
        parts: [...parts, { kind: 'choices', text: texts.orderQuestion(shown.length), choices }],
        recommended: shown.map(({ product, reason, rank }) => ({
          productId: product.id,
          rank,
          reason,
        })),
        dialogue: { offered: shown.map(({ product }) => product.id), choices, questionsAsked: 0 },
      };
    }
    case 'ask': {
      const choices = advice.options
        .slice(0, 3)
        .map((title, index) => ({ id: `answer:${index + 1}`, title }));
      return {
        outcome: 'asked',
        parts: [
          choices.length > 0
            ? { kind: 'choices', text: advice.message, choices }
            : text(advice.message),
        ],
        dialogue: { choices, questionsAsked: conversation.dialogue.questionsAsked + 1 },
      };
    }
    case 'nothing_fits': {
      const sentence =
        soldOut.length > 0
          ? texts.soldOut(soldOut.map(({ name }) => name))
          : unmet === 'unsuitable'
            ? texts.nothingSuitable
            : texts.nothingFits;
      const reason = unmet ?? 'not_found';
      const choices = [...notifyChoices(soldOut, customer, texts), advisorChoice];
      return {
        outcome: 'nothing_fits',
        parts: [{ kind: 'choices', text: sentence, choices }],
        unmet: {
          query: words.slice(0, 300),
          needKey: needKey(need),
          category: need.category,
          reason,
          productId: soldOut[0]?.id ?? null,
        },
        dialogue: { choices, offered: [] },
      };
    }
    case 'talk':
      return {
        outcome: 'talked',
        parts: [text(advice.message === '' ? texts.greeting : advice.message)],
      };
  }
}

function smallTalk(context: TurnContext, kind: 'greeting' | 'thanks' | 'bye'): TurnPlan {
  if (kind === 'greeting') return menu(context);
  return {
    outcome: 'talked',
    parts: [text(kind === 'thanks' ? context.texts.thanks : context.texts.goodbye)],
  };
}

/** What the words say about the person; a list without an entry was not spoken of. */
function healthIn(words: string): HealthProfile {
  const { allergens, medicines, ...said } = extractHealthFacts(words);
  return {
    ...said,
    ...(allergens.length > 0 ? { allergens } : {}),
    ...(medicines.length > 0 ? { medicines } : {}),
  };
}

/** Of allergens or medicines that are kept of a person; a filter needs no more. */
const MOST_NAMED = 40;

/** What the customer says now wins; lists grow, and what was said longest ago goes first. */
function mergeHealth(known: HealthProfile, said: HealthProfile): HealthProfile {
  const union = (a: readonly string[] = [], b: readonly string[] = []) =>
    [...new Set([...a, ...b])].slice(-MOST_NAMED);
  const speaksOf = (list: 'allergens' | 'medicines'): boolean =>
    known[list] !== undefined || said[list] !== undefined;
  return {
    ...known,
    ...said,
    ...(speaksOf('allergens') ? { allergens: union(known.allergens, said.allergens) } : {}),
    ...(speaksOf('medicines') ? { medicines: union(known.medicines, said.medicines) } : {}),
  };
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
