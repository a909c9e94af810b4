import { describe, expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness, type Harness } from '../../support/harness.ts';
import { fromWhapi } from '../../support/whapi-webhook.ts';

const PHONE = '24174000000';
const CHAT = `${PHONE}@s.whatsapp.net`;
const LID = '123456789012345@lid';
const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';

const shop = () => createHarness({ products: [CREAM] });
const text = (id: string, body: string, more: Record<string, unknown> = {}) => ({
  id,
  text: { body },
  ...more,
});
const sent = (lea: Harness, chat: string) =>
  lea.gateway.sentTo(chat).map(({ shown }) => shown.text);
const open = (lea: Harness) =>
  lea.store.conversations.all().filter(({ status }) => status === 'open');
const alerts = (lea: Harness) => lea.notifier.alerts.map(({ reason }) => reason);

/** The customer agrees under the number. */
async function agreed(lea: Harness): Promise<void> {
  await fromWhapi(lea, text('a', 'bonjour'));
  await fromWhapi(lea, text('b', 'oui'));
}

describe('a number and a hidden id', () => {
  it('meet in one person by `from`, who is not asked for consent again', async () => {
    const lea = shop();
    await agreed(lea);
    await fromWhapi(lea, text('c', QUESTION, { chat_id: LID, from: PHONE }));
    expect(lea.store.customers.all()).toHaveLength(1);
    expect(open(lea)).toHaveLength(1);
    // The answer goes where the customer wrote last.
    expect(sent(lea, LID).join()).toContain(CREAM.name);
    expect(sent(lea, LID).join()).not.toContain('SUPPRIMER');
  });

  it('meet in one conversation where the hidden id came first and the number later', async () => {
    const lea = shop();
    await fromWhapi(lea, text('a', 'bonjour', { chat_id: LID }));
    await fromWhapi(lea, text('b', 'oui', { chat_id: LID }));
    await fromWhapi(lea, text('c', QUESTION, { from: LID }));
    expect(lea.store.customers.all()).toMatchObject([{ phone: `+${PHONE}`, serviceConsent: true }]);
    expect(open(lea)).toHaveLength(1);
    expect(sent(lea, CHAT).join()).toContain(CREAM.name);
  });

  it('meet where both have written already: one conversation with all that was said, an advisor’s stays hers', async () => {
    const lea = shop();
    await agreed(lea);
    await fromWhapi(lea, text('c', 'bonjour', { chat_id: LID }));
    await fromWhapi(lea, text('d', 'Je regarde pour vous', { chat_id: LID, from_me: true }));
    lea.pass(60_000);
    await fromWhapi(
      lea,
      text('e', 'Oui je suis toujours là, dites-moi tout', { chat_id: LID, from_me: true }),
    );
    expect(lea.store.customers.all()).toHaveLength(2);
    const before = sent(lea, LID).length + sent(lea, CHAT).length;
    await fromWhapi(lea, text('f', QUESTION, { chat_id: LID, from: PHONE }));
    expect(lea.store.customers.all()).toHaveLength(1);
    expect(open(lea)).toMatchObject([{ mode: 'human' }]);
    const [only] = open(lea);
    const said = lea.store.messages.by('conversationId', only!.id).map(({ content }) => content);
    expect(said).toEqual(expect.arrayContaining(['oui', 'Je regarde pour vous', QUESTION]));
    // Nobody is talked over.
    expect(sent(lea, LID).length + sent(lea, CHAT).length).toBe(before);
  });

  it('meet by `to` where the shop answers from its phone: Léa is silent in the conversation of the customer', async () => {
    const lea = shop();
    await agreed(lea);
    lea.pass(60_000);
    await fromWhapi(
      lea,
      text('c', 'Bonjour, ici Mireille de la boutique', {
        chat_id: LID,
        from_me: true,
        from: '24177999999',
        to: PHONE,
      }),
    );
    expect(lea.store.customers.all()).toHaveLength(1);
    expect(open(lea)).toMatchObject([{ mode: 'human' }]);
    const before = sent(lea, CHAT).length;
    await fromWhapi(lea, text('d', QUESTION));
    expect(sent(lea, CHAT)).toHaveLength(before);
  });

  it('meet within one post, whichever message tells of it', async () => {
    const lea = shop();
    await fromWhapi(
      lea,
      text('a', 'bonjour', { chat_id: LID }),
      text('b', 'vous êtes là ?', { chat_id: LID, from: PHONE }),
      text('c', 'allo'),
    );
    expect(lea.store.customers.all()).toMatchObject([{ phone: `+${PHONE}` }]);
    expect(open(lea)).toHaveLength(1);
  });

  it('stay apart where only another hidden id is told', async () => {
    const lea = shop();
    await agreed(lea);
    await fromWhapi(lea, text('c', 'bonjour', { chat_id: LID, from: '123456789012345' }));
    expect(lea.store.customers.all()).toHaveLength(2);
  });

  it('an old number of Gabon is the person of today’s', async () => {
    const lea = shop();
    await agreed(lea);
    for (const old of ['2414000000', '24104000000'])
      await fromWhapi(lea, text(old, QUESTION, { chat_id: `${old}@s.whatsapp.net` }));
    expect(lea.store.customers.all()).toMatchObject([{ phone: `+${PHONE}` }]);
  });
});

describe('what comes from advertisements and the catalogue of WhatsApp', () => {
  const AD = { title: 'Promo solaire', source: { id: '120', url: 'https://fb.me/x' } };

  it('a tap without words is welcomed, and where it came from is kept', async () => {
    const lea = shop();
    await fromWhapi(lea, { id: 'a', context: { ad: AD } });
    expect(sent(lea, CHAT)[0]).toContain('SUPPRIMER');
    await fromWhapi(lea, text('b', 'oui'));
    expect(sent(lea, CHAT).at(-1)).toContain('Comment puis-je vous aider ?');
    const before = sent(lea, CHAT).length;
    await fromWhapi(lea, { id: 'c', referral: { headline: 'Une autre', source_id: '7' } });
    expect(sent(lea, CHAT).slice(before)).toEqual([expect.stringContaining('Comment puis-je')]);
    expect(lea.store.messages.all().flatMap(({ details }) => details?.advertisement ?? [])).toEqual(
      [
        { id: '120', title: 'Promo solaire', url: 'https://fb.me/x' },
        { id: '7', title: 'Une autre', url: null },
      ],
    );
  });

  it('words that come with it are answered as words', async () => {
    const lea = shop();
    await agreed(lea);
    await fromWhapi(lea, text('c', QUESTION, { context: { ad: AD } }));
    expect(sent(lea, CHAT).join()).toContain(CREAM.name);
  });

  it('a basket is an advisor’s, who is told how much and which', async () => {
    const lea = shop();
    await agreed(lea);
    const order = { order_id: '9081', item_count: 3, total_price: 12500, currency: 'XAF' };
    await fromWhapi(lea, { id: 'c', type: 'order', order });
    expect(alerts(lea)).toEqual([
      'Le client a envoyé un panier WhatsApp : 3 articles, total 12500 XAF, n° 9081.',
    ]);
    expect(open(lea)).toMatchObject([{ mode: 'waiting' }]);
    expect(sent(lea, CHAT).at(-1)).toContain('conseill');
  });

  it('a basket sent before consent is not forgotten', async () => {
    const lea = shop();
    await fromWhapi(lea, { id: 'a', type: 'order', order: { order_id: '9081', item_count: 1 } });
    expect(alerts(lea)).toEqual([]);
    await fromWhapi(lea, text('b', 'oui'));
    expect(alerts(lea)).toEqual(['Le client a envoyé un panier WhatsApp : 1 article, n° 9081.']);
  });

  it('what a basket and a tap carried goes with the words of who refuses', async () => {
    const lea = shop();
    await fromWhapi(lea, { id: 'a', type: 'order', order: { order_id: '9081', item_count: 1 } });
    await fromWhapi(lea, text('b', 'non'));
    expect(lea.store.messages.all().map(({ details }) => details ?? null)).not.toContainEqual(
      expect.objectContaining({ basket: expect.anything() as unknown }),
    );
  });
});

describe('kinds of messages that are no words', () => {
  const KINDS: readonly [string, Record<string, unknown>][] = [
    ['sticker', { sticker: { id: 's', mime_type: 'image/webp', animated: false } }],
    ['location', { location: { latitude: 0.4, longitude: 9.45 } }],
    ['live_location', { live_location: { caption: 'ici', sequence_number: 1 } }],
    ['contact', { contact: { name: 'Paul', vcard: 'BEGIN:VCARD\nEND:VCARD' } }],
    ['contact_list', { contact_list: { list: [{ name: 'Paul' }] } }],
    ['image', { image: { mime_type: 'image/jpeg', view_once: true } }],
    ['video', { video: { id: 'v', mime_type: 'video/mp4' } }],
  ];
  it.each(KINDS)('%s is shown and answered with a question', async (type, content) => {
    const lea = shop();
    await agreed(lea);
    const before = sent(lea, CHAT).length;
    await fromWhapi(lea, { id: 'c', type, ...content });
    expect(lea.store.messages.all().some(({ providerId }) => providerId === 'c')).toBe(true);
    expect(sent(lea, CHAT).length).toBe(before + 1);
    expect(lea.store.quarantine.all()).toEqual([]);
    expect(open(lea)).toHaveLength(1);
  });

  const QUIET: readonly [string, Record<string, unknown>][] = [
    ['reaction', { type: 'action', action: { type: 'reaction', target: 'a', emoji: '👍' } }],
    ['vote', { type: 'action', action: { type: 'vote', target: 'a', votes: ['x'] } }],
    ['action of an unknown shape', { type: 'action' }],
    ['poll', { type: 'poll', poll: { title: 'Laquelle ?', options: ['1', '2'], total: 0 } }],
    ['event', { type: 'event', event: { name: 'Vente privée' } }],
    ['call', { type: 'call', call: { status: 'missed', video: false } }],
    [
      'group invitation',
      { type: 'group_invite', group_invite: { url: 'https://chat.whatsapp.com/x' } },
    ],
    ['newsletter invitation', { type: 'newsletter_admin_invite', newsletter_admin_invite: {} }],
    ['unknown', { type: 'unknown' }],
    ['system', { type: 'system', system: { body: 'Messages are encrypted' }, source: 'system' }],
    ['group', { chat_id: '120363000000000000@g.us', from: PHONE, text: { body: QUESTION } }],
    ['channel', { chat_id: '120363000000000001@newsletter', text: { body: QUESTION } }],
    ['status', { chat_id: 'status@broadcast', from: PHONE, text: { body: QUESTION } }],
    ['story', { type: 'story', chat_id: 'stories', story: { id: 'x' } }],
    ['notice of WhatsApp', { chat_id: '0@s.whatsapp.net', text: { body: QUESTION } }],
  ];
  it.each(QUIET)(
    '%s is nothing to answer, from either side, and takes nothing over',
    async (_kind, item) => {
      const lea = shop();
      await agreed(lea);
      const before = [lea.store.messages.all().length, sent(lea, CHAT).length];
      await fromWhapi(lea, { id: 'c', ...item }, { id: 'd', ...item, from_me: true });
      expect([lea.store.messages.all().length, sent(lea, CHAT).length]).toEqual(before);
      expect(lea.store.quarantine.all()).toEqual([]);
      expect(open(lea)).toMatchObject([{ mode: 'assistant' }]);
      expect(lea.store.customers.all()).toHaveLength(1);
    },
  );
});
