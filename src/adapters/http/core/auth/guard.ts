import type { StaffAction } from '../../../../domain/audit/staff-actions.ts';
import { ANONYMOUS, type Actor, type Origin } from '../../../../domain/shared/actor.ts';
import { LeaError } from '../../../../domain/shared/errors.ts';
import type { Identity, StaffIdentity } from '../../../../ports/identity.ts';
import type { AppContext } from '../app-context.ts';
import { clientAddress } from '../request/client-address.ts';
import type { Who } from '../define-route.ts';
import { sameSecret } from '../request/constant-time.ts';
import { causedByOurselves } from './cross-site.ts';

export interface GuardDeps {
  readonly identity: Identity;
  /** The publishable key: a bearer equal to it is anonymous. */
  readonly publicApiKey: string;
  readonly serviceRoleKey: string | null;
  /** Throws unless the actor may; keeps a trace of somebody signed in who may not. */
  readonly authorise: (actor: Actor, action: StaffAction) => Promise<void>;
  /** Origins of our own pages, such as `https://lea.example`. */
  readonly ownOrigins: ReadonlySet<string>;
}

/** Finds out who calls, and whether they may. */
export class Guard {
  readonly #deps: GuardDeps;

  constructor(deps: GuardDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `unauthenticated`, `invalid_token` (401), `forbidden`, `cross_site_request` (403) */
  async admit(ctx: AppContext, who: Who): Promise<Actor> {
    if (who === 'open') return ANONYMOUS;
    const actor = await this.#resolve(ctx);
    if (who === 'anyone') return actor;
    if (who === 'staff' && actor.kind === 'anonymous') {
      throw new LeaError('unauthenticated', 'unauthenticated', 'Sign in, or send a bearer token.');
    }
    if (who !== 'staff') await this.#deps.authorise(actor, who);
    return actor;
  }

  async #resolve(ctx: AppContext): Promise<Actor> {
    const authorization = ctx.get('authorization');
    if (authorization !== '') {
      return this.#byBearer(authorization, { channel: 'api', address: clientAddress(ctx) });
    }
    if (ctx.get('cookie') === '') return ANONYMOUS;
    const staff = await this.#deps.identity.verifySession(ctx.headers);
    if (staff === null) return ANONYMOUS;
    if (!causedByOurselves(ctx, this.#deps.ownOrigins)) {
      throw new LeaError('forbidden', 'cross_site_request', 'Another site caused this request.');
    }
    return toActor(staff, { channel: 'dashboard', address: clientAddress(ctx) });
  }

  async #byBearer(authorization: string, from: Origin): Promise<Actor> {
    const { identity, publicApiKey, serviceRoleKey } = this.#deps;
    const token = /^bearer +([^\s]+) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw invalidToken();
    if (serviceRoleKey !== null && sameSecret(token, serviceRoleKey)) {
      return { kind: 'service', from };
    }
    if (sameSecret(token, publicApiKey)) return ANONYMOUS;
    const staff = await identity.verifyToken(token);
    if (staff === null) throw invalidToken();
    return toActor(staff, from);
  }
}

const invalidToken = (): LeaError =>
  new LeaError(
    'unauthenticated',
    'invalid_token',
    'The bearer token is not valid, or not any more.',
  );

const toActor = ({ userId, role }: StaffIdentity, from: Origin): Actor => ({
  kind: 'staff',
  userId,
  role,
  from,
});
