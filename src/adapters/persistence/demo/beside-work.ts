import { SERVICE } from '../../../domain/shared/actor.ts';
import type { ConversationQueue } from '../../../ports/conversation-queue.ts';
import type { DemoUnitOfWork } from './demo-unit-of-work.ts';

/** The queue on the demo's one transaction: each of its statements sets its rights itself. */
export const queueBeside = (uow: DemoUnitOfWork, queue: ConversationQueue): ConversationQueue => ({
  claim: (...asked) => uow.beside(SERVICE, () => queue.claim(...asked)),
  claimSuspect: (...asked) => uow.beside(SERVICE, () => queue.claimSuspect(...asked)),
  renew: (...asked) => uow.beside(SERVICE, () => queue.renew(...asked)),
  release: (lease) => uow.beside(SERVICE, () => queue.release(lease)),
  fail: (...asked) => uow.beside(SERVICE, () => queue.fail(...asked)),
  postpone: (...asked) => uow.beside(SERVICE, () => queue.postpone(...asked)),
  straighten: (...asked) => uow.beside(SERVICE, () => queue.straighten(...asked)),
  onWork: (listener) => queue.onWork(listener),
});
