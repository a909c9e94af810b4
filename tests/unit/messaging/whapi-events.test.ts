import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../src/adapters/messaging/whapi/webhook/read-events.ts';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import type { ChannelEvent } from '../../../src/ports/inbound-channel.ts';
import { PAYLOADS } from './whapi-payloads.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
const parse = (body: unknown): readonly ChannelEvent[] => readEvents(body, NOW);
const documented = (name: keyof typeof PAYLOADS) => parse(JSON.parse(PAYLOADS[name]));

const item = (more: Record<string, unknown>): Record<string, unknown> => ({
  id: 'm-1',
  from_me: false,
  type: 'text',
  chat_id: '24174000000@s.whatsapp.net',
  timestamp: 1_763_000_000,
  source: 'mobile',
  from_name: 'Awa',
  ...more,
});
const one = (more: Record<string, unknown>): ChannelEvent => parse({ messages: [item(more)] })[0]!;
const say = (body: string, more: Record<string, unknown> = {}) => one({ text: { body }, ...more });
const file = (type: string, more: Record<string, unknown>) => one({ type, [type]: more });

describe('documented events', () => {
  it('reads a text', () => {
    expect(documented('text')).toEqual([
      {
        type: 'message',
        message: {
          providerId: 'p.w30M7fgwWD4XwHu.g4CA-gBgTwl0rVw',
          chatId: '919984351847@s.whatsapp.net',
          phone: '+919984351847',
          lid: null,
          senderName: 'Gerald',
          sentAt: new Date(1_712_995_245_000),
          kind: 'text',
          text: 'Hello world',
          buttonId: null,
          media: null,
        },
      },
    ]);
  });

  it('reads an answer from the shop’s phone, without taking its name for the customer’s', () => {
    expect(documented('phoneAnswer')).toMatchObject([
      {
        type: 'phone_answer',
        message: { providerId: 'YhNq', phone: '+919984351847', text: 'Hey', senderName: null },
      },
    ]);
  });

  it('reads a tapped button by the id that we gave it', () => {
    expect(documented('button')).toMatchObject([
      { type: 'message', message: { kind: 'button', buttonId: 'randomId1', text: 'Button1' } },
    ]);
  });

  it('reads a voice note', () => {
    const media = {
      providerMediaId: 'oga-3aa6',
      link: 'https://media.example/oga-3aa6.oga',
      mimeType: 'audio/ogg; codecs=opus',
      fileSize: 9164,
      seconds: 3,
      fileName: null,
    };
    expect(documented('voice')).toMatchObject([{ message: { kind: 'voice', text: '', media } }]);
  });

  it('reads a status and the state of the channel', () => {
    const providerId = 'p.w30M7fgwWD4XwHu.g4CA-gBgTwl0rVw';
    expect(documented('status')).toEqual([{ type: 'status', providerId, status: 'read' }]);
    expect(documented('health')).toEqual([{ type: 'channel_health', connected: false }]);
  });
});

describe('kinds of messages', () => {
  it('reads a chosen row', () => {
    const list_reply = { id: 'ListV3:need:hair', title: 'Cheveux', description: 'Soins' };
    expect(one({ type: 'reply', reply: { type: 'list_reply', list_reply } })).toMatchObject({
      message: { kind: 'button', buttonId: 'need:hair', text: 'Cheveux' },
    });
  });

  it('reads a text with a link', () => {
    const link_preview = { body: 'https://x.example voici', title: 'X' };
    expect(one({ type: 'link_preview', link_preview })).toMatchObject({
      message: { kind: 'text', text: 'https://x.example voici' },
    });
  });

  it.each([
    ['audio', 'voice', 'audio/ogg'],
    ['image', 'image', 'image/jpeg'],
    ['document', 'document', 'application/octet-stream'],
    ['video', 'video', 'video/mp4'],
    ['sticker', 'sticker', 'image/webp'],
  ])('reads a file of type %s as %s', (type, kind, mimeType) => {
    expect(file(type, { id: 'f1', caption: 'Regarde', filename: 'a b.bin' })).toMatchObject({
      message: {
        kind,
        text: 'Regarde',
        media: { providerMediaId: 'f1', link: null, mimeType, fileSize: null, fileName: 'a b.bin' },
      },
    });
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'nonsense', '//x.example', 42])(
    'does not remember %j as a link',
    (link) => {
      expect(file('image', { id: 'f1', link })).toMatchObject({
        message: { media: { link: null } },
      });
    },
  );

  it('reads a place, a card, a cart and a product', () => {
    const location = { latitude: 0.4, longitude: 9.45, name: 'Marché' };
    expect(one({ type: 'location', location })).toMatchObject({
      message: { kind: 'location', text: 'Marché, 0.4, 9.45' },
    });
    const contact = { name: 'Paul', vcard: 'BEGIN:VCARD\nTEL:+24166\nEND:VCARD' };
    expect(one({ type: 'contact', contact })).toMatchObject({
      message: { kind: 'contact', text: 'Paul' },
    });
    const order = { order_id: '1', token: 't', item_count: 2, total_price: 5000, title: 'Panier' };
    expect(one({ type: 'order', order })).toMatchObject({
      message: { kind: 'order', text: 'Panier' },
    });
    expect(one({ type: 'product', product: { title: 'Crème' } })).toMatchObject({
      message: { kind: 'order', text: 'Crème' },
    });
  });

  it.each(['poll', 'event', 'call', 'unknown', 'system', 'constructor', '__proto__', 'toString'])(
    'ignores the type %s',
    (type) => expect(one({ type, [type]: {} })).toMatchObject({ type: 'ignored' }),
  );

  it('ignores what WhatsApp itself says', () => {
    expect(one({ type: 'unknown', source: 'system' })).toMatchObject({ type: 'ignored' });
    expect(say('notice', { source: 'system' })).toEqual({ type: 'ignored', reason: 'system' });
  });
});

describe('chats', () => {
  it.each([
    ['120363041234567890@g.us', 'group'],
    ['123@newsletter', 'newsletter'],
    ['status@broadcast', 'broadcast'],
    ['0@s.whatsapp.net', 'system_chat'],
    ['24174000000', 'unknown_chat'],
  ])('ignores %s', (chat_id, reason) => {
    expect(say('Bonjour', { chat_id })).toEqual({ type: 'ignored', reason });
    const action = { type: 'delete', target: 'm-0' };
    expect(one({ chat_id, type: 'action', action })).toEqual({ type: 'ignored', reason });
  });

  it('knows a person who hides the number, and the number where it is told', () => {
    expect(say('Bonjour', { chat_id: '123456789012345@lid', from: '24174000000' })).toMatchObject({
      message: {
        chatId: '123456789012345@lid',
        phone: '+24174000000',
        lid: '123456789012345@lid',
      },
    });
  });
});

describe('who is on the other side', () => {
  const LID = '123456789012345@lid';
  const WHO: readonly [string, unknown, string | null][] = [
    ['a number', '24174000000', '+24174000000'],
    ['a chat of a number', '24174000000@s.whatsapp.net', '+24174000000'],
    ['a number of before 2021', '22507123456', '+22507123456'],
    ['the hidden id again', '123456789012345', null],
    ['another hidden id without its ending', '234567890123456', null],
    ['a group', '120363000000000000@g.us', null],
    ['nothing', undefined, null],
    ['words', 'Awa', null],
    ['a list', ['24174000000'], null],
    ['no end', '2'.repeat(5_000), null],
  ];
  it.each(WHO)(
    'reads %s in `from`, and in `to` of an answer of the shop',
    (_what, value, phone) => {
      const more = { chat_id: LID, from: '24111000000', to: '24111000000' };
      const asked = say('Bonjour', { ...more, from: value });
      const answered = say('Bonjour', { ...more, to: value, from_me: true });
      for (const event of [asked, answered])
        expect(event).toMatchObject({ message: { chatId: LID, lid: LID, phone } });
    },
  );

  it('reads a hidden id beside a number, without the device', () => {
    expect(say('Bonjour', { from: '123456789012345:7@lid' })).toMatchObject({
      message: { phone: '+24174000000', lid: LID },
    });
    expect(say('Bonjour', { chat_id: '123456789012345:7@lid' })).toMatchObject({
      message: { chatId: '123456789012345:7@lid', lid: LID },
    });
  });
});

describe('what a message carries', () => {
  it('keeps what is quoted', () => {
    const quoted = (context: unknown) => {
      const event = say('Celle-ci', { context });
      return event.type === 'message' ? event.message.quotedId : event.type;
    };
    expect(quoted({ quoted_id: 'yqKj', quoted_author: '919984351847' })).toBe('yqKj');
    for (const context of [{}, null, { quoted_id: 5 }, { quoted_id: '' }, 'yqKj', []])
      expect(quoted(context)).toBeUndefined();
  });

  it.each([
    [{ order_id: '1', item_count: 2, total_price: 5000, currency: 'XAF' }, 2, '5000', 'XAF', '1'],
    [{ order_id: 77, item_count: '3', total_price: '12.50' }, 3, '12.50', null, '77'],
    [{ id: 'a\n b', item_count: -1, total_price: Number.NaN }, null, null, null, 'a b'],
    [{ item_count: 'many', total_price: 0 }, null, '0', null, null],
  ])('reads the basket %j', (order, count, total, currency, id) => {
    expect(one({ type: 'order', order })).toMatchObject({
      message: { kind: 'order', details: { basket: { id, count, total, currency } } },
    });
  });

  it('takes a basket of which nothing is told', () => {
    const event = one({ type: 'order', order: {} });
    expect(event).toMatchObject({ type: 'message', message: { kind: 'order', text: '' } });
    expect(event).not.toHaveProperty('message.details');
  });

  const AD = { title: 'Promo solaire', source: { id: '120', url: 'https://fb.me/x', type: 'ad' } };
  it.each([
    ['in its context', { context: { ad: AD } }],
    [
      'as a referral',
      { referral: { headline: 'Promo solaire', source_id: 120, source_url: 'https://fb.me/x' } },
    ],
    ['beside the text', { ad: { title: 'Promo solaire', id: '120', url: 'https://fb.me/x' } }],
  ])('keeps the advertisement that is named %s, with words and without', (_where, more) => {
    const advertisement = { id: '120', title: 'Promo solaire', url: 'https://fb.me/x' };
    expect(say('Bonjour', more)).toMatchObject({
      message: { text: 'Bonjour', details: { advertisement } },
    });
    for (const text of [undefined, null, {}, { body: '' }])
      expect(one({ ...more, text })).toMatchObject({
        type: 'message',
        message: { kind: 'text', text: '', details: { advertisement } },
      });
  });

  it('keeps an advertisement of a photo, and no address that is none', () => {
    const context = { ad: { title: 5, source: { url: 'javascript:alert(1)' } } };
    expect(one({ type: 'image', image: { id: 'f1' }, context })).toMatchObject({
      message: { kind: 'image', details: { advertisement: { id: null, title: null, url: null } } },
    });
  });

  it('takes what may be seen only once, though its file is kept back', () => {
    expect(one({ type: 'image', view_once: true })).toMatchObject({
      message: { kind: 'image', media: { providerMediaId: null, link: null } },
    });
  });

  it('reads several cards, and places that are named only', () => {
    const contact_list = {
      list: [{ name: 'Paul', vcard: 'x' }, { vcard: 'y' }, null, { name: 'Ève' }],
    };
    expect(one({ type: 'contact_list', contact_list })).toMatchObject({
      message: { kind: 'contact', text: 'Paul, Ève' },
    });
    expect(one({ type: 'location', location: { name: 'Marché' } })).toMatchObject({
      message: { kind: 'location', text: 'Marché' },
    });
  });
});

describe('echoes', () => {
  it.each([
    ['api', 'ignored'],
    ['system', 'ignored'],
    [undefined, 'ignored'],
    ['mobile', 'phone_answer'],
    ['web', 'phone_answer'],
  ])('of source %s are %s', (source, type) => {
    expect(say('Bonjour', { from_me: true, source }).type).toBe(type);
  });
});

describe('edits and deletions', () => {
  const act = (action: unknown, more = {}) => one({ type: 'action', action, ...more });

  it.each([
    [{ type: 'edit', target: 'm-0', edited_content: { body: 'Corrigé' } }],
    [{ type: 'edited', target: 'm-0', edited_content: 'Corrigé' }],
  ])('reads an edit', (action) => {
    expect(act(action)).toEqual({
      type: 'edit',
      providerId: 'm-0',
      chatId: '24174000000@s.whatsapp.net',
      text: 'Corrigé',
    });
  });

  it('reads a deletion, from either side', () => {
    const chatId = '24174000000@s.whatsapp.net';
    const deletion = { type: 'deletion', providerId: 'm-0', chatId };
    expect(act({ type: 'delete', target: 'm-0' })).toEqual(deletion);
    expect(act({ type: 'delete', target: 'm-0' }, { from_me: true })).toEqual(deletion);
  });

  it('ignores a reaction and sets an edit of nothing aside', () => {
    expect(act({ type: 'reaction', target: 'm-0', emoji: '👍' }).type).toBe('ignored');
    expect(act({ type: 'edit', edited_content: { body: 'x' } }).type).toBe('quarantined');
  });

  it('reads messages.patch: new words are an edit, everything else is nothing', () => {
    const version = (body: string, more = {}) => item({ text: { body }, ...more });
    const update = (before_update: unknown, after_update: unknown) =>
      parse({ messages_updates: [{ id: 'm-1', before_update, after_update, changes: [] }] })[0];
    expect(update(version('un'), version('deux'))).toEqual({
      type: 'edit',
      providerId: 'm-1',
      chatId: '24174000000@s.whatsapp.net',
      text: 'deux',
    });
    expect(update(version('un'), version('un', { reactions: [] }))?.type).toBe('ignored');
    expect(update(version('un'), version('deux', { chat_id: '1@g.us' }))?.type).toBe('ignored');
    expect(update(version('un'), item({ type: 'revoked' }))?.type).toBe('deletion');
    expect(update(null, 'nonsense')?.type).toBe('quarantined');
  });

  it('reads messages.delete, with bare ids and with objects', () => {
    expect(parse({ messages_removed: ['a', { id: 'b' }, 3] })).toMatchObject([
      { type: 'deletion', providerId: 'a' },
      { type: 'deletion', providerId: 'b' },
      { type: 'quarantined' },
    ]);
  });

  it('takes messages in a patch or delete event for what they are, not for new ones', () => {
    const messages = [item({ text: { body: 'Corrigé' } })];
    const as = (event: string) => parse({ messages, event: { type: 'messages', event } })[0]?.type;
    expect([as('post'), as('put'), as('patch'), as('delete')]).toEqual([
      'message',
      'edit',
      'edit',
      'deletion',
    ]);
  });
});

describe('statuses', () => {
  const status = (word: unknown, more = {}) =>
    parse({ statuses: [{ id: 'm-1', status: word, ...more }] })[0];

  it.each([
    ['failed', 'failed'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['played', 'read'],
  ])('%s is %s, whatever the code beside it', (word, expected) => {
    expect(status(word, { code: 0 })).toEqual({
      type: 'status',
      providerId: 'm-1',
      status: expected,
    });
  });

  it('deleted is a deletion; pending and new words change nothing', () => {
    expect(status('deleted')).toEqual({ type: 'deletion', providerId: 'm-1' });
    for (const word of ['pending', 'teleported', 'constructor']) {
      expect(status(word)?.type).toBe('ignored');
    }
  });

  it('ignores those of groups and sets malformed ones aside', () => {
    expect(status('read', { recipient_id: '1@g.us' })?.type).toBe('ignored');
    expect(status(4)?.type).toBe('quarantined');
  });
});

describe('the channel', () => {
  it.each([
    ['AUTH', { type: 'channel_health', connected: true }],
    ['QR', { type: 'channel_health', connected: false }],
    ['LAUNCH', { type: 'ignored', reason: 'channel_state' }],
  ])('%s', (text, expected) => {
    expect(parse({ health: { status: { code: 4, text } } })).toEqual([expected]);
  });
});

describe('times', () => {
  it.each([
    [1_763_000_000, 1_763_000_000_000],
    ['1763000000', 1_763_000_000_000],
    [NOW.getTime() / 1_000 + 3_600, NOW.getTime() + 3_600_000],
    [0, null],
    [-1, null],
    [1_200_000_000, null],
    [NOW.getTime(), null],
    [NOW.getTime() / 1_000 + 90_000, null],
    [1e308, null],
    ['yesterday', null],
    [null, null],
    [{}, null],
  ])('%j', (timestamp, expected) => {
    const event = say('Bonjour', { timestamp });
    const sentAt = event.type === 'message' ? event.message.sentAt : undefined;
    expect(sentAt).toEqual(expected === null ? null : new Date(expected));
  });
});

describe('hostile and broken items', () => {
  it('cuts endless texts and takes out what no database keeps', () => {
    expect(say('é'.repeat(500_000))).toMatchObject({ message: { text: 'é'.repeat(65_536) } });
    expect(say('a\0b\ud800c', { from_name: ' A\n\0wa ' })).toMatchObject({
      message: { text: 'ab\ufffdc', senderName: 'A wa' },
    });
  });

  it.each([
    ['without an id', { id: undefined }],
    ['with a number as its id', { id: 7 }],
    ['with an endless id', { id: 'x'.repeat(257) }],
    ['with a chat of a wrong type', { chat_id: ['24174000000@s.whatsapp.net'] }],
    ['without words', { text: undefined }],
    ['with words of a wrong type', { text: { body: 5 } }],
    ['that may be ours or not', { from_me: 'true' }],
    ['without a file', { type: 'voice' }],
    ['with an answer to nothing', { type: 'reply', reply: {} }],
  ])('sets a message %s aside', (_how, more) => {
    const event = say('Bonjour', more);
    expect(event.type).toBe('quarantined');
    expect(event.type === 'quarantined' && event.raw).toMatchObject({ source: 'mobile' });
  });

  it('keeps what it set aside small, plain and harmless', () => {
    const body = JSON.parse(
      `{"messages":[{"__proto__":{"polluted":true},"id":5,"a\\u0000b":"x\\u0000\\ud800y","back":"\\\\u0000"},{"x":"${'é'.repeat(100_000)}"}]}`,
    ) as unknown;
    const raws = parse(body).map((event) => (event.type === 'quarantined' ? event.raw : null));
    const written = raws.map((raw) => JSON.stringify(raw));
    expect(written[0]).toContain('"ab":"x\ufffdy"');
    expect(written[0]).toContain('"back":"\\\\u0000"');
    expect(written[1]?.length).toBeLessThan(40_000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('survives nesting without end', () => {
    const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown;
    expect(
      parse({ messages: [deep, item({ text: { body: 'ok' } })] }).map(({ type }) => type),
    ).toEqual(['quarantined', 'message']);
  });
});

describe('no event at all', () => {
  it.each([
    [{ messages: {} }, 'messages'],
    [{ messages: null }, 'messages'],
    [{ messages: 'text' }, 'messages'],
    [{ messages_updates: 1 }, 'messages_updates'],
    [{ messages_removed: {} }, 'messages_removed'],
    [{ statuses: true }, 'statuses'],
    [{ health: [] }, 'health'],
    [{ health: 'AUTH' }, 'health'],
    [{ event: 'messages' }, 'event'],
    [{ event: { type: 5 } }, 'event'],
    [{ channel_id: 5 }, 'channel_id'],
  ])('%j names %s', (body, field) => {
    const thrown = (() => {
      try {
        return parse(body);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(LeaError);
    expect(thrown).toMatchObject({ kind: 'invalid', code: 'invalid_event', details: { field } });
    expect((thrown as LeaError).message).toMatch(new RegExp(`^The field "${field}" must .+\\.$`));
  });
});
