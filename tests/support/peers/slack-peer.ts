import { createHmac } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SlackCall {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the next calls get, in turn; without a script they succeed. */
export type SlackAnswer =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
  | { readonly hang: true };

export interface SlackPeer {
  readonly url: string;
  readonly calls: SlackCall[];
  readonly answers: SlackAnswer[];
  close(): Promise<void>;
}

/** Slack's Web API as far as we use it: form in, `ok` out, ids of channels instead of names. */
export async function startSlackPeer(token = 'xoxb-test'): Promise<SlackPeer> {
  const calls: SlackCall[] = [];
  const answers: SlackAnswer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = (request.url ?? '').replace('/api/', '');
      const fields = Object.fromEntries(
        new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
      );
      const { authorization } = request.headers;
      calls.push({ method, authorization, fields });
      const scripted = answers.shift();
      if (scripted !== undefined) return answer(response, scripted);
      if (authorization !== `Bearer ${token}`)
        return json(response, { ok: false, error: 'invalid_auth' });
      if (method === 'auth.test')
        return json(response, { ok: true, user: 'lea', team: 'Parapharmacie' });
      if (method !== 'chat.postMessage' && method !== 'chat.update')
        return json(response, { ok: false, error: 'unknown_method' });
      const ts = fields['ts'] ?? `${1_700_000_000 + calls.length}.000100`;
      return json(response, {
        ok: true,
        channel: 'C0ALERTS',
        ts,
        message: { text: fields['text'] },
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, scripted: SlackAnswer): void {
  if ('hang' in scripted) return;
  if ('error' in scripted) return json(response, { ok: false, error: scripted.error });
  response.statusCode = scripted.status;
  if (scripted.retryAfter !== undefined)
    response.setHeader('retry-after', String(scripted.retryAfter));
  response.end(scripted.body ?? '');
}

function json(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** The request that Slack sends when somebody presses the button of an alert. */
export function slackInteractionRequest(options: {
  readonly signingSecret: string;
  readonly now: Date;
  readonly alertId: string;
  readonly user?: { readonly id: string; readonly name: string };
  readonly responseUrl?: string;
  readonly payload?: unknown;
}): { readonly rawBody: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const payload = options.payload ?? {
    type: 'block_actions',
    user: { id: 'U0AWA', username: 'awa', name: 'awa', team_id: 'T0', ...options.user },
    container: { type: 'message', message_ts: '1700000001.000100', channel_id: 'C0ALERTS' },
    channel: { id: 'C0ALERTS', name: 'alertes' },
    message: { type: 'message', ts: '1700000001.000100' },
    response_url: options.responseUrl ?? 'https://hooks.slack.com/actions/T0/1/x',
    actions: [
      {
        type: 'button',
        action_id: 'take_alert',
        block_id: 'b',
        value: options.alertId,
        action_ts: '1700000002.0',
      },
    ],
  };
  const rawBody = Buffer.from(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
  const timestamp = String(Math.floor(options.now.getTime() / 1000));
  const digest = createHmac('sha256', options.signingSecret)
    .update(`v0:${timestamp}:`)
    .update(rawBody)
    .digest('hex');
  return {
    rawBody,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}
