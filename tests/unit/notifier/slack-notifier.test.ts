import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlackNotifier } from '../../../src/adapters/notifier/slack/slack-notifier.ts';
import type { SlackMessageStore } from '../../../src/adapters/notifier/slack/slack-message-store.ts';
import { MemorySlackMessages } from '../../../src/adapters/notifier/slack/memory-slack-messages.ts';
import { anAlertNotice } from '../../support/notices.ts';
import { startSlackPeer, type SlackPeer } from '../../support/peers/slack-peer.ts';
import { RecordingLog } from '../../support/recording-log.ts';

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string; readonly verbatim?: boolean };
  readonly elements?: readonly {
    readonly action_id: string;
    readonly value: string;
    readonly text: { readonly text: string };
  }[];
}

describe('SlackNotifier', () => {
  let peer: SlackPeer;
  let messages: SlackMessageStore;
  const log = new RecordingLog();
  const notifierWith = (apiUrl: string, store: SlackMessageStore = messages): SlackNotifier =>
    new SlackNotifier({
      token: 'xoxb-test',
      channel: '#alertes',
      apiUrl,
      timeoutMs: 2000,
      messages: store,
      log,
    });
  const blocksOf = (call: number): Block[] =>
    JSON.parse(peer.calls[call]?.fields['blocks'] ?? '[]') as Block[];
  beforeEach(async () => {
    peer = await startSlackPeer();
    messages = new MemorySlackMessages();
  });
  afterEach(() => peer.close());

  it('posts a button that carries the alert, and a link', async () => {
    const notice = anAlertNotice({
      severity: 'emergency',
      url: 'https://lea.example/c/1?a=1&b=<x|y>',
    });
    await notifierWith(peer.url).notifyAlert(notice);
    const [call] = peer.calls;
    expect(call).toMatchObject({
      method: 'chat.postMessage',
      authorization: 'Bearer xoxb-test',
      fields: { channel: '#alertes', unfurl_links: 'false' },
    });
    expect(call?.fields['text']).toBe('[URGENCE] A. attend un conseiller');
    const button = blocksOf(0).find(({ type }) => type === 'actions')?.elements?.[0];
    expect(button).toMatchObject({
      action_id: 'take_alert',
      value: notice.alertId,
      text: { text: 'Prendre en charge' },
    });
    expect(call?.fields['blocks']).toContain(
      '<https://lea.example/c/1?a=1&amp;b=%3Cx%7Cy%3E|Ouvrir la conversation>',
    );
  });

  it('lets a customer mention nobody and fake no link', async () => {
    const text = '<!channel> <https://evil.example|Cliquez> @here & co';
    await notifierWith(peer.url).notifyAlert(
      anAlertNotice({
        reason: text,
        customerLabel: '<!here>',
        excerpt: [{ sender: 'user', text }],
      }),
    );
    const sections = blocksOf(0).filter(
      ({ type, text: shown }) => type === 'section' && !shown?.text.includes('|Ouvrir'),
    );
    expect(sections).toHaveLength(2);
    for (const { text: shown } of sections) {
      expect(shown?.text).not.toMatch(/[<>]/);
      expect(shown?.text).toContain('&lt;!channel&gt;');
      expect(shown?.verbatim).toBe(true);
    }
    expect(peer.calls[0]?.fields['text']).toContain('&lt;!here&gt;');
  });

  it('keeps to the sizes that Slack allows', async () => {
    const long = '&'.repeat(70_000);
    const excerpt = Array.from({ length: 80 }, () => ({ sender: 'user' as const, text: long }));
    await notifierWith(peer.url).notifyAlert(
      anAlertNotice({ reason: long, category: long, customerLabel: long, excerpt }),
    );
    expect(blocksOf(0).length).toBeLessThanOrEqual(50);
    for (const { type, text } of blocksOf(0))
      expect(text?.text.length ?? 0).toBeLessThanOrEqual(type === 'header' ? 150 : 3000);
  });

  it('changes its message once the alert is taken, from another process too', async () => {
    const notice = anAlertNotice();
    await notifierWith(peer.url).notifyAlert(notice);
    const posted = await messages.find(notice.alertId);
    await notifierWith(peer.url).alertTaken(
      notice.alertId,
      'Awa <!channel>',
      'https://lea.example/inbox/7',
    );
    expect(posted?.channel).toBe('C0ALERTS');
    expect(peer.calls[1]).toMatchObject({ method: 'chat.update', fields: { ...posted } });
    expect(peer.calls[1]?.fields['blocks']).toContain('prise en charge par Awa &lt;!channel&gt;');
    expect(peer.calls[1]?.fields['blocks']).toContain('<https://lea.example/inbox/7|');
    expect(peer.calls[1]?.fields['blocks']).not.toMatch(/take_alert|enceinte/);
  });

  it('has nothing to change for an unknown alert or a deleted message', async () => {
    await notifierWith(peer.url).alertTaken(randomUUID(), 'Awa', null);
    expect(peer.calls).toHaveLength(0);
    await messages.save('a', { channel: 'C0ALERTS', ts: '1.1' });
    peer.answers.push({ error: 'message_not_found' }, { error: 'not_in_channel' });
    await notifierWith(peer.url).alertTaken('a', 'Awa', null);
    await expect(notifierWith(peer.url).alertTaken('a', 'Awa', null)).rejects.toMatchObject({
      name: 'ProviderError',
      kind: 'rejected',
    });
  });

  it('does not post twice because the store failed', async () => {
    const broken: SlackMessageStore = {
      save: () => Promise.reject(new Error('down')),
      find: async () => null,
    };
    const notice = anAlertNotice();
    await notifierWith(peer.url, broken).notifyAlert(notice);
    expect(log.lines).toContainEqual({
      level: 'warn',
      event: 'slack_message_not_remembered',
      fields: { alertId: notice.alertId },
    });
  });

  it.each([
    ['an invalid token', { error: 'invalid_auth' }, { kind: 'rejected', retryable: false }],
    ['invalid blocks', { error: 'invalid_blocks' }, { kind: 'rejected', retryable: false }],
    [
      'a limit as a platform error',
      { error: 'ratelimited' },
      { kind: 'rate_limited', retryable: true },
    ],
    [
      'a limit',
      { status: 429, retryAfter: 60 },
      { kind: 'rate_limited', retryable: true, mayHaveActed: false },
    ],
    ['a limit without a time', { status: 429 }, { kind: 'rate_limited', retryable: true }],
    [
      'trouble of Slack',
      { error: 'internal_error' },
      { kind: 'unavailable', retryable: true, mayHaveActed: true },
    ],
    ['a server error', { status: 503, body: 'oops' }, { kind: 'unavailable', retryable: true }],
    ['a refusal', { status: 403, body: 'no' }, { kind: 'rejected', retryable: false }],
    ['a page instead of JSON', { status: 200, body: '<html>' }, { kind: 'rejected' }],
    ['silence', { hang: true }, { kind: 'unavailable', mayHaveActed: true }],
  ] as const)('translates %s, without a retry of its own', async (_what, answer, expected) => {
    peer.answers.push(answer);
    await expect(notifierWith(peer.url).notifyAlert(anAlertNotice())).rejects.toMatchObject({
      name: 'ProviderError',
      provider: 'slack',
      ...expected,
    });
    expect(peer.calls).toHaveLength(1);
  });

  it('knows that a closed port got nothing', async () => {
    const { url } = peer;
    await peer.close();
    await expect(notifierWith(url).notifyAlert(anAlertNotice())).rejects.toMatchObject({
      kind: 'unavailable',
      mayHaveActed: false,
    });
    peer = await startSlackPeer();
  });
});
