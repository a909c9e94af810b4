import { readFile } from 'node:fs/promises';
import type { StaffAction } from '../../../src/domain/audit/staff-actions.ts';
import { slackInteractionRequest } from '../../support/peers/slack-peer.ts';
import { SLACK_SECRET } from '../../support/running-lea.ts';
import { by, idOf, type Recipe, type Recipes } from './recipe.ts';

/** One conversation is named, and nothing else is. */
const onConversation =
  (operation: string, action: StaffAction, more: Readonly<Record<string, unknown>> = {}): Recipe =>
  async (shop) => {
    const { conversationId, userId } = await shop.customer();
    return by(shop, 'support', operation, {
      body: { conversation_id: conversationId, ...more },
      line: { action, rows: [conversationId], subjects: [userId] },
    });
  };

/** What is made on a conversation is the row. */
const making =
  (operation: string, action: StaffAction, more: Readonly<Record<string, unknown>>): Recipe =>
  async (shop) => {
    const { conversationId, userId } = await shop.customer();
    return by(shop, 'support', operation, {
      body: { conversation_id: conversationId, ...more },
      line: (answer) => ({ action, rows: [idOf(answer)], subjects: [userId] }),
    });
  };

const reading =
  (operation: string, action: StaffAction): Recipe =>
  async (shop) => {
    const { conversationId, userId } = await shop.customer();
    return by(shop, 'support', operation, {
      path: `${operation.split(' ')[1]}?conversation_id=${conversationId}`,
      line: { action, subjects: [userId] },
    });
  };

const silent =
  (operation: string, more: Readonly<Record<string, unknown>>): Recipe =>
  async (shop) => {
    const { conversationId } = await shop.customer();
    return by(shop, 'support', operation, {
      body: { conversation_id: conversationId, ...more },
      line: null,
    });
  };

export const conversationRecipes: Recipes = {
  'POST /functions/start-conversation': async (shop) =>
    by(shop, 'support', 'POST /functions/start-conversation', {
      body: { phone_number: shop.newNumber() },
      line: (answer) => ({
        action: 'conversation.start',
        rows: [idOf(answer)],
        subjects: [String(answer.body['user_id'])],
      }),
    }),
  'POST /functions/send-message': making('POST /functions/send-message', 'message.send', {
    content: 'Bonjour',
  }),
  'POST /functions/take-over': onConversation(
    'POST /functions/take-over',
    'conversation.take_over',
  ),
  'POST /functions/hand-back': onConversation(
    'POST /functions/hand-back',
    'conversation.hand_back',
  ),
  'POST /functions/close-conversation': onConversation(
    'POST /functions/close-conversation',
    'conversation.close',
  ),
  'POST /functions/label-conversation': onConversation(
    'POST /functions/label-conversation',
    'conversation.label',
    { labels: ['à rappeler'] },
  ),
  'POST /functions/snooze-conversation': onConversation(
    'POST /functions/snooze-conversation',
    'conversation.snooze',
    { until: new Date(Date.now() + 3_600_000).toISOString() },
  ),
  'POST /functions/trigger-alert': making('POST /functions/trigger-alert', 'alert.trigger', {
    reason: 'À voir',
  }),
  'POST /functions/inbox/notes': making('POST /functions/inbox/notes', 'note.add', {
    content: 'Cliente fidèle',
  }),
  'POST /functions/inbox/read': silent('POST /functions/inbox/read', {}),
  'POST /functions/inbox/presence': silent('POST /functions/inbox/presence', { writing: true }),
  'POST /functions/approve-reply': async (shop) => {
    const { conversationId, userId } = await shop.customer();
    const [suggested] = await shop.sql(
      `insert into messages (conversation_id, sender, content, status) values ($1, 'assistant', 'Bonjour', 'suggested') returning id`,
      [conversationId],
    );
    const id: string = suggested!['id']!;
    return by(shop, 'support', 'POST /functions/approve-reply', {
      body: { message_id: id },
      line: { action: 'message.approve', rows: [id], subjects: [userId] },
    });
  },

  'GET /functions/inbox': {
    read: (shop) =>
      by(shop, 'support', 'GET /functions/inbox', {
        line: { action: 'inbox.read', table: 'conversations' },
      }),
    searched: (shop) =>
      by(shop, 'support', 'GET /functions/inbox', {
        path: '/functions/inbox?q=Awa%20Ndong',
        // What was looked for may be a name, and is not kept.
        line: { action: 'inbox.search', rows: [], subjects: [], columns: [] },
      }),
  },
  'GET /functions/inbox/thread': reading('GET /functions/inbox/thread', 'conversation.read'),
  'GET /functions/inbox/customer': reading('GET /functions/inbox/customer', 'customer.read'),
  'GET /functions/inbox/turns': reading('GET /functions/inbox/turns', 'turn.read'),
  'GET /media/{key}': async (shop) => {
    const { userId } = await shop.customer();
    const key = `customers/${userId}/photo`;
    const pixel = await readFile(new URL('../../fixtures/pixel.png', import.meta.url));
    await shop.files.put(key, pixel, 'image/png');
    return by(shop, 'support', 'GET /media/{key}', {
      path: `/media/${key}`,
      line: { action: 'file.read', subjects: [userId] },
    });
  },
  'POST /functions/recommend-products': {
    'for a customer': onConversation('POST /functions/recommend-products', 'product.recommend', {
      query: 'crème pour peau sèche',
    }),
    'for nobody': (shop) =>
      by(shop, 'product_editor', 'POST /functions/recommend-products', {
        body: { query: 'crème pour peau sèche' },
        line: { action: 'product.recommend', rows: [], subjects: [] },
      }),
  },

  // Not with a credential of ours: Slack vouches for who pressed.
  'POST /functions/slack-interactions': async (shop) => {
    const { conversationId, userId } = await shop.customer();
    const alert = await shop.post('service', 'trigger-alert', {
      conversation_id: conversationId,
      reason: 'À voir',
    });
    const { rawBody, headers } = slackInteractionRequest({
      alertId: alert.body['id']!,
      signingSecret: SLACK_SECRET,
      now: new Date(),
    });
    return {
      who: 'slack',
      channel: 'slack',
      line: { action: 'alert.take', rows: [alert.body['id']!], subjects: [userId] },
      call: (from) =>
        shop.ask(
          {
            as: 'anonymous',
            method: 'POST',
            path: '/functions/slack-interactions',
            body: rawBody,
            headers,
          },
          from,
        ),
    };
  },
};
