import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEvents } from '../../../src/adapters/messaging/whapi/webhook/read-events.ts';
import { LeaError } from '../../../src/domain/shared/errors.ts';
import type { ChannelEvent } from '../../../src/ports/inbound-channel.ts';
import { PAYLOADS } from './whapi-payloads.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

/** Only an envelope may be refused, and only in one way. */
function survive(body: unknown): readonly ChannelEvent[] | null {
  try {
    return readEvents(body, NOW);
  } catch (error) {
    if (error instanceof LeaError && error.code === 'invalid_event') return null;
    throw error;
  }
}

/** What is handed on can be stored as it is: no NUL, no half characters, in JSON or text. */
function isStorable(value: unknown): boolean {
  const json = JSON.stringify(value).replaceAll('\\\\', '');
  return !/\\u0000|\\ud[89a-f]/i.test(json);
}

const anything = fc.anything({ withDate: true, withMap: true, withBigInt: true, maxDepth: 4 });
const TYPES = ['text', 'reply', 'voice', 'image', 'location', 'contact', 'action', 'order', 'poll'];
const CHATS = ['24174000000@s.whatsapp.net', '123@lid', '1@g.us'];
const text = fc.string({ unit: 'binary' });
const loosely = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() });

const content = fc.oneof(
  fc.record({ body: loosely(text), id: loosely(text), link: loosely(fc.webUrl()), caption: text }),
  fc.record({ buttons_reply: loosely(fc.record({ id: text, title: text })) }),
  fc.record({
    type: fc.constantFrom('edit', 'delete'),
    target: text,
    edited_content: loosely(text),
  }),
  fc.record({ latitude: loosely(fc.double()), longitude: loosely(fc.double()), name: text }),
  fc.jsonValue(),
);
const message = fc
  .record(
    {
      id: loosely(fc.stringMatching(/^[0-9a-f]{1,20}$/)),
      type: loosely(fc.constantFrom(...TYPES)),
      chat_id: loosely(fc.constantFrom(...CHATS)),
      from_me: loosely(fc.boolean()),
      source: loosely(fc.constantFrom('mobile', 'web', 'api', 'system')),
      timestamp: loosely(fc.integer()),
      from_name: loosely(text),
      content,
    },
    { requiredKeys: ['content'] },
  )
  .map(({ content: inner, ...rest }) => ({
    ...rest,
    [typeof rest.type === 'string' ? rest.type : 'text']: inner,
  }));

it('refuses or reads whatever comes, and never breaks', () => {
  fc.assert(
    fc.property(anything, (body) => {
      survive(body);
      survive({ messages: body, statuses: body });
      survive({ messages: [body], messages_updates: [body], messages_removed: [body] });
      survive({ statuses: [body], health: { status: body }, event: { event: 'post' } });
      survive({ messages_updates: [{ id: 'x', before_update: body, after_update: body }] });
    }),
    { numRuns: 1_000 },
  );
});

it('gives one storable event for every item', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(message, fc.jsonValue()), { minLength: 1 }), (messages) => {
      const events = survive({ messages });
      expect(events).toHaveLength(messages.length);
      for (const event of events ?? []) expect(isStorable(event)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('survives documented bodies in which any one value was exchanged', () => {
  const places = Object.values(PAYLOADS).flatMap((json) =>
    pathsOf(JSON.parse(json)).map((path) => ({ json, path })),
  );
  expect(places.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ json, path }, value) => {
      survive(exchange(JSON.parse(json), path, value));
    }),
    { numRuns: 3_000 },
  );
});

type Path = readonly string[];

function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, below]) => pathsOf(below, [...at, key]));
  return at.length === 0 ? inner : [at, ...inner];
}

function exchange(root: unknown, path: Path, value: unknown): unknown {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
  (holder as Record<string, unknown>)[path.at(-1)!] = value;
  return root;
}
