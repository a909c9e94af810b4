import type { Route } from '../define-route.ts';
import type { HttpServerDeps } from '../http-server-deps.ts';
import { DEFAULT_BODY_LIMIT } from '../request/read-body.ts';
import { EventBatcher } from '../webhook/event-batcher.ts';
import { conversationRoutes } from './conversations.ts';
import { images } from './images.ts';
import { operatorRoutes } from './operator.ts';
import { orderLink } from './order-link.ts';
import { orderRoutes } from './orders.ts';
import { privacyRoutes } from './privacy.ts';
import { recommendProducts } from './recommend-products.ts';
import { simulatorRoutes } from './simulator.ts';
import { slackInteractions } from './slack-interactions.ts';
import { whatsappWebhook } from './whatsapp-webhook.ts';

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
