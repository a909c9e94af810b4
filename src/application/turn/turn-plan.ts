import type { ProductId } from '../../domain/catalogue/product.ts';
import type { AlertSeverity } from '../../domain/conversation/alert.ts';
import type { DialogueState } from '../../domain/conversation/dialogue-state.ts';
import type { Turn, TurnOutcome } from '../../domain/conversation/turn.ts';
import type { ConsentPurpose, CustomerChanges } from '../../domain/customer/customer.ts';
import type { Attachment, Message, MessageId } from '../../domain/message/message.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import type { SurveyReply } from '../campaigns/record-survey.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { UnmetReason } from '../../ports/repositories/records.ts';

/** What a turn will do, decided before anything is written: commit writes all of it or nothing. */
export interface TurnPlan {
  readonly outcome: TurnOutcome;
  readonly parts: readonly ReplyPart[];
  /** An advisor is called, and Léa falls silent. */
  readonly escalates?: true;
  readonly dialogue?: Partial<DialogueState>;
  readonly customer?: CustomerChanges;
  readonly consents?: readonly {
    readonly purpose: ConsentPurpose;
    readonly given: boolean;
    readonly messageId: MessageId;
  }[];
  readonly alert?: {
    readonly category: string;
    readonly severity: AlertSeverity;
    readonly reason: string;
  };
  readonly triage?: Turn['triage'];
  readonly candidates?: readonly ProductId[];
  readonly recommended?: readonly {
    readonly productId: ProductId;
    readonly rank: number;
    readonly reason: string;
  }[];
  readonly unmet?: {
    readonly query: string;
    readonly needKey: string;
    readonly category: string | null;
    readonly reason: UnmetReason;
    readonly productId: ProductId | null;
  };
  readonly order?: { readonly productId: ProductId; readonly quantity: number };
  readonly usage?: readonly ModelUsage[];
  /** What files turned out to say. */
  readonly attachments?: readonly {
    readonly messageId: MessageId;
    readonly attachment: Attachment;
    readonly content: string;
  }[];
  /** Refused content that must not be kept. */
  readonly dropContents?: readonly MessageId[];
  /** All that the customer wrote since then is emptied: the whole of it with null. */
  readonly forget?: { readonly since: Date | null };
  /** Not answered, as a person has the conversation: theirs, and Léa's once they hand it back. */
  readonly leaves?: readonly MessageId[];
  /** Taken up by a turn of its own right after this one. */
  readonly defers?: readonly MessageId[];
  /** Everything about the person goes; nothing else of the plan is written. */
  readonly erase?: true;
  readonly exportLink?: true;
  /** To be told when it is back on the shelf. */
  readonly restock?: ProductId;
  /** A note after an order, or what the customer says about it. */
  readonly survey?: SurveyReply;
  /** A category whose replies an advisor approves first. */
  readonly needsApproval?: boolean;
}

export const text = (value: string, always?: true): ReplyPart => ({
  kind: 'text',
  text: value,
  ...(always ? { always } : {}),
});

/** A plan for some of a turn's messages; the others follow in a turn of their own. */
export const deferring = (
  messages: readonly Message[],
  taken: readonly Message[],
  plan: TurnPlan,
): TurnPlan => ({
  ...plan,
  defers: messages.filter((message) => !taken.includes(message)).map(({ id }) => id),
});

/** A later plan on top of an earlier one: words follow each other, facts of the later one win. */
export function followedBy(first: TurnPlan, second: TurnPlan): TurnPlan {
  const dialogue = { ...first.dialogue, ...second.dialogue };
  const customer = { ...first.customer, ...second.customer };
  return {
    ...first,
    ...second,
    parts: [...first.parts, ...second.parts],
    consents: [...(first.consents ?? []), ...(second.consents ?? [])],
    usage: [...(first.usage ?? []), ...(second.usage ?? [])],
    attachments: [...(first.attachments ?? []), ...(second.attachments ?? [])],
    dropContents: [...(first.dropContents ?? []), ...(second.dropContents ?? [])],
    ...(Object.keys(dialogue).length > 0 ? { dialogue } : {}),
    ...(Object.keys(customer).length > 0 ? { customer } : {}),
  };
}
