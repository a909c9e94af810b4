import type { ParameterizedContext } from 'koa';

/** What the middleware notes about a request. */
export interface AppState {
  requestId: string;
  /** The route's pattern, never the path itself: paths can carry a phone number. */
  route?: string;
}

export type AppContext = ParameterizedContext<AppState>;
export type AppMiddleware = (ctx: AppContext, next: () => Promise<unknown>) => unknown;

/** Header names are lower case, as node gives them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
