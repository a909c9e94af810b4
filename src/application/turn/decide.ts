import type { ProductId } from '../../domain/catalogue/product.ts';
import type { Message } from '../../domain/message/message.ts';
import { matchYesNo } from '../../domain/language/keywords.ts';
import { beginning, bothEnds, READ } from '../../domain/shared/reading.ts';
import type { Cart } from '../../ports/cart.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { RecommendProducts } from '../recommend-products.ts';
import { adviseStep } from './advise-step.ts';
import { besideHuman, choosesProduct } from './beside-human.ts';
import { handoff } from './handoff.ts';
import { chosenId, choiceStep, menu } from './steps/choice-step.ts';
import { consentAnswer } from './steps/consent-answer.ts';
import { consentStep } from './steps/consent-step.ts';
import { keywordOf, keywordStep } from './steps/keyword-step.ts';
import { repeatStep } from './steps/repeat-step.ts';
import { shopQuestionStep } from './steps/shop-question-step.ts';
import { transferStep } from './steps/transfer-step.ts';
import { surveyStep } from './steps/survey-step.ts';
import { triageStep } from './steps/triage-step.ts';
import type { TurnContext } from './turn-context.ts';
import { deferring, followedBy, text, type TurnPlan } from './turn-plan.ts';
import { understandMedia, type MediaDeps, type MediaReading } from './understand-media.ts';

/** The same product chosen again this soon is the same wish, in milliseconds. */
const SAME_TAP_MS = 60_000;

export interface DecideDeps extends MediaDeps {
  readonly uow: UnitOfWork;
  readonly recommendProducts: RecommendProducts;
  readonly cart: Cart;
}

/**
 * The order in which a turn is decided: keywords, danger, who has the conversation, repetitions, consent, files, buttons,
 * facts of the shop, and only then advice. The first that answers wins.
 */
export async function decide(deps: DecideDeps, context: TurnContext): Promise<TurnPlan> {
  const { messages } = context;
  const danger = triageStep(context, typedWords(messages));
  if (danger?.alert?.severity === 'emergency') return withoutAnswers(context, danger);
  const first = upToFirstButton(messages);
  if (first.length < messages.length) {
    const plan = await decide(deps, { ...context, messages: first });
    const waiting = messages.filter((message) => !first.includes(message)).map(({ id }) => id);
    return { ...plan, defers: [...(plan.defers ?? []), ...waiting] };
  }
  const keyword = keywordStep(context);
  if (keyword !== null) return keyword;
  const consented = context.customer.serviceConsent === true;
  const silenced = context.conversation.mode !== 'assistant';
  const rated = consented && danger === null ? await surveyStep(deps, context) : null;
  if (rated !== null && silenced) return deferring(rated.rest, [], { ...rated.plan, parts: [] });
  if (rated !== null)
    return rated.rest.length === 0
      ? rated.plan
      : followedBy(rated.plan, await answer(deps, { ...context, messages: rated.rest }));
  if (silenced) return besideHuman(context) ?? withHuman(deps, context, danger, consented);
  if (danger !== null) return withoutAnswers(context, danger);
  const repeated = repeatStep(context);
  if (repeated !== null) return repeated;

  const consent = consentStep(context);
  if (consent.kind === 'stop') return consent.plan;
  const granted = consent.kind === 'granted_now' ? consent : null;
  const agreed = after(context, granted?.plan ?? null);
  const transfer = transferStep(
    agreed,
    granted === null
      ? { question: context.messages, held: context.held }
      : { question: granted.question, held: [] },
    granted === null ? '' : `${context.texts.consentThanks} `,
  );
  if (transfer.kind === 'ask')
    return granted === null
      ? transfer.plan
      : followedBy({ ...granted.plan, parts: [] }, transfer.plan);
  const { question } = transfer;
  const settled = { ...after(agreed, transfer.plan), messages: question };
  const rest = question.length === 0 ? menu(context) : await answer(deps, settled);
  return [transfer.plan, granted?.plan ?? null].reduce<TurnPlan>(
    (plan, first) => (first === null ? plan : followedBy(first, plan)),
    rest,
  );
}

/** Each button is a choice of its own: of several in one burst none is passed over. */
function upToFirstButton(messages: readonly Message[]): readonly Message[] {
  const pressed = new Set(messages.flatMap(({ buttonId }) => buttonId ?? []));
  if (pressed.size < 2) return messages;
  return messages.slice(0, messages.findIndex(({ buttonId }) => buttonId !== null) + 1);
}

/** Danger is answered at once; keywords, buttons and a consent in the same burst have their own turn after it. */
function withoutAnswers(context: TurnContext, danger: TurnPlan): TurnPlan {
  const { messages } = context;
  const consent = consentAnswer(context)?.message;
  const others = messages.filter(
    (message) => message !== consent && message.buttonId === null && keywordOf([message]) === null,
  );
  return deferring(messages, others.length === 0 ? messages : others, danger);
}

/** The customer as an earlier plan of the same turn leaves them. */
const after = (context: TurnContext, plan: TurnPlan | null): TurnContext =>
  plan?.customer === undefined
    ? context
    : { ...context, customer: { ...context.customer, ...plan.customer } };

/** A human has it: emergencies are still answered, and files are made readable for the advisor. */
async function withHuman(
  deps: DecideDeps,
  context: TurnContext,
  danger: TurnPlan | null,
  consented: boolean,
): Promise<TurnPlan> {
  const silent = (found: TurnPlan | null): TurnPlan => {
    const alert = found?.alert ?? (consented && choosesProduct(context) ? ORDER_WISH : undefined);
    return {
      outcome: 'silent',
      parts: [],
      leaves: context.messages.map(({ id }) => id),
      ...(alert === undefined ? {} : { alert }),
      // The advisor sees why, as with every alert.
      ...(found?.triage == null ? {} : { triage: found.triage }),
    };
  };
  if (!consented) return silent(danger);
  const files = await understandMedia(deps, context, context.messages, [], !limitReached(context));
  const heard = triageStep(context, files.words);
  return {
    ...(heard?.alert?.severity === 'emergency' ? heard : silent(danger ?? heard)),
    attachments: files.attachments,
    usage: files.usage,
  };
}

const ORDER_WISH = {
  category: 'order_wish',
  severity: 'handoff',
  reason: 'Le client veut commander un produit que Léa a proposé.',
} as const;

async function answer(deps: DecideDeps, context: TurnContext): Promise<TurnPlan> {
  const mayCallModel = !context.budgetUsedUp && !limitReached(context);
  const confirmed = confirmedTranscript(context);
  const files = await understandMedia(
    deps,
    context,
    context.messages,
    spokenWords(context),
    mayCallModel,
  );
  const keep = (plan: TurnPlan): TurnPlan => ({
    ...plan,
    attachments: files.attachments,
    usage: [...files.usage, ...(plan.usage ?? [])],
  });

  const danger = triageStep(context, files.words.concat(files.unsure ?? []));
  if (danger !== null) return keep(danger);
  if (files.ending !== null) return keep(files.ending);
  if (files.unsure !== null) return keep(readBack(context, files.unsure));
  const basket = context.messages.find((message) => message.kind === 'order');
  if (basket !== undefined) return keep(withBasket(context, basket));
  const words = confirmed ?? wordsOf(context.messages, files);
  if (words === '' && context.messages.every(({ details }) => details?.advertisement !== undefined))
    return keep(menu(context));
  if (words === '') return keep({ outcome: 'asked', parts: [text(context.texts.notUnderstood)] });

  const promotionsOnly = confirmed === null && chosenId(context) === 'menu:promotions';
  const direct =
    confirmed === null && !promotionsOnly
      ? (choiceStep(context) ??
        shopQuestionStep(context, words, (code) => deps.cart.shortLink(code)))
      : null;
  const ordered = direct?.order && orderedJustNow(context, direct.order.productId);
  if (ordered)
    return keep(informed(context.texts.orderStatus.pending(deps.cart.shortLink(ordered))));
  if (direct !== null) return keep(direct);
  if (limitReached(context)) return keep(limited(context));
  const plan = await adviseStep(deps, context, words, { promotionsOnly, mayCallModel });
  return keep({ ...plan, dialogue: { unconfirmed: null, ...plan.dialogue } });
}

/** Prices of WhatsApp's catalogue are not ours: an advisor answers, who is told what Léa was. */
function withBasket(context: TurnContext, { content, details }: Message): TurnPlan {
  const basket = details?.basket;
  const told = [
    basket?.count == null ? null : `${basket.count} article${basket.count > 1 ? 's' : ''}`,
    basket?.total == null ? null : `total ${basket.total} ${basket.currency ?? ''}`.trim(),
    basket?.id == null ? null : `n° ${basket.id}`,
    content === '' ? null : content,
  ].filter((fact) => fact !== null);
  return handoff(context, {
    category: 'order',
    severity: 'handoff',
    reason: `Le client a envoyé un panier WhatsApp${told.length === 0 ? '' : ` : ${told.join(', ')}`}.`,
  });
}

/** The code of an order of this very product that was made a moment ago: a second tap does not order twice. */
const orderedJustNow = ({ latestOrders, conversation, now }: TurnContext, id: ProductId) =>
  latestOrders.find(
    ({ status, items, createdAt, conversationId }) =>
      status === 'pending' &&
      conversationId === conversation.id &&
      items.length === 1 &&
      items[0]!.productId === id &&
      now.getTime() - createdAt.getTime() < SAME_TAP_MS,
  )?.code;

const informed = (sentence: string): TurnPlan => ({ outcome: 'informed', parts: [text(sentence)] });

const limitReached = ({ modelTurns, shop }: TurnContext): boolean =>
  modelTurns.minute >= shop.modelCallsPerMinute || modelTurns.day >= shop.modelCallsPerDay;

/** A kind word once, and an advisor who looks at what is going on; then silence until the limit is over. */
function limited(context: TurnContext): TurnPlan {
  const known = context.openAlertCategories.has('flood');
  return {
    outcome: 'limited',
    parts: known ? [] : [text(context.texts.limited)],
    alert: {
      category: 'flood',
      severity: 'handoff',
      reason: 'Beaucoup de messages en peu de temps.',
    },
  };
}

function readBack(context: TurnContext, transcript: string): TurnPlan {
  const choices = [
    { id: 'transcript:yes', title: context.texts.yes },
    { id: 'transcript:no', title: context.texts.no },
  ];
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: context.texts.voiceReadBack(inShort(transcript)), choices }],
    dialogue: { unconfirmed: transcript, choices },
  };
}

/** What a message with buttons has room for. */
const LONGEST_READ_BACK = 700;
const inShort = (transcript: string): string =>
  transcript.length <= LONGEST_READ_BACK
    ? transcript
    : `${beginning(transcript, LONGEST_READ_BACK)}…`;

/** The transcript that was read back, when this turn says yes to it. */
function confirmedTranscript(context: TurnContext): string | null {
  const { unconfirmed } = context.conversation.dialogue;
  const last = context.messages.at(-1);
  if (unconfirmed === null || last === undefined) return null;
  const yes =
    last.buttonId === 'transcript:yes' ||
    (last.buttonId === null && matchYesNo(last.content) === 'yes');
  return yes ? unconfirmed : null;
}

/** What a transcription should know how to spell. */
function spokenWords({ messages, vocabulary }: TurnContext): readonly string[] {
  if (!messages.some((message) => message.kind === 'voice')) return [];
  return [...vocabulary.brands, ...vocabulary.categories, ...vocabulary.attributes];
}

const isWritten = (message: Message): boolean =>
  message.kind === 'text' || message.kind === 'button' || message.kind === 'image';
/** A tap that came without its title has only its id for a text, which means nothing. */
const isBareTap = ({ buttonId, content }: Message): boolean => content === buttonId;
const typedWords = (messages: readonly Message[]): readonly string[] =>
  messages
    .filter((message) => isWritten(message) && !isBareTap(message))
    .map((message) => message.content.trim())
    .filter((word) => word !== '');
const wordsOf = (messages: readonly Message[], files: MediaReading): string =>
  bothEnds(
    [
      ...messages
        .filter((message) => message.attachment === null && isWritten(message))
        .map((message) => message.content.trim()),
      ...files.words,
    ]
      .filter((word) => word !== '')
      .join('\n'),
    READ.danger,
  );
