import { trace, type AuditDetails } from '../../domain/audit/audit-entry.ts';
import { may, refusal, type StaffAction } from '../../domain/audit/staff-actions.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/**
 * The first line of every use case that staff can call. Whoever is signed in and may not leaves a trace of having
 * tried; a stranger does not, or anybody could fill the log.
 * @throws LeaError `unauthenticated`, `forbidden`
 */
export async function authorise(uow: UnitOfWork, actor: Actor, action: StaffAction): Promise<void> {
  if (may(actor, action)) return;
  if (actor.kind !== 'anonymous')
    await uow.run(SERVICE, ({ audit }) =>
      audit.record(trace(actor, action, { outcome: 'denied' })),
    );
  throw refusal(actor, action);
}

/** For a refusal that shows something of a person: what changed nothing may still be read. */
export const traceRefusal = (
  uow: UnitOfWork,
  actor: Actor,
  action: StaffAction,
  details: Pick<AuditDetails, 'rows' | 'subjects'>,
): Promise<void> =>
  uow.run(SERVICE, ({ audit }) =>
    audit.record(trace(actor, action, { ...details, outcome: 'failed' })),
  );
