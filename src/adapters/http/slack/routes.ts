import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { Log } from '../../../ports/log.ts';
import type { RequestHeaders } from '../core/app-context.ts';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { describeFailure } from '../core/error-map.ts';
import { clientAddress } from '../core/request/client-address.ts';
import { DEFAULT_BODY_LIMIT, readBody } from '../core/request/read-body.ts';
import type { UseCases } from '../core/use-cases.ts';

/** Checks Slack's signature and reads the press of a button. @throws LeaError `bad_signature` (401) */
export type ParseSlackInteraction = (request: {
  readonly rawBody: Uint8Array;
  readonly headers: RequestHeaders;
}) => {
  readonly alertId: string;
  readonly slackUserId: string;
  readonly slackUserName: string;
};

const contract = endpoint({
  method: 'POST',
  path: '/functions/slack-interactions',
  response: z.object({}),
});

/** Slack shows an error to the advisor after three seconds. */
const ACKNOWLEDGE_WITHIN_MS = 2_000;

/** "Prendre en charge" in Slack. */
export function slackInteractions(
  parse: ParseSlackInteraction | undefined,
  takeAlert: UseCases['takeAlert'],
  log: Log,
  acknowledgeWithinMs = ACKNOWLEDGE_WITHIN_MS,
): Route {
  return defineRawRoute(contract, {
    summary: 'The button "Prendre en charge" of an alert in Slack',
    who: 'open',
    unlimited: true,
    credential: { header: 'X-Slack-Signature', description: "Slack's signature over the raw body" },
    errors: { 401: 'bad_signature' },
    async handle(ctx) {
      if (parse === undefined) {
        throw new LeaError(
          'unauthenticated',
          'bad_signature',
          'SLACK_SIGNING_SECRET is not set, so no request can be checked.',
        );
      }
      const rawBody = await readBody(ctx, DEFAULT_BODY_LIMIT);
      const { alertId, slackUserId, slackUserName } = parse({ rawBody, headers: ctx.headers });
      const command = {
        // Slack vouches for who pressed; that person has no account with us.
        actor: {
          kind: 'service',
          from: { channel: 'slack', address: clientAddress(ctx), externalId: slackUserId },
        },
        alertId,
        advisorName: slackUserName,
        advisorId: null,
      } as const;
      const done = takeAlert.execute(command).catch((error: unknown) => {
        // Erased or closed meanwhile: pressing again would not help anybody.
        if (!(error instanceof LeaError && error.kind === 'not_found')) throw error;
      });
      const inTime = await Promise.race([
        done.then(() => true),
        delay(acknowledgeWithinMs, false, { ref: false }),
      ]);
      if (!inTime)
        done.catch((error: unknown) => log.error('http.slack_take_failed', describeFailure(error)));
      ctx.body = {};
    },
  });
}
