import { describe } from 'vitest';
import { auditContract } from './audit.contract.ts';
import { campaignsContract } from './campaigns.contract.ts';
import { catalogueContract } from './catalogue.contract.ts';
import { conversationQueueContract } from './conversation-queue.contract.ts';
import { conversationsContract } from './conversations.contract.ts';
import { couponsContract } from './coupons.contract.ts';
import { customersContract } from './customers.contract.ts';
import { earlyChangesContract } from './early-changes.contract.ts';
import { erasureContract } from './erasure.contract.ts';
import { joinedConversationsContract } from './joined-conversations.contract.ts';
import { messagesContract } from './messages.contract.ts';
import { recordsContract } from './records.contract.ts';
import { salesContract } from './sales.contract.ts';
import { shelfContract } from './shelf.contract.ts';
import type { OpenStore } from './store-under-test.ts';
import { unansweredContract } from './unanswered.contract.ts';
import { unitOfWorkContract } from './unit-of-work.contract.ts';

/** What every persistence adapter does, job queue aside (`jobQueueContract`). */
export function persistenceContract(name: string, open: OpenStore): void {
  describe(`persistence: ${name}`, () => {
    unitOfWorkContract(open);
    customersContract(open);
    conversationsContract(open);
    messagesContract(open);
    unansweredContract(open);
    catalogueContract(open);
    shelfContract(open);
    recordsContract(open);
    salesContract(open);
    couponsContract(open);
    campaignsContract(open);
    earlyChangesContract(open);
    joinedConversationsContract(open);
    erasureContract(open);
    auditContract(open);
    conversationQueueContract(open);
  });
}
