import type { z } from 'zod';
import type { StaffAction } from '../../../domain/audit/staff-actions.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import type { AppContext, RequestHeaders } from './app-context.ts';
import type { Endpoint } from './endpoint.ts';
import type { Reply, RowReply } from './reply.ts';

/**
 * Who may call: the name of an action stands for whoever the domain's table of permissions lets do it. `open`
 * looks at no credentials of ours (the route has its own, or needs none); `anyone` resolves them and lets anonymous
 * callers in; `staff` is every role and the service.
 */
export type Who = 'open' | 'anyone' | 'staff' | StaffAction;

type Parsed<E, K extends 'query' | 'body'> = E extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

/** What a handler gets: checked, typed, without Koa. */
export interface RouteInput<E extends Endpoint = Endpoint> {
  readonly actor: Actor;
  readonly query: Parsed<E, 'query'>;
  readonly body: Parsed<E, 'body'>;
  /** Parts of the path, such as `:id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: RequestHeaders;
  readonly idempotencyKey: string | null;
}

interface RouteFacts {
  /** One sentence for the API's page. */
  readonly summary: string;
  readonly who: Who;
  /** Needs no credentials while Léa is only tried, for callers on her own machine. */
  readonly openInTrial?: true;
  readonly tag?: string;
  /** Bytes; 1 MB unless said otherwise. */
  readonly bodyLimit?: number;
  /** Not counted against the limit for anonymous callers. */
  readonly unlimited?: true;
  /** No browser calls it: it is answered without what is only for browsers. */
  readonly machinesOnly?: true;
  /** Further answers of success, by status, for the API's page. */
  readonly answers?: Readonly<Record<number, string>>;
  /** Refusals beyond the usual ones, by status, for the API's page. */
  readonly errors?: Readonly<Record<number, string>>;
  /** How it authenticates instead of a bearer, for the API's page. */
  readonly credential?: { readonly header: string; readonly description: string };
}

interface JsonRouteDeps<E extends Endpoint> extends RouteFacts {
  /** 200 unless said otherwise. */
  readonly status?: number;
  /** Honours the header `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Throws unless the raw body is authentic; runs before anything is parsed. */
  readonly verify?: (rawBody: Uint8Array, headers: RequestHeaders) => void;
  readonly handle: (
    input: RouteInput<E>,
  ) => Promise<z.input<E['response']> | Reply<z.input<E['response']>> | RowReply>;
}

export interface JsonRoute extends Omit<JsonRouteDeps<Endpoint>, 'handle'> {
  readonly kind: 'json';
  readonly contract: Endpoint;
  readonly handle: (input: RouteInput) => Promise<unknown>;
}

export interface RawRoute extends RouteFacts {
  readonly kind: 'raw';
  readonly contract: Endpoint;
  /** What it answers, when that is not JSON. */
  readonly contentType?: string;
  readonly status?: number;
  readonly handle: (ctx: AppContext, actor: Actor) => Promise<void> | void;
}

export type Route = JsonRoute | RawRoute;

/** JSON in, JSON out: checked against the contract before the handler runs. */
export function defineRoute<const E extends Endpoint>(
  contract: E,
  deps: JsonRouteDeps<E>,
): JsonRoute {
  // Only here are the types of one contract forgotten: the runner parses with the same contract.
  return { ...deps, kind: 'json', contract, handle: deps.handle };
}

/** For what is not JSON or streams; the contract then only documents. */
export function defineRawRoute(
  contract: Endpoint,
  deps: Omit<RawRoute, 'kind' | 'contract'>,
): RawRoute {
  return { ...deps, kind: 'raw', contract };
}
