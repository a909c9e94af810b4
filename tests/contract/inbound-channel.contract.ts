import { beforeEach, describe, expect, it } from 'vitest';
import { LeaError } from '../../src/domain/shared/errors.ts';
import type { ChannelEvent, InboundChannel } from '../../src/ports/inbound-channel.ts';

/** A channel with ways to word its events; null stands for no secret at all. */
export interface ChannelUnderTest {
  open(secret: string | null): InboundChannel;
  readonly secretHeader: string;
  text(id: string, phone: string, text: string): unknown;
  /** Several in one body, the middle one malformed. */
  poisoned(ids: readonly [string, string]): unknown;
}

const SECRET = 'a secret of some length, 0123456789';

/** What every channel does. */
export function inboundChannelContract(name: string, test: ChannelUnderTest): void {
  describe(`inbound channel: ${name}`, () => {
    let channel: InboundChannel;
    beforeEach(() => {
      channel = test.open(SECRET);
    });
    const header = (value: string | readonly string[] | undefined) => ({
      [test.secretHeader]: value,
    });

    it('lets in who knows the secret', () => {
      expect(channel.authenticate(header(SECRET))).toBe(true);
    });

    it.each([
      ['absent', undefined],
      ['empty', ''],
      ['short', SECRET.slice(0, -1)],
      ['long', `${SECRET}x`],
      ['in another case', SECRET.toUpperCase()],
      ['given twice', [SECRET, SECRET]],
      ['given once, as a list', [SECRET]],
    ])('lets nobody in with a secret that is %s', (_how, value) => {
      expect(channel.authenticate(header(value))).toBe(false);
    });

    it('lets nobody in without the header', () => {
      expect(channel.authenticate({})).toBe(false);
      expect(channel.authenticate({ authorization: `Bearer ${SECRET}` })).toBe(false);
    });

    it.each([null, ''])('lets nobody in while its secret is %j', (secret) => {
      for (const value of ['', 'null', 'undefined', SECRET]) {
        expect(test.open(secret).authenticate(header(value))).toBe(false);
      }
    });

    it('reports a text with the chat, the number and the words', () => {
      const [event] = channel.parse(test.text('m-1', '24174000000', 'Bonsoir'));
      expect(event).toMatchObject({
        type: 'message',
        message: { providerId: 'm-1', phone: '+24174000000', kind: 'text', text: 'Bonsoir' },
      });
    });

    it('sets one bad item aside and keeps the others, in order', () => {
      const events = channel.parse(test.poisoned(['m-1', 'm-2']));
      expect(events.map(({ type }) => type)).toEqual(['message', 'quarantined', 'message']);
      const ids = events.filter(isMessage).map(({ message }) => message.providerId);
      expect(ids).toEqual(['m-1', 'm-2']);
    });

    it.each([null, undefined, 5, 'text', true, [], [{}], Symbol('x')])('refuses %p', (body) => {
      expect(() => channel.parse(body)).toThrow(LeaError);
      expect(() => channel.parse(body)).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'invalid_event' }) as Error,
      );
    });

    it('takes an event of a kind that it does not know', () => {
      expect(channel.parse({ something: 'new' }).map(({ type }) => type)).toEqual(['ignored']);
    });
  });
}

const isMessage = (event: ChannelEvent): event is Extract<ChannelEvent, { type: 'message' }> =>
  event.type === 'message';
