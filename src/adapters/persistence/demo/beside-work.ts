import { SERVICE } from '../../../domain/shared/actor.ts';
import type { ConversationQueue } from '../../../ports/conversation-queue.ts';
import type { InboxMarks } from '../../../ports/inbox-marks.ts';
import type { DemoUnitOfWork } from './demo-unit-of-work.ts';

/** The queue on the demo's one transaction: each of its statements sets its rights itself. */
export const queueBeside = (uow: DemoUnitOfWork, queue: ConversationQueue): ConversationQueue => ({
  claim: (...asked) => uow.beside(SERVICE, () => queue.claim(...asked)),
  claimSuspect: (...asked) => uow.beside(SERVICE, () => queue.claimSuspect(...asked)),
  renew: (...asked) => uow.beside(SERVICE, () => queue.renew(...asked)),
  release: (lease) => uow.beside(SERVICE, () => queue.release(lease)),
  fail: (...asked) => uow.beside(SERVICE, () => queue.fail(...asked)),
  postpone: (...asked) => uow.beside(SERVICE, () => queue.postpone(...asked)),
  onWork: (listener) => queue.onWork(listener),
});

/** Likewise for the marks of staff. */
export const marksBeside = (uow: DemoUnitOfWork, marks: InboxMarks): InboxMarks => ({
  setLabels: (actor, ...rest) => uow.beside(actor, () => marks.setLabels(actor, ...rest)),
  setSnooze: (actor, ...rest) => uow.beside(actor, () => marks.setSnooze(actor, ...rest)),
  clearUnread: (actor, ...rest) => uow.beside(actor, () => marks.clearUnread(actor, ...rest)),
  addNote: (actor, ...rest) => uow.beside(actor, () => marks.addNote(actor, ...rest)),
});
