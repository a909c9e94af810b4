import { describe, expect, it } from 'vitest';
import {
  parseSlackInteraction,
  type SlackRequest,
} from '../../../src/adapters/notifier/slack/verify-interaction.ts';
import { slackInteractionRequest } from '../../support/peers/slack-peer.ts';

const now = new Date('2026-03-02T10:00:00Z');
const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const alertId = '01a206d6-b29e-7e86-9441-7093bfb24cfd';
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const signed = (
  fields: Partial<Parameters<typeof slackInteractionRequest>[0]> = {},
): SlackRequest => ({
  ...slackInteractionRequest({ signingSecret, now, alertId, ...fields }),
  signingSecret,
  now,
});
const bad = { name: 'LeaError', kind: 'unauthenticated', code: 'bad_signature' };
const invalid = { name: 'LeaError', kind: 'invalid', code: 'invalid_interaction' };
const read =
  (request: SlackRequest): (() => unknown) =>
  () =>
    parseSlackInteraction(request);

describe('parseSlackInteraction', () => {
  it("knows Slack's own example of a signature", () => {
    const rawBody =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    const request = {
      rawBody,
      headers,
      signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
      now: new Date(1531420618_000),
    };
    // Authentic, but a command and no button.
    expect(read(request)).toThrow(expect.objectContaining(invalid));
    expect(read({ ...request, rawBody: rawBody.replace('roadrunner', 'coyote') })).toThrow(
      expect.objectContaining(bad),
    );
  });

  it('reads who pressed the button of which alert', () => {
    expect(parseSlackInteraction(signed())).toEqual({
      alertId,
      slackUserId: 'U0AWA',
      slackUserName: 'awa',
      responseUrl: 'https://hooks.slack.com/actions/T0/1/x',
      channel: 'C0ALERTS',
      ts: '1700000001.000100',
    });
  });

  it('accepts five minutes of age and refuses more, also from the future', () => {
    expect(read({ ...signed(), now: after(299) })).not.toThrow();
    expect(read({ ...signed(), now: after(-299) })).not.toThrow();
    expect(read({ ...signed(), now: after(301) })).toThrow(expect.objectContaining(bad));
    expect(read({ ...signed(), now: after(-301) })).toThrow(expect.objectContaining(bad));
  });

  it.each<[string, (request: SlackRequest) => SlackRequest]>([
    ['another secret', (request) => ({ ...request, signingSecret: 'other' })],
    [
      'an empty secret, even if signed with it',
      () => ({ ...signed({ signingSecret: '' }), signingSecret: '' }),
    ],
    [
      'one byte changed',
      (request) => ({
        ...request,
        rawBody: Buffer.concat([Buffer.from(request.rawBody), Buffer.from('x')]),
      }),
    ],
    ['no headers', (request) => ({ ...request, headers: {} })],
    [
      'no signature',
      ({ headers, ...request }) => ({
        ...request,
        headers: { ...headers, 'x-slack-signature': undefined },
      }),
    ],
    [
      'a cut signature',
      ({ headers, ...request }) => ({
        ...request,
        headers: {
          ...headers,
          'x-slack-signature': String(headers['x-slack-signature']).slice(0, -1),
        },
      }),
    ],
    [
      'a doubled signature',
      ({ headers, ...request }) => ({
        ...request,
        headers: { ...headers, 'x-slack-signature': [String(headers['x-slack-signature'])] },
      }),
    ],
    [
      'another time',
      ({ headers, ...request }) => ({
        ...request,
        headers: { ...headers, 'x-slack-request-timestamp': String(now.getTime() / 1000 - 1) },
      }),
    ],
    [
      'a time that is none',
      ({ headers, ...request }) => ({
        ...request,
        headers: { ...headers, 'x-slack-request-timestamp': 'NaN' },
      }),
    ],
    [
      'accents in the signature',
      ({ headers, ...request }) => ({
        ...request,
        headers: { ...headers, 'x-slack-signature': 'é'.repeat(67) },
      }),
    ],
  ])('refuses %s', (_what, change) => {
    expect(read(change(signed()))).toThrow(expect.objectContaining(bad));
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'x'],
    [
      'another type',
      {
        type: 'view_submission',
        user: { id: 'U' },
        actions: [{ action_id: 'take_alert', value: alertId }],
      },
    ],
    ['no actions', { type: 'block_actions', user: { id: 'U' }, actions: [] }],
    [
      'another action',
      {
        type: 'block_actions',
        user: { id: 'U' },
        actions: [{ action_id: 'other', value: alertId }],
      },
    ],
    [
      'no alert',
      { type: 'block_actions', user: { id: 'U' }, actions: [{ action_id: 'take_alert' }] },
    ],
    [
      'an alert that is no id',
      {
        type: 'block_actions',
        user: { id: 'U' },
        actions: [{ action_id: 'take_alert', value: "1' or 1=1" }],
      },
    ],
    ['no user', { type: 'block_actions', actions: [{ action_id: 'take_alert', value: alertId }] }],
    [
      'another protocol',
      {
        type: 'block_actions',
        user: { id: 'U' },
        response_url: 'file:///etc',
        actions: [{ action_id: 'take_alert', value: alertId }],
      },
    ],
  ])('calls an authentic payload with %s invalid', (_what, payload) => {
    // `payload: null` means the default one to the helper, hence the text.
    expect(read(signed({ payload: payload ?? 'null' }))).toThrow(expect.objectContaining(invalid));
  });
});
