import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { DialogueState } from '../../domain/conversation/dialogue-state.ts';
import { escalated } from '../../domain/conversation/ownership.ts';
import type { Turn, TurnId } from '../../domain/conversation/turn.ts';
import type { CustomerChanges } from '../../domain/customer/customer.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { PurgeUserData } from '../purge-user-data.ts';
import { replyMessages } from '../reply-messages.ts';
import type { TurnContext } from './turn-context.ts';
import { effectsOf, type TurnPlan } from './turn-plan.ts';
import { NoLongerHolds, writeAfter, writeBefore, type EffectDeps } from './write-effects.ts';

export interface CommitDeps extends EffectDeps {
  readonly uow: UnitOfWork;
  readonly purgeUserData: PurgeUserData;
}

/** After this long a customer who keeps writing is answered all the same, in milliseconds. */
const PATIENCE_MS = 20_000;

export type CommitResult = 'committed' | 'overtaken' | 'lost';

/**
 * Writes a turn whole, if it still holds: the lease is ours, nobody took the conversation over, nothing newer
 * came in, nothing of what it answers was edited or taken back, and what it orders can be had at the price that it
 * names. Otherwise nothing is written.
 */
export async function commitTurn(
  deps: CommitDeps,
  lease: Lease,
  context: TurnContext,
  plan: TurnPlan,
): Promise<CommitResult> {
  try {
    return await deps.uow.run(SERVICE, async (repositories) => {
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
      const erases = effectsOf(plan, 'erase').length > 0;
      const cannotWait = erases || effectsOf(plan, 'alert').length > 0;
      if (overtaken && !cannotWait) return 'overtaken';

      if (erases)
        await deps.purgeUserData.within(repositories, {
          userId: context.customer.id,
          requestedBy: 'customer',
          confirmTo: { chatId: conversation.chatId, language: context.customer.language },
        });
      else await write(repositories, deps, context, conversation, plan);
      return 'committed';
    });
  } catch (error) {
    if (error instanceof NoLongerHolds) return 'overtaken';
    throw error;
  }
}

async function write(
  repositories: Repositories,
  deps: CommitDeps,
  context: TurnContext,
  conversation: Conversation,
  plan: TurnPlan,
): Promise<void> {
  const { customer, messages, now } = context;
  const turnId = deps.ids.uuid() as TurnId;
  await writeBefore(repositories, deps, context, conversation, plan.effects ?? []);

  const left = effectsOf(plan, 'leave').flatMap((effect) => effect.messages);
  const deferred = effectsOf(plan, 'defer').flatMap((effect) => effect.messages);
  const aside = new Set([...left, ...deferred]);
  const answered = messages.map(({ id }) => id).filter((id) => !aside.has(id));
  const awaitsApproval = effectsOf(plan, 'await_approval').length > 0;
  const silences = effectsOf(plan, 'alert').some((alert) => alert.silences);
  // What nearly every turn writes, in one packet.
  await Promise.all([
    repositories.messages.markHandled(answered, turnId, now),
    left.length === 0 ? null : repositories.messages.leaveToHuman(left, now),
    repositories.customers.update(customer.id, learnt(context, plan)),
    repositories.conversations.save({
      ...(silences ? escalated(conversation, now) : conversation),
      dialogue: dialogueAfter(conversation.dialogue, plan, awaitsApproval),
    }),
    repositories.messages.appendOutbound(
      replyMessages(deps.ids, conversation.id, plan.parts, now, {
        turnId,
        status: awaitsApproval ? 'suggested' : 'queued',
      }),
    ),
    // Nothing was decided or said: no turn to remember.
    plan.outcome !== 'silent' || plan.triage != null || (plan.usage?.length ?? 0) > 0
      ? repositories.turns.insert(record(turnId, context, plan, awaitsApproval, deps.clock.now()))
      : null,
    repositories.recommendations.insert(
      effectsOf(plan, 'recommend').flatMap(({ items }) =>
        items.map((item) => ({
          ...item,
          id: deps.ids.uuid(),
          conversationId: conversation.id,
          turnId,
          at: now,
        })),
      ),
    ),
  ]);
  await writeAfter(repositories, deps, context, conversation, plan.effects ?? []);
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

/** What an advisor has yet to approve was not read: "1" still means what was. */
function dialogueAfter(
  before: DialogueState,
  { dialogue }: TurnPlan,
  awaitsApproval: boolean,
): DialogueState {
  const after = { ...before, ...dialogue };
  if (!awaitsApproval) return after;
  const { offered, choices } = after;
  return {
    ...after,
    offered: before.offered,
    choices: before.choices,
    suggested: { offered, choices },
  };
}

function record(
  id: TurnId,
  context: TurnContext,
  plan: TurnPlan,
  awaitsApproval: boolean,
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
    outcome: awaitsApproval ? 'suggested' : plan.outcome,
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
