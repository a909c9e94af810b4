import type { Route } from './core/define-route.ts';
import type { HttpServerDeps } from './server-deps.ts';
import { DEFAULT_BODY_LIMIT } from './core/request/read-body.ts';
import { EventBatcher } from './webhook/event-batcher.ts';
import { conversationRoutes } from './conversations/routes.ts';
import { images } from './images/routes.ts';
import { operatorRoutes } from './operations/operator-routes.ts';
import { orderLink } from './orders/link-routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { recommendProducts } from './recommendations/routes.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import { slackInteractions } from './slack/routes.ts';
import { whatsappWebhook } from './webhook/routes.ts';

/** Every route that is mounted; the busiest one first. */
export function allRoutes(deps: HttpServerDeps, isClosing: () => boolean): Route[] {
  const { useCases, channel, settings, simulator, parseSlackInteraction, log } = deps;
  const batcher = new EventBatcher((events) => useCases.handleInboundMessage.execute({ events }));
  const { metricsPage, readiness } = deps;
  return [
    whatsappWebhook(channel, batcher, settings.webhookBodyLimit ?? DEFAULT_BODY_LIMIT),
    slackInteractions(parseSlackInteraction, useCases.takeAlert, log),
    ...conversationRoutes(useCases),
    recommendProducts(useCases.recommendProducts),
    ...orderRoutes(useCases, settings.cartCallbackSecret),
    ...privacyRoutes(useCases),
    orderLink(useCases.followOrderLink),
    ...operatorRoutes({ readiness, metricsPage, isClosing, ...settings }),
    ...(simulator === undefined ? [] : simulatorRoutes(simulator)),
    ...(deps.images === undefined ? [] : [images(deps.images)]),
    ...(deps.routes ?? []),
  ];
}
