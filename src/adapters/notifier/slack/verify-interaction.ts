import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { LeaError } from '../../../domain/shared/errors.ts';
import { TAKE_ALERT_ACTION } from './slack-blocks.ts';

/** Somebody in Slack pressed "Prendre en charge". */
interface SlackInteraction {
  readonly alertId: string;
  readonly slackUserId: string;
  readonly slackUserName: string;
  readonly responseUrl: string | null;
  readonly channel: string | null;
  readonly ts: string | null;
}

export interface SlackRequest {
  /** The bytes as they came: the signature is over them. */
  readonly rawBody: Uint8Array | string;
  /** Lower-case names, as node gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly signingSecret: string;
  readonly now: Date;
}

const MAX_AGE_SECONDS = 300;

const payloadSchema = z.object({
  type: z.literal('block_actions'),
  user: z.object({
    id: z.string().min(1).max(64),
    name: z.string().max(200).optional(),
    username: z.string().max(200).optional(),
  }),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
  response_url: z.url({ protocol: /^https?$/ }).optional(),
  container: z
    .object({ channel_id: z.string().optional(), message_ts: z.string().optional() })
    .optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string() }).optional(),
});

/** Checks Slack's signature and age, then reads the button press out of the form. */
export function parseSlackInteraction(request: SlackRequest): SlackInteraction {
  const body = Buffer.from(request.rawBody);
  verifySignature(request, body);
  const payload = payloadSchema.safeParse(readPayload(body));
  const action = payload.data?.actions.find(({ action_id }) => action_id === TAKE_ALERT_ACTION);
  const alertId = z.guid().safeParse(action?.value);
  if (!payload.success || !alertId.success)
    throw new LeaError('invalid', 'invalid_interaction', 'This is no button of ours.');
  const { user, response_url, container, channel, message } = payload.data;
  return {
    alertId: alertId.data,
    slackUserId: user.id,
    slackUserName: user.name ?? user.username ?? user.id,
    responseUrl: response_url ?? null,
    channel: channel?.id ?? container?.channel_id ?? null,
    ts: message?.ts ?? container?.message_ts ?? null,
  };
}

function verifySignature({ headers, signingSecret, now }: SlackRequest, body: Buffer): void {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (
    typeof timestamp === 'string' &&
    typeof signature === 'string' &&
    /^\d{1,12}$/.test(timestamp) &&
    signingSecret !== ''
  ) {
    const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
    const expected = Buffer.from(
      `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
    );
    const given = Buffer.from(signature);
    if (
      age <= MAX_AGE_SECONDS &&
      given.length === expected.length &&
      timingSafeEqual(given, expected)
    )
      return;
  }
  throw new LeaError(
    'unauthenticated',
    'bad_signature',
    'The signature is missing, wrong or too old.',
  );
}

function readPayload(body: Buffer): unknown {
  try {
    return JSON.parse(new URLSearchParams(body.toString('utf8')).get('payload') ?? '');
  } catch {
    return null;
  }
}
