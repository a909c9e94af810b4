import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { DialogueState } from '../../domain/conversation/dialogue-state.ts';
import { escalated } from '../../domain/conversation/ownership.ts';
import type { Turn, TurnId } from '../../domain/conversation/turn.ts';
import type { CustomerChanges } from '../../domain/customer/customer.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { fitParts } from '../../domain/message/fit-parts.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { consentVersionOf } from '../../domain/shop/consent-text.ts';
import { foldText } from '../../domain/language/normalise-text.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { NewMessage } from '../../ports/repositories/messages.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import { recordSurvey } from '../campaigns/record-survey.ts';
import { exportLink } from '../privacy/export-link.ts';
import type { PurgeUserData } from '../purge-user-data.ts';
import type { PrivacyDeps } from '../privacy/privacy-deps.ts';
import { placeOrder, type OrderDeps } from '../place-order.ts';
import { notifyChoices } from './notify-choices.ts';
import { previewOf } from './preview.ts';
import type { TurnContext } from './turn-context.ts';
import { text, type TurnPlan } from './turn-plan.ts';

export interface CommitDeps extends OrderDeps, PrivacyDeps {
  readonly uow: UnitOfWork;
  readonly purgeUserData: PurgeUserData;
}

/** After this long a customer who keeps writing is answered all the same, in milliseconds. */
const PATIENCE_MS = 20_000;

export type CommitResult = 'committed' | 'overtaken' | 'lost';

/**
 * Writes a turn whole, if it still holds: the lease is ours, nobody took the conversation over, nothing newer
 * came in, and nothing of what it answers was edited or taken back. Otherwise nothing is written.
 */
export async function commitTurn(
  deps: CommitDeps,
  lease: Lease,
  context: TurnContext,
  plan: TurnPlan,
): Promise<CommitResult> {
  return deps.uow.run(SERVICE, async (repositories) => {
    const [conversation, unhandled] = await Promise.all([
      repositories.conversations.lockHeld(lease),
      repositories.messages.unhandled(lease.conversationId),
    ]);
    if (conversation === null) return 'lost';
    if (conversation.mode !== context.conversation.mode) return 'overtaken';
    const read = new Map(context.messages.map((message) => [message.id, message]));
    const newer = unhandled.some(({ id }) => !read.has(id));
    const now = new Map(unhandled.map(({ id, content }) => [id, content]));
    const reworded = context.messages.some(({ id, content }) => now.get(id) !== content);
    const waitedMs = context.now.getTime() - context.messages[0]!.timestamp.getTime();
    const overtaken = reworded || (newer && waitedMs < PATIENCE_MS);
    if (overtaken && plan.alert === undefined && plan.erase === undefined) return 'overtaken';

    if (plan.erase) {
      await deps.purgeUserData.within(repositories, {
        userId: context.customer.id,
        requestedBy: 'customer',
        confirmTo: { chatId: conversation.chatId, language: context.customer.language },
      });
      return 'committed';
    }
    await write(repositories, deps, context, conversation, plan);
    return 'committed';
  });
}

/** What this turn changes of the customer. */
function learnt({ customer, languageChanged }: TurnContext, plan: TurnPlan): CustomerChanges {
  const { health, preferences, ...changes } = plan.customer ?? {};
  const isNew = (kept: object, now: object | undefined): boolean =>
    now !== undefined && JSON.stringify(now) !== JSON.stringify(kept);
  return {
    ...changes,
    ...(languageChanged ? { language: customer.language } : {}),
    ...(isNew(customer.health, health) ? { health } : {}),
    ...(isNew(customer.preferences, preferences) ? { preferences } : {}),
  };
}

async function write(
  repositories: Repositories,
  deps: CommitDeps,
  context: TurnContext,
  conversation: Conversation,
  planned: TurnPlan,
): Promise<void> {
  const { customer, messages, shop, recipients, now } = context;
  const turnId = deps.ids.uuid() as TurnId;
  for (const { messageId, attachment, content } of planned.attachments ?? [])
    await repositories.messages.setAttachment(messageId, attachment, content);
  if (planned.dropContents && planned.dropContents.length > 0)
    await repositories.messages.dropContents(planned.dropContents);
  if (planned.forget) await repositories.messages.forgetSaid(customer.id, planned.forget.since);

  const plan = planned.order
    ? await withOrder(repositories, deps, context, conversation, planned, planned.order)
    : planned;
  const parts = plan.exportLink
    ? [
        ...plan.parts,
        text(
          context.texts.keywords.export(await exportLink(repositories, deps, customer.id, now)),
          true,
        ),
      ]
    : plan.parts;

  for (const consent of plan.consents ?? []) {
    await repositories.customers.appendConsent({
      id: deps.ids.uuid(),
      userId: customer.id,
      ...consent,
      version: consentVersionOf(consent.purpose, shop, recipients),
      at: now,
    });
  }
  const left = plan.leaves ?? [];
  const aside = new Set([...left, ...(plan.defers ?? [])]);
  const answered = messages.map(({ id }) => id).filter((id) => !aside.has(id));
  const approval = plan.needsApproval === true && plan.outcome === 'recommended';
  // What nearly every turn writes, in one packet.
  await Promise.all([
    repositories.messages.markHandled(answered, turnId, now),
    left.length === 0 ? null : repositories.messages.leaveToHuman(left, now),
    repositories.customers.update(customer.id, learnt(context, plan)),
    repositories.conversations.save({
      ...(plan.escalates ? escalated(conversation, now) : conversation),
      dialogue: dialogueAfter(conversation.dialogue, plan, approval),
    }),
    repositories.messages.appendOutbound(
      fitParts(parts).map((part) => reply(deps, conversation, turnId, part, approval, now)),
    ),
    // Nothing was decided or said: no turn to remember.
    plan.outcome !== 'silent' || plan.triage != null || (plan.usage?.length ?? 0) > 0
      ? repositories.turns.insert(record(turnId, context, plan, approval, deps.clock.now()))
      : null,
    repositories.recommendations.insert(
      (plan.recommended ?? []).map((item) => ({
        ...item,
        id: deps.ids.uuid(),
        conversationId: conversation.id,
        turnId,
        at: now,
      })),
    ),
  ]);
  if (plan.unmet)
    await repositories.unmetDemand.record({
      ...plan.unmet,
      id: deps.ids.uuid(),
      conversationId: conversation.id,
      at: now,
    });
  if (plan.restock) await repositories.campaigns.requestRestock(customer.id, plan.restock, now);
  if (plan.survey) await recordSurvey(repositories, deps.ids, conversation.id, plan.survey);
  if (plan.alert)
    await deps.escalateToAdvisor.within(
      repositories,
      { conversationId: conversation.id, ...plan.alert },
      now,
    );
  if (approval) {
    await deps.escalateToAdvisor.within(
      repositories,
      {
        conversationId: conversation.id,
        category: 'approval',
        severity: 'handoff',
        reason: 'Une réponse de Léa attend votre accord.',
      },
      now,
    );
  }
}

/** What an advisor has yet to approve was not read: "1" still means what was. */
function dialogueAfter(
  before: DialogueState,
  { dialogue }: TurnPlan,
  approval: boolean,
): DialogueState {
  const after = { ...before, ...dialogue };
  if (!approval) return after;
  const { offered, choices } = after;
  return {
    ...after,
    offered: before.offered,
    choices: before.choices,
    suggested: { offered, choices },
  };
}

/** The order is made with the turn; what cannot be had any more is said instead. */
async function withOrder(
  repositories: Repositories,
  deps: CommitDeps,
  context: TurnContext,
  conversation: Conversation,
  plan: TurnPlan,
  wish: NonNullable<TurnPlan['order']>,
): Promise<TurnPlan> {
  const { texts, shop, today, now, customer } = context;
  try {
    const order = await placeOrder(
      repositories,
      deps,
      { conversation, items: [wish], madeBy: 'assistant' },
      shop,
      today,
      now,
    );
    const line = order.items[0]!;
    const parts: ReplyPart[] = [
      text(texts.orderLink(line.name, line.unitPriceCfa, deps.cart.shortLink(order.code))),
    ];
    const choices = [
      { id: 'marketing:yes', title: texts.yes },
      { id: 'marketing:no', title: texts.no },
    ];
    const asksMarketing = customer.marketingConsent === null && context.latestOrders.length === 0;
    if (asksMarketing) parts.push({ kind: 'choices', text: texts.marketingRequest, choices });
    return {
      ...plan,
      parts: [...plan.parts, ...parts],
      dialogue: { ...plan.dialogue, ...(asksMarketing ? { choices, offered: [] } : {}) },
    };
  } catch (error) {
    if (!(error instanceof LeaError)) throw error;
    const [product] = await repositories.products.getMany([wish.productId]);
    const sentence = product ? texts.orderGone(product.name) : texts.nothingFits;
    const gone: TurnPlan = {
      ...plan,
      outcome: 'nothing_fits',
      parts: [...plan.parts, text(sentence)],
    };
    if (product === undefined || !product.active) return gone;
    const unmet = {
      query: product.name,
      needKey: foldText(product.name).trim(),
      category: product.category,
      reason: 'out_of_stock',
      productId: product.id,
    } as const;
    const choices = notifyChoices([product], customer, texts);
    if (choices.length === 0) return { ...gone, unmet };
    return {
      ...gone,
      unmet,
      parts: [...plan.parts, { kind: 'choices', text: sentence, choices }],
      dialogue: { ...plan.dialogue, choices, offered: [] },
    };
  }
}

function reply(
  deps: CommitDeps,
  conversation: Conversation,
  turnId: TurnId,
  part: ReplyPart,
  approval: boolean,
  now: Date,
): NewMessage {
  return {
    id: deps.ids.uuid() as MessageId,
    conversationId: conversation.id,
    sender: 'assistant',
    authorId: null,
    kind: 'text',
    content: previewOf(part),
    buttonId: null,
    attachment: null,
    part,
    status: approval ? 'suggested' : 'queued',
    providerId: null,
    timestamp: now,
    turnId,
    echoId: null,
  };
}

function record(
  id: TurnId,
  context: TurnContext,
  plan: TurnPlan,
  approval: boolean,
  finishedAt: Date,
): Turn {
  const usage = plan.usage ?? [];
  const sum = (pick: (one: (typeof usage)[number]) => number): number =>
    usage.reduce((total, one) => total + pick(one), 0);
  return {
    id,
    conversationId: context.conversation.id,
    userId: context.customer.id,
    startedAt: context.now,
    finishedAt,
    outcome: approval ? 'suggested' : plan.outcome,
    triage: plan.triage ?? null,
    candidates: plan.candidates ?? [],
    model: usage.at(-1)?.model ?? null,
    modelCalls: usage.filter((one) => one.local !== true).length,
    promptTokens: sum((one) => one.promptTokens),
    cachedTokens: sum((one) => one.cachedTokens),
    completionTokens: sum((one) => one.completionTokens),
    costMilliCfa: sum((one) => one.costMilliCfa),
    responseMs: Math.max(0, finishedAt.getTime() - context.messages[0]!.timestamp.getTime()),
  };
}
