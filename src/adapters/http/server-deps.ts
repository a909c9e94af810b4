import type { StaffAction } from '../../domain/audit/staff-actions.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { IdempotencyStore } from '../../ports/idempotency-store.ts';
import type { Identity } from '../../ports/identity.ts';
import type { InboundChannel } from '../../ports/inbound-channel.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { SimulatorPort } from '../../ports/simulator.ts';
import type { TableStore } from '../../ports/table-store.ts';
import type { Exposure } from '../network/exposure.ts';
import type { Route } from './core/define-route.ts';
import type { SignInMount } from './core/middleware/sign-in.ts';
import type { ResolveImage } from './images/routes.ts';
import type { MetricsPage, ReadinessCheck } from './operations/operator-routes.ts';
import type { ParseSlackInteraction } from './slack/routes.ts';
import type { UseCases } from './core/use-cases.ts';

export interface HttpSettings {
  /** Without a slash at the end; https switches on what only makes sense over TLS. */
  readonly publicUrl: string;
  readonly version: string;
  readonly publicApiKey: string;
  readonly serviceRoleKey: string | null;
  readonly cartCallbackSecret: string | null;
  readonly metricsToken: string | null;
  readonly exposure: Exposure;
  /** How many proxies stand in front. */
  readonly trustProxy: number;
  readonly corsOrigins: readonly string[];
  /** Bytes; 1 MB each unless said otherwise. */
  readonly bodyLimit?: number;
  readonly webhookBodyLimit?: number;
  /** Anonymous requests of one address a minute. */
  readonly anonymousPerMinute?: number;
  /** Wrong secrets of one address a minute. */
  readonly wrongSecretsPerMinute?: number;
}

/** Everything that the server needs; what is optional is not mounted when absent. */
export interface HttpServerDeps {
  readonly settings: HttpSettings;
  readonly useCases: UseCases;
  readonly channel: InboundChannel;
  readonly identity: Identity;
  /** Throws unless the actor may; keeps a trace of somebody signed in who may not. */
  readonly authorise: (actor: Actor, action: StaffAction) => Promise<void>;
  readonly tables: TableStore;
  readonly idempotency: IdempotencyStore;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: readonly ReadinessCheck[];
  readonly metricsPage?: MetricsPage;
  /** With `SLACK_SIGNING_SECRET` and the clock already in it. */
  readonly parseSlackInteraction?: ParseSlackInteraction;
  /** Sign-in, where it is ours. */
  readonly auth?: SignInMount;
  readonly simulator?: SimulatorPort;
  readonly images?: ResolveImage;
  /** Folder of the built dashboard. */
  readonly staticFiles?: { readonly root: string };
  /** Further routes, such as the dashboard's own. */
  readonly routes?: readonly Route[];
}
