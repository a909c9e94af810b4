import { z } from 'zod';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { InboundChannel } from '../../../ports/inbound-channel.ts';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { parseJson } from '../core/request/parse-json.ts';
import { readBody } from '../core/request/read-body.ts';
import type { EventBatcher } from './event-batcher.ts';

const contract = endpoint({
  method: 'POST',
  path: '/functions/whatsapp-webhook',
  body: z
    .record(z.string(), z.unknown())
    .describe("The gateway's event, as the gateway defines it"),
  response: z.object({}),
});

/** 200 means stored: the gateway repeats whatever is answered otherwise. The content type is not asked for. */
export function whatsappWebhook(
  channel: InboundChannel,
  batcher: EventBatcher,
  bodyLimit: number,
): Route {
  return defineRawRoute(contract, {
    summary: 'Takes what the messaging gateway reports, stores it, then answers',
    who: 'open',
    unlimited: true,
    machinesOnly: true,
    credential: {
      header: 'X-Webhook-Secret',
      description: 'The secret set as WHAPI_WEBHOOK_SECRET',
    },
    errors: { 401: 'invalid_secret', 503: 'overloaded' },
    async handle(ctx) {
      if (!channel.authenticate(ctx.headers)) {
        throw new LeaError(
          'unauthenticated',
          'invalid_secret',
          'The webhook secret is missing or wrong.',
        );
      }
      await batcher.submit(channel.parse(parseJson(await readBody(ctx, bodyLimit))));
      ctx.body = {};
    },
  });
}
