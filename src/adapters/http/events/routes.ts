import { createSession, type Session } from 'better-sse';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { Identity } from '../../../ports/identity.ts';
import type { LiveChange, LiveEvents, LiveType } from '../../../ports/live-events.ts';
import type { AppContext } from '../core/app-context.ts';
import { events } from './contract.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

export interface EventsDeps {
  readonly live: LiveEvents;
  readonly identity: Identity;
  /** Streams of one member of staff in this process. */
  readonly maxPerUser?: number;
  readonly heartbeatMs?: number;
  /** How often it is asked whether the caller may still listen. */
  readonly recheckMs?: number;
}

const FOR_EDITORS: ReadonlySet<LiveType> = new Set(['product', 'settings']);
const RETRY_MS = 2_000;

/** Streams of changes for the dashboard. */
export class EventStreams {
  readonly #deps: EventsDeps;
  readonly #open = new Map<string, Set<() => void>>();

  constructor(deps: EventsDeps) {
    this.#deps = deps;
  }

  route(): Route {
    return defineRawRoute(events, {
      summary: 'Server-sent events: what changed, by id; resumes with Last-Event-ID',
      tag: 'Dashboard',
      who: 'staff',
      contentType: 'text/event-stream',
      errors: { 429: 'too_many_streams' },
      handle: (ctx, actor) => this.#stream(ctx, actor),
    });
  }

  /** Ends every stream, so that a closing server need not wait for them; browsers come back by themselves. */
  close(): void {
    for (const streams of this.#open.values()) for (const end of streams) end();
  }

  async #stream(ctx: AppContext, actor: Actor): Promise<void> {
    const { live, maxPerUser = 20, heartbeatMs = 15_000, recheckMs = 30_000 } = this.#deps;
    const user = actor.kind === 'staff' ? actor.userId : 'service';
    const mine = this.#open.get(user) ?? new Set<() => void>();
    if (mine.size >= maxPerUser)
      throw new HttpProblem(429, 'too_many_streams', `At most ${maxPerUser} streams at once.`, {
        headers: { 'Retry-After': '10' },
      });

    const end = (): void => void ctx.res.end();
    this.#open.set(user, mine.add(end));
    const leave = (): void => {
      mine.delete(end);
      if (mine.size === 0) this.#open.delete(user);
    };

    // Listens before the headers go, so that whoever has them misses nothing.
    const early: LiveChange[] = [];
    let push = (change: LiveChange): void => void early.push(change);
    // A browser that has just come reads everything anyway.
    let reset = (): void => undefined;
    const stop = await live
      .subscribe({
        changed: (changes) =>
          changes.filter(({ type }) => mayHear(actor, type)).forEach((change) => push(change)),
        reset: () => reset(),
      })
      .catch((error: unknown) => {
        leave();
        throw error;
      });
    if (ctx.req.destroyed) {
      leave();
      stop();
      return;
    }

    const lastId = ctx.get('last-event-id');
    ctx.respond = false;
    ctx.res.statusCode = 200;
    const session = await createSession(ctx.req, ctx.res, {
      keepAlive: heartbeatMs,
      retry: RETRY_MS,
      headers: {
        'Cache-Control': 'private, no-cache, no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
    push = (change) => tell(session, change);
    reset = () => void session.push({ id: null }, 'reset', '');
    const recheck = setInterval(
      () =>
        void this.#stillMay(ctx, actor).then(
          (may) => (may ? undefined : end()),
          () => undefined,
        ),
      recheckMs,
    );
    recheck.unref();
    session.once('disconnected', () => {
      stop();
      clearInterval(recheck);
      leave();
    });
    early.forEach(push);
    if (lastId !== '') await this.#resume(session, lastId, actor);
  }

  async #resume(session: Session, lastId: string, actor: Actor): Promise<void> {
    const missed = await this.#deps.live.since(lastId).catch(() => null);
    if (!session.isConnected) return;
    if (missed === null) session.push({ id: null }, 'reset', '');
    else for (const change of missed) if (mayHear(actor, change.type)) tell(session, change);
  }

  /** A stream outlives the request that began it: an account that was disabled or changed roles ends it. */
  async #stillMay(ctx: AppContext, actor: Actor): Promise<boolean> {
    if (actor.kind !== 'staff') return true;
    const bearer = /^bearer +(\S+) *$/i.exec(ctx.get('authorization'))?.[1];
    const { identity } = this.#deps;
    const staff =
      bearer === undefined
        ? await identity.verifySession(ctx.headers)
        : await identity.verifyToken(bearer);
    return staff !== null && staff.userId === actor.userId && staff.role === actor.role;
  }
}

/** As the tables' policies have it: an editor of products has no part in conversations. */
const mayHear = (actor: Actor, type: LiveType): boolean =>
  actor.kind === 'service' ||
  (actor.kind === 'staff' && (actor.role !== 'product_editor' || FOR_EDITORS.has(type)));

const tell = (session: Session, { position, type, id, conversationId }: LiveChange): void =>
  void session.push(
    { id, ...(conversationId === null ? {} : { conversation_id: conversationId }) },
    type,
    position,
  );
