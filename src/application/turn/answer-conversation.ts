import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { TurnOutcome } from '../../domain/conversation/turn.ts';
import type { Lease } from '../../ports/conversation-queue.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { commitTurn, type CommitMeans } from './commit-turn.ts';
import { decide, type DecideMeans } from './decide.ts';
import { loadTurn } from './load-turn.ts';

export interface TurnMeans extends CommitMeans, DecideMeans {
  readonly settings: ShopSettingsSource;
  readonly recipients: DataRecipients;
  readonly log: Log;
  readonly metrics: Metrics;
}

export type TurnResult = TurnOutcome | 'nothing_to_do' | 'overtaken' | 'lost';

/** One turn: read, decide (the model is called here, outside any transaction), commit if it still holds. */
export class AnswerConversation {
  readonly #means: TurnMeans;

  constructor(means: TurnMeans) {
    this.#means = means;
  }

  async execute(lease: Lease): Promise<TurnResult> {
    const context = await loadTurn(this.#means, lease.conversationId);
    if (context === null) return 'nothing_to_do';
    if (context.conversation.mode === 'assistant' && context.customer.serviceConsent === true) {
      void this.#means.gateway
        .showTyping(context.conversation.chatId)
        .catch(() => this.#means.log.info('typing_failed'));
    }
    const plan = await decide(this.#means, context);
    const result = await commitTurn(this.#means, lease, context, plan);
    if (result !== 'committed') {
      // What this turn stored belongs to nobody: the next one fetches it again.
      for (const { attachment } of plan.attachments ?? [])
        if (attachment.storageKey !== null && result === 'lost')
          await this.#means.store.delete(attachment.storageKey);
      this.#means.metrics.count('lea_turns_total', { outcome: result });
      return result;
    }
    this.#means.metrics.count('lea_turns_total', { outcome: plan.outcome });
    return plan.outcome;
  }
}
