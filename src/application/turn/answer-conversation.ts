import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { Message } from '../../domain/message/message.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { TurnOutcome } from '../../domain/conversation/turn.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { giveBackFromMachine, judgePhoneAnswer } from '../phone-answers.ts';
import { commitTurn, type CommitDeps } from './commit-turn.ts';
import { decide, type DecideDeps } from './decide.ts';
import { lastSaid } from './last-said.ts';
import { loadTurn } from './load-turn.ts';
import { effectsOf } from './turn-plan.ts';
import type { TurnContext } from './turn-context.ts';

export interface TurnDeps extends CommitDeps, DecideDeps {
  readonly settings: ShopSettingsSource;
  readonly recipients: DataRecipients;
  readonly log: Log;
  readonly metrics: Metrics;
}

export type TurnResult = TurnOutcome | 'nothing_to_do' | 'overtaken' | 'lost';

/** One turn: read, decide (the model is called here, outside any transaction), commit if it still holds. */
export class AnswerConversation {
  readonly #deps: TurnDeps;

  constructor(deps: TurnDeps) {
    this.#deps = deps;
  }

  async execute(lease: Lease): Promise<TurnResult> {
    const context = await this.#read(lease);
    if (context === null) return 'nothing_to_do';
    if (context.conversation.mode === 'assistant' && context.customer.serviceConsent === true) {
      void this.#deps.gateway
        .showTyping(context.conversation.chatId)
        .catch(() => this.#deps.log.info('typing_failed'));
    }
    const plan = await decide(this.#deps, context);
    const result = await commitTurn(this.#deps, lease, context, plan);
    if (result !== 'committed') {
      // What this turn stored belongs to nobody: the next one fetches it again.
      for (const { attachment } of effectsOf(plan, 'file'))
        if (attachment.storageKey !== null && result === 'lost')
          await this.#deps.store.delete(attachment.storageKey);
      this.#deps.metrics.count('lea_turns_total', { outcome: result });
      return result;
    }
    this.#deps.metrics.count('lea_turns_total', { outcome: plan.outcome });
    return plan.outcome;
  }

  /** A greeting of the shop's phone may have come before the message that it answers: it is judged anew then. */
  async #read(lease: Lease): Promise<TurnContext | null> {
    const { uow, clock } = this.#deps;
    const context = await loadTurn(this.#deps, lease.conversationId);
    const answer = context === null ? null : answeredBefore(context);
    if (answer === null) return context;
    const mistaken = await uow.run(SERVICE, (repositories) =>
      judgePhoneAnswer(repositories, this.#deps, answer, clock.now()),
    );
    for (const { conversationId: id, timestamp } of mistaken)
      await giveBackFromMachine(uow, { id, timestamp });
    return loadTurn(this.#deps, lease.conversationId);
  }
}

/** The word from the phone that arrived before what it answers. */
function answeredBefore(context: TurnContext): Message | null {
  const { mode, assignedTo } = context.conversation;
  const said = lastSaid(context);
  if (mode !== 'human' || assignedTo !== null || said?.sender !== 'human') return null;
  const isLate = context.messages.some(
    ({ seq, timestamp }) => seq > said.seq && timestamp <= said.timestamp,
  );
  return isLate ? said : null;
}
