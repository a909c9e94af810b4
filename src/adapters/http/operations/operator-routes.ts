import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { LeaError } from '../../../domain/shared/errors.ts';
import { askedFromThisMachine, type Exposure } from '../../network/exposure.ts';
import type { AppContext } from '../core/app-context.ts';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';
import { sameSecret } from '../core/request/constant-time.ts';

/** Something that must work before requests are sent here; throws or answers false when it does not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<boolean | void>;
}

/** What Prometheus reads. */
export interface MetricsPage {
  readonly contentType: string;
  page(): Promise<string>;
}

export interface OperatorDeps {
  readonly readiness: readonly ReadinessCheck[];
  readonly metricsPage: MetricsPage | undefined;
  readonly metricsToken: string | null;
  readonly exposure: Exposure;
  readonly isClosing: () => boolean;
}

const CHECK_TIMEOUT_MS = 2_000;
const COMMON = { who: 'open', tag: 'Operation', unlimited: true } as const;
const get = (path: string) =>
  endpoint({ method: 'GET', path, response: z.record(z.string(), z.unknown()) });

export function operatorRoutes(deps: OperatorDeps): readonly Route[] {
  return [
    defineRawRoute(get('/healthz'), {
      ...COMMON,
      summary: 'The process is alive',
      handle: (ctx) => void (ctx.body = { status: 'ok' }),
    }),
    defineRawRoute(get('/readyz'), {
      ...COMMON,
      summary: 'Everything needed is there: database, worker',
      errors: { 503: 'not_ready' },
      handle: (ctx) => answerReadiness(ctx, deps),
    }),
    ...(deps.metricsPage === undefined ? [] : [metricsRoute(deps.metricsPage, deps)]),
  ];
}

async function answerReadiness(
  ctx: AppContext,
  { readiness, isClosing }: OperatorDeps,
): Promise<void> {
  const results = await Promise.all(
    readiness.map(async (item) => [item.name, await passes(item)] as const),
  );
  const checks = Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failed']));
  if (isClosing()) throw new HttpProblem(503, 'not_ready', 'Shutting down.', { details: checks });
  if (results.some(([, ok]) => !ok))
    throw new HttpProblem(503, 'not_ready', 'Not everything is there yet.', { details: checks });
  ctx.body = { status: 'ready', checks };
}

async function passes(item: ReadinessCheck): Promise<boolean> {
  try {
    return (
      (await Promise.race([item.check(), delay(CHECK_TIMEOUT_MS, false, { ref: false })])) !== false
    );
  } catch {
    return false;
  }
}

function metricsRoute(
  page: MetricsPage,
  { metricsToken: token, exposure }: Pick<OperatorDeps, 'metricsToken' | 'exposure'>,
): Route {
  return defineRawRoute(get('/metrics'), {
    ...COMMON,
    summary:
      'Figures for Prometheus; from elsewhere than this machine with METRICS_TOKEN as bearer',
    contentType: 'text/plain',
    errors: { 401: 'unauthenticated, invalid_token' },
    async handle(ctx) {
      const bearer = /^bearer +(\S+)$/i.exec(ctx.get('authorization'))?.[1] ?? '';
      const isRight = token !== null && sameSecret(bearer, token);
      if (!isRight && !askedFromThisMachine(ctx.req, exposure)) {
        const code = bearer === '' ? 'unauthenticated' : 'invalid_token';
        throw new LeaError('unauthenticated', code, 'METRICS_TOKEN is needed as bearer.');
      }
      ctx.set('Content-Type', page.contentType);
      ctx.body = await page.page();
    },
  });
}
