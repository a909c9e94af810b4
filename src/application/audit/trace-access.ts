import { trace, type AuditDetails } from '../../domain/audit/audit-entry.ts';
import { may, refusal, tableOf, type StaffAction } from '../../domain/audit/staff-actions.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from './authorise.ts';
import { OncePerWindow } from './once-per-window.ts';

/** A page that is open asks again every few seconds; within this time that is one access. */
const WINDOW_MS = 15 * 60_000;
/** Whoever tries in vain a hundred times a minute has tried once. */
const DENIAL_WINDOW_MS = 60_000;

export interface Access extends Pick<
  AuditDetails,
  'rows' | 'subjects' | 'columns' | 'count' | 'table'
> {
  readonly actor: Actor;
  readonly action: StaffAction;
  /** Whose conversation it is is looked up when nobody is named in `subjects`. */
  readonly conversationId?: ConversationId;
  /**
   * What makes it the same access as the one before: again within a quarter of an hour by the same caller, it leaves no
   * second line. Without it, each access leaves one.
   */
  readonly sameAs?: string;
}

/**
 * The trace of reading about people. It stands in the log before the answer goes out: what cannot be traced is
 * not shown.
 */
export class TraceAccess {
  readonly #uow: UnitOfWork;
  readonly #accesses: OncePerWindow;
  readonly #denials: OncePerWindow;

  constructor({ uow, clock }: { readonly uow: UnitOfWork; readonly clock: Clock }) {
    this.#uow = uow;
    this.#accesses = new OncePerWindow(clock, WINDOW_MS);
    this.#denials = new OncePerWindow(clock, DENIAL_WINDOW_MS);
  }

  /** @throws LeaError `unauthenticated`, `forbidden` */
  async execute(access: Access): Promise<void> {
    const { actor, action, sameAs } = access;
    await authorise(this.#uow, actor, action);
    if (sameAs === undefined) return this.#record(access);
    const key = JSON.stringify([callerOf(actor), action, sameAs]);
    await this.#accesses.run(key, () => this.#record(access));
  }

  /** Somebody signed in asked for what their role may not; `table` where the action does not say which. */
  async denied(actor: Actor, action: StaffAction, table = tableOf(action)): Promise<void> {
    await this.#denials.run(JSON.stringify([callerOf(actor), action, table]), () =>
      this.#uow.run(SERVICE, ({ audit }) =>
        audit.record(trace(actor, action, { table, outcome: 'denied' })),
      ),
    );
  }

  /**
   * At the door of a route, where trying again and again leaves one line. @throws LeaError `unauthenticated`,
   * `forbidden`
   */
  async authorise(actor: Actor, action: StaffAction): Promise<void> {
    if (may(actor, action)) return;
    if (actor.kind !== 'anonymous') await this.denied(actor, action);
    throw refusal(actor, action);
  }

  async #record({ actor, action, conversationId, sameAs: _, ...details }: Access): Promise<void> {
    await this.#uow.run(SERVICE, async ({ audit, conversations }) => {
      const person =
        conversationId === undefined || details.subjects !== undefined
          ? null
          : (await conversations.get(conversationId))?.userId;
      const subjects = details.subjects ?? (person == null ? [] : [person]);
      await audit.record(trace(actor, action, { ...details, subjects }));
    });
  }
}

/** From another address or through another door it is another access. */
const callerOf = (actor: Actor): readonly (string | null)[] => [
  actor.kind === 'staff' ? actor.userId : actor.kind,
  actor.from?.channel ?? null,
  actor.from?.address ?? null,
];
