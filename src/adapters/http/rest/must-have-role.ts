import type { Actor, StaffRole } from '../../../domain/shared/actor.ts';
import { LeaError } from '../../../domain/shared/errors.ts';

/** The service may do what staff may. @throws LeaError `unauthenticated`, `forbidden` */
export function mustHaveRole(actor: Actor, roles: readonly StaffRole[]): void {
  if (actor.kind === 'anonymous')
    throw new LeaError('unauthenticated', 'unauthenticated', 'Sign in, or send a bearer token.');
  if (actor.kind === 'staff' && !roles.includes(actor.role))
    throw new LeaError('forbidden', 'forbidden', `This needs the role ${roles.join(' or ')}.`);
}
