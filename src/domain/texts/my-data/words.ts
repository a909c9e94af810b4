import type { CampaignFailure, CampaignMessage, CampaignType } from '../../campaign/campaign.ts';
import type { AlertSeverity } from '../../conversation/alert.ts';
import type { Choice, DialogueState } from '../../conversation/dialogue-state.ts';
import type { ConversationMode } from '../../conversation/conversation.ts';
import type { TurnOutcome } from '../../conversation/turn.ts';
import type {
  ConsentPurpose,
  HealthProfile,
  Language,
  Preferences,
} from '../../customer/customer.ts';
import type { DeliveryStatus, Attachment, MessageKind, Sender } from '../../message/message.ts';
import type { OrderStatus, OrderVia } from '../../order/order.ts';
import type { ExportedTable, GivenColumn } from '../../privacy/export-rules.ts';
import type { CautionTopic } from '../../recommendation/cautions.ts';
import type { Need } from '../../recommendation/need.ts';
import type { TriageCategory } from '../../triage/rule.ts';

/** What a table's section is called, and each of its columns that a person is shown. */
export type TableWords = {
  readonly [T in ExportedTable]: {
    readonly title: string;
    readonly columns: { readonly [C in GivenColumn<T>]: string };
  };
};

type OrderEventKind = 'created' | 'delivery' | 'reported' | 'amount_differs';
type UnmetReason = 'not_found' | 'out_of_stock' | 'too_expensive' | 'unsuitable';
type ShownValue =
  | Sender
  | MessageKind
  | DeliveryStatus
  | OrderStatus
  | OrderVia
  | OrderEventKind
  | UnmetReason
  | ConversationMode
  | AlertSeverity
  | TurnOutcome
  | ConsentPurpose
  | CampaignType
  | CampaignMessage['status']
  | CampaignFailure
  | TriageCategory
  | CautionTopic
  | Language
  | 'open'
  | 'closed'
  | 'none'
  | 'stub'
  | 'true'
  | 'false';

type ShownField =
  | keyof HealthProfile
  | keyof Preferences
  | keyof Need
  | keyof DialogueState
  | keyof Choice
  | Exclude<keyof Attachment, TechnicalField>
  | 'severity'
  | 'category';

/** Fields within a value that only a program reads. */
export const TECHNICAL_FIELDS = [
  'providerMediaId',
  'link',
  'storageKey',
  'mimeType',
  'fileSize',
  'ruleIds',
  'held',
  'id',
] as const;
type TechnicalField = (typeof TECHNICAL_FIELDS)[number];

export interface MyDataTexts {
  readonly tables: TableWords;
  /** What a stored word means; one that is not here is shown as it stands. */
  readonly values: { readonly [V in ShownValue]: string };
  /** Names of fields within a value. */
  readonly fields: { readonly [F in ShownField]?: string } & {
    readonly [F in Exclude<ShownField, TechnicalField>]: string;
  };
  readonly page: {
    readonly title: string;
    readonly intro: string;
    readonly toErase: string;
    readonly download: string;
    readonly files: (count: number) => string;
    readonly filesInside: (count: number) => string;
    readonly gone: string;
    readonly leftOut: string;
  };
}
