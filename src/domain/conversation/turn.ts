import type { Branded } from '../shared/branded.ts';
import type { ProductId } from '../catalogue/product.ts';
import type { UserId } from '../customer/customer.ts';
import type { ConversationId } from './conversation.ts';

export type TurnId = Branded<string, 'TurnId'>;

/** The record of one turn: what Léa did, on which grounds, at what cost. */
export interface Turn {
  readonly id: TurnId;
  readonly conversationId: ConversationId;
  readonly userId: UserId | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly outcome: TurnOutcome;
  readonly triage: {
    readonly severity: string;
    readonly category: string | null;
    readonly ruleIds: readonly string[];
  } | null;
  readonly candidates: readonly ProductId[];
  readonly model: string | null;
  readonly modelCalls: number;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly costMilliCfa: number;
  /** From the customer's first unanswered message to the commit of the reply, in milliseconds. */
  readonly responseMs: number;
}

export type TurnOutcome =
  | 'recommended'
  | 'asked'
  | 'talked'
  | 'nothing_fits'
  | 'escalated'
  | 'consent_asked'
  | 'consent_given'
  | 'consent_refused'
  | 'keyword'
  | 'ordered'
  | 'informed'
  | 'surveyed'
  | 'suggested'
  | 'silent'
  | 'limited'
  | 'fallback';
