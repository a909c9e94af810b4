import { describe, expect, it } from 'vitest';
import {
  FakeMessaging,
  type FakeActivity,
} from '../../../src/adapters/messaging/fake/fake-messaging.ts';
import {
  simulatorChatId,
  simulatorMessage,
  type SimulatorInput,
} from '../../../src/adapters/messaging/fake/simulator-message.ts';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import { oggOfSize } from '../../support/peers/whapi-peer.ts';

const AWA = '24174000000@simulator';
const say = (gateway: FakeMessaging, text: string, chatId = AWA) =>
  gateway.send({ chatId, content: { kind: 'text', text }, idempotencyKey: text });

describe('the gateway to nowhere', () => {
  it('remembers a bounded number of messages and chats', async () => {
    const gateway = new FakeMessaging({ perChat: 2, chats: 2 });
    for (const text of ['un', 'deux', 'trois']) await say(gateway, text);
    expect(gateway.sentTo(AWA).map(({ shown }) => shown.text)).toEqual(['deux', 'trois']);
    await say(gateway, 'a', '1@lid');
    await say(gateway, 'encore');
    await say(gateway, 'b', '2@lid');
    expect(gateway.sentTo('1@lid')).toEqual([]);
    expect(gateway.sentTo(AWA)).toHaveLength(2);
  });

  it('tells listeners until they stop, and bears with broken ones', async () => {
    const gateway = new FakeMessaging({ now: () => new Date(7), newId: () => 'id-1' });
    const heard: FakeActivity[] = [];
    gateway.subscribe(() => {
      throw new Error('broken page');
    });
    const stop = gateway.subscribe((activity) => heard.push(activity));
    await gateway.showTyping(AWA);
    await say(gateway, 'un');
    stop();
    await say(gateway, 'deux');
    expect(heard).toMatchObject([
      { type: 'typing', chatId: AWA },
      { type: 'sent', chatId: AWA, message: { providerId: 'id-1', at: new Date(7) } },
    ]);
  });
});

describe('what is done on the simulator page', () => {
  const deps = { now: () => new Date(1_763_000_000_999), newId: () => 'sim-1' };
  const act = (input: Omit<SimulatorInput, 'phone'>, phone = '+241 74 00 00 00') =>
    simulatorMessage({ phone, ...input }, deps).message;

  it('is a text', () => {
    expect(act({ text: 'Bonjour', name: ' Awa ' })).toEqual({
      providerId: 'sim-1',
      chatId: AWA,
      phone: '+24174000000',
      lid: null,
      senderName: 'Awa',
      sentAt: new Date(1_763_000_000_000),
      kind: 'text',
      text: 'Bonjour',
      buttonId: null,
      media: null,
    });
  });

  it('is a button with its title', () => {
    expect(act({ button: 'consent:yes', text: 'OUI' })).toMatchObject({
      kind: 'button',
      buttonId: 'consent:yes',
      text: 'OUI',
    });
  });

  it.each(['voice', 'image'] as const)('is a sample of %s that can be fetched', async (kind) => {
    const { media } = act({ [kind]: true });
    const fetched = await new FakeMessaging().fetchMedia(media!, 10_000);
    expect(fetched.mimeType).toBe(media!.mimeType);
  });

  it('is a recording, which another process can fetch too', async () => {
    const bytes = oggOfSize(300);
    const url = `data:audio/ogg;codecs=opus;base64,${Buffer.from(bytes).toString('base64')}`;
    const { kind, media } = act({ voice: url });
    const fetched = await new FakeMessaging().fetchMedia(media!, 300);
    expect([kind, fetched.mimeType]).toEqual(['voice', 'audio/ogg']);
    expect(Buffer.from(fetched.bytes).equals(bytes)).toBe(true);
  });

  it('is a picture with a caption, even a large one', () => {
    const image = `data:image/png;base64,${'A'.repeat(7_000_000)}`;
    expect(act({ image, text: 'Ça ?' })).toMatchObject({
      kind: 'image',
      text: 'Ça ?',
      media: { fileSize: 5_250_000 },
    });
  });

  it.each<[string, Omit<SimulatorInput, 'phone'>]>([
    ['text', {}],
    ['text', { text: '  ' }],
    ['text', { voice: true, image: true }],
    ['button', { button: '' }],
    ['voice', { voice: 'https://x.example/a.ogg' }],
    ['image', { image: 'data:image/png,raw' }],
    ['image', { image: `data:image/png;base64,${'A'.repeat(8_400_000)}` }],
  ])('names %s in what it refuses', (field, input) => {
    expect(() => act(input)).toThrow(LeaError);
    expect(() => act(input)).toThrow(
      expect.objectContaining({ kind: 'invalid', details: { field } }) as Error,
    );
  });

  it.each(['', '12', 'Awa', '0740000', '+241 74 00 00 00 00 00 00 00'])(
    'refuses the number %j',
    (phone) => {
      expect(() => simulatorChatId(phone)).toThrow(LeaError);
    },
  );

  it('reads a number however it is written', () => {
    for (const phone of [
      '24174000000',
      '+241-74-00-00-00',
      '00241 74 00 00 00',
      '(+241) 74000000',
    ]) {
      expect(simulatorChatId(phone)).toBe(AWA);
    }
  });
});
