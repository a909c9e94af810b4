import { expect, expectTypeOf, test } from 'vitest';
import type { UseCases } from '../../../src/adapters/http/use-cases.ts';
import type { CreateOrderLink } from '../../../src/application/orders/create-order-link.ts';
import type { FollowOrderLink } from '../../../src/application/orders/follow-order-link.ts';
import type { SettleOrder } from '../../../src/application/orders/settle-order.ts';
import type { ExportUserData } from '../../../src/application/privacy/export-user-data.ts';
import type { PurgeUserData } from '../../../src/application/purge-user-data.ts';
import type { HandleInboundMessage } from '../../../src/application/handle-inbound-message.ts';
import type { CloseConversation } from '../../../src/application/staff/close-conversation.ts';
import type { HandBack } from '../../../src/application/staff/hand-back.ts';
import type { RecommendProducts } from '../../../src/application/staff/recommend-products.ts';
import type { SendMessage } from '../../../src/application/staff/send-message.ts';
import type { StartConversation } from '../../../src/application/staff/start-conversation.ts';
import type { TakeAlert } from '../../../src/application/staff/take-alert.ts';
import type { TakeOver } from '../../../src/application/staff/take-over.ts';
import type { EscalateToAdvisor } from '../../../src/application/escalate-to-advisor.ts';

interface Real {
  readonly handleInboundMessage: HandleInboundMessage;
  readonly startConversation: StartConversation;
  readonly sendMessage: SendMessage;
  readonly takeOver: TakeOver;
  readonly handBack: HandBack;
  readonly closeConversation: CloseConversation;
  readonly recommendProducts: RecommendProducts;
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly takeAlert: TakeAlert;
  readonly createOrderLink: CreateOrderLink;
  readonly settleOrder: SettleOrder;
  readonly followOrderLink: FollowOrderLink;
  readonly purgeUserData: PurgeUserData;
  readonly exportUserData: ExportUserData;
}

test('the classes of the application are what HTTP expects', () => {
  expectTypeOf<Real>().toExtend<UseCases>();
  expect.assertions(0);
});
