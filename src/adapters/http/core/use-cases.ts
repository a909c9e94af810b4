import type { HandleInboundMessage } from '../../../application/handle-inbound-message.ts';
import type { EscalateToAdvisor } from '../../../application/escalate-to-advisor.ts';
import type { CreateOrderLink } from '../../../application/orders/create-order-link.ts';
import type { FollowOrderLink } from '../../../application/orders/follow-order-link.ts';
import type { SettleOrder } from '../../../application/orders/settle-order.ts';
import type { ExportUserData } from '../../../application/privacy/export-user-data.ts';
import type { PurgeUserData } from '../../../application/purge-user-data.ts';
import type { CloseConversation } from '../../../application/staff/close-conversation.ts';
import type { HandBack } from '../../../application/staff/hand-back.ts';
import type { RecommendProducts } from '../../../application/recommend-products.ts';
import type { SendMessage } from '../../../application/staff/send-message.ts';
import type { StartConversation } from '../../../application/staff/start-conversation.ts';
import type { TakeAlert } from '../../../application/staff/take-alert.ts';
import type { TakeOver } from '../../../application/staff/take-over.ts';
import type { Branded } from '../../../domain/shared/branded.ts';

/** A value as HTTP has it: ids are text. */
export type AsText<T> = unknown extends T
  ? T
  : T extends Branded<string, string>
    ? string
    : T extends string | number | boolean | Date | null | undefined
      ? T
      : { [K in keyof T]: AsText<T[K]> };

/** A use case of `src/application`, as HTTP calls it. */
export interface UseCase<C extends { execute(command: never): Promise<unknown> }> {
  execute(command: AsText<Parameters<C['execute']>[0]>): ReturnType<C['execute']>;
}

/** The use cases that HTTP calls. */
export interface UseCases {
  readonly handleInboundMessage: UseCase<HandleInboundMessage>;
  readonly startConversation: UseCase<StartConversation>;
  readonly sendMessage: UseCase<SendMessage>;
  readonly takeOver: UseCase<TakeOver>;
  readonly handBack: UseCase<HandBack>;
  readonly closeConversation: UseCase<CloseConversation>;
  readonly recommendProducts: UseCase<RecommendProducts>;
  readonly escalateToAdvisor: UseCase<EscalateToAdvisor>;
  readonly takeAlert: UseCase<TakeAlert>;
  readonly createOrderLink: UseCase<CreateOrderLink>;
  readonly settleOrder: UseCase<SettleOrder>;
  readonly followOrderLink: UseCase<FollowOrderLink>;
  readonly purgeUserData: UseCase<PurgeUserData>;
  readonly exportUserData: UseCase<ExportUserData>;
}
