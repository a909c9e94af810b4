import { describe, expect, it } from 'vitest';
import { PinoLog } from '../../../src/adapters/system/pino-log.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';

function logTo(level = 'info'): {
  readonly log: PinoLog;
  readonly lines: Record<string, unknown>[];
  readonly raw: () => string;
} {
  const written: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    written.push(line);
    lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  return {
    log: new PinoLog({ level, destination: { write } }),
    lines,
    raw: () => written.join(''),
  };
}

describe('PinoLog', () => {
  it('writes a line of JSON with level, time and event', () => {
    const { log, lines } = logTo();
    log.warn('turn_failed', { conversationId: '01a206d6-b29e-7e86-9441-709312345678', tries: 3 });
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.any(String) as string,
        event: 'turn_failed',
        conversationId: '01a206d6-b29e-7e86-9441-709312345678',
        tries: 3,
      },
    ]);
    expect(new Date(String(lines[0]?.['time'])).getTime()).toBeGreaterThan(0);
  });

  it('keeps to its level', () => {
    const { log, lines } = logTo('warn');
    log.info('a');
    log.warn('b');
    log.error('c');
    expect(lines.map(({ event }) => event)).toEqual(['b', 'c']);
  });

  it.each([
    'phone',
    'name',
    'text',
    'content',
    'email',
    'token',
    'authorization',
    'secret',
    'phone_number',
    'phoneNumber',
    'customerName',
    'first_name',
    'NAME',
    'x-authorization',
    'accessToken',
    'api_key',
    'apiKey',
    'password',
    'from_name',
    'body',
  ])('censors the field %s wherever it is', (field) => {
    const { log, raw } = logTo();
    log.info('e', {
      [field]: 'canari',
      deep: { list: [{ a: { [field]: { inner: 'canari', n: [1, 'canari'] } } }] },
      cause: new Error('x', { cause: { [field]: 'canari' } }),
    });
    expect(raw()).not.toContain('canari');
    expect(raw()).toContain('[masked]');
  });

  it('leaves counts, ids and times readable', () => {
    const { log, lines } = logTo();
    const fields = {
      promptTokens: 1200,
      tokens: 5,
      durationMs: 12.5,
      ok: true,
      at: '2026-03-02T10:00:00.123Z',
      day: '2026-03-02',
      hasName: true,
      nothing: null,
      url: 'https://lea.example/c/01a206d6-b29e-7e86-9441-709312345678',
    };
    log.info('e', fields);
    expect(lines[0]).toMatchObject(fields);
  });

  it.each([
    '+24177012345',
    '24177012345@s.whatsapp.net',
    '077 01 23 45',
    '077.01.23.45',
    '077-01-23-45',
    '(077) 01-23-45',
    '٠٧٧٠١٢٣٤٥٦',
    'x77012345y',
  ])('masks the number in %j, in a value, a key, an event, an error, a list', (number) => {
    const { log, raw } = logTo();
    log.info(`to ${number}`, {
      reason: `sent to ${number}.`,
      [`chat ${number}`]: [number],
      failure: new ProviderError('whapi', 'rejected', `no chat ${number}`),
    });
    expect(raw()).not.toContain(number);
    expect(raw()).not.toContain('77012345');
  });

  it('masks numbers that are numbers', () => {
    const { log, lines } = logTo();
    log.info('e', { chat: 24177012345, big: 24177012345n, amount: 150_000 });
    expect(lines[0]).toMatchObject({ chat: '[masked]', big: '[masked]', amount: 150_000 });
  });

  it('writes an error with its codes and frames, its causes too', () => {
    const { log, lines } = logTo();
    log.error('e', {
      error: new ProviderError('whapi', 'rate_limited', 'slow down', {
        cause: new TypeError('inner'),
      }),
    });
    expect(lines[0]?.['error']).toMatchObject({
      type: 'ProviderError',
      kind: 'rate_limited',
      provider: 'whapi',
      reason: 'slow down',
      cause: { type: 'TypeError', reason: 'inner' },
    });
    expect(lines[0]?.['error']).toHaveProperty('stack.0', expect.stringMatching(/^at /));
  });

  it('takes no line of a message for a frame', () => {
    const { log, lines } = logTo();
    log.error('e', { error: new Error('first\n    at 077012345 canari') });
    expect(JSON.stringify((lines[0]?.['error'] as { stack: string[] }).stack)).not.toContain(
      'canari',
    );
  });

  it('leaves out what a database quotes of a row', () => {
    const { log, raw } = logTo();
    const failure = Object.assign(
      new Error(`insert into messages values ('canari') - invalid input "canari"`),
      {
        code: '22P02',
        severity: 'ERROR',
        routine: 'x',
        detail: 'Failing row contains (canari)',
        where: 'canari',
        table: 'messages',
      },
    );
    log.error('e', {
      err: failure,
      error: failure,
      wrapped: new Error('query failed', { cause: failure }),
    });
    expect(raw()).not.toContain('canari');
    expect(raw()).toContain('22P02');
    expect(raw()).toContain('"table":"messages"');
  });

  it('survives cycles, depth, bytes, classes and endless values', () => {
    const { log, lines, raw } = logTo();
    const cycle: Record<string, unknown> = { a: 1 };
    cycle['self'] = cycle;
    const chain = new Error('one');
    chain.cause = chain;
    log.info('e', {
      cycle,
      chain,
      bytes: new Uint8Array(5000),
      map: new Map([['phone', 'canari']]),
      f: () => 'canari',
      long: 'é'.repeat(50_000),
      list: Array.from({ length: 5000 }, () => 'x'),
    });
    expect(lines).toHaveLength(1);
    expect(raw()).not.toContain('canari');
    // Stacks hold the paths of the checkout, however long those are.
    expect(raw().length).toBeLessThan(20_000);
  });
});
