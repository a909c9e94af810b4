import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/adapters/system/create-metrics.ts';
import {
  CODE_ALPHABET,
  CryptoIdGenerator,
} from '../../../src/adapters/system/crypto-id-generator.ts';
import { SystemClock } from '../../../src/adapters/system/system-clock.ts';

describe('SystemClock', () => {
  it('tells the present', () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});

describe('CryptoIdGenerator', () => {
  const ids = new CryptoIdGenerator();

  it('makes UUIDs of version 7 that sort by time', async () => {
    const first = ids.uuid();
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = ids.uuid();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first < second).toBe(true);
    expect(
      Math.abs(Number.parseInt(first.slice(0, 13).replace('-', ''), 16) - Date.now()),
    ).toBeLessThan(5000);
  });

  it('makes no id or code twice', () => {
    const made = Array.from({ length: 20_000 }, () => [ids.uuid(), ids.code(10)]).flat();
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes codes of the asked length, every letter as likely, none to be confused', () => {
    const letters = ids.code(60_000);
    expect(letters).toHaveLength(60_000);
    expect(letters).not.toMatch(/[^0-9A-Z]|[01ILOUV]/);
    const expected = letters.length / CODE_ALPHABET.length;
    for (const letter of CODE_ALPHABET) {
      const count = letters.split(letter).length - 1;
      expect(Math.abs(count - expected) / expected, letter).toBeLessThan(0.2);
    }
    expect(ids.code(0)).toBe('');
  });
});

describe('createMetrics', () => {
  it('counts and times under the names that the product promises', async () => {
    const metrics = createMetrics();
    metrics.count('lea_webhook_events_total', { type: 'message' });
    metrics.count('lea_webhook_events_total', { type: 'message' });
    metrics.count('lea_turns_total', { outcome: 'recommended' });
    metrics.count('lea_model_calls_total', { outcome: 'answered' });
    metrics.count('lea_sends_total', { outcome: 'sent' });
    metrics.count('lea_dead_letters_total');
    metrics.count('lea_http_requests_total', {
      route: '/rest/v1/:table',
      method: 'GET',
      status: '200',
    });
    metrics.observe('lea_turn_duration_seconds', 0.3);
    metrics.observe('lea_http_duration_seconds', 0.02, { route: '/healthz' });
    const page = await metrics.page();
    for (const line of [
      'lea_webhook_events_total{type="message"} 2',
      'lea_turns_total{outcome="recommended"} 1',
      'lea_model_calls_total{outcome="answered"} 1',
      'lea_sends_total{outcome="sent"} 1',
      'lea_dead_letters_total 1',
      'lea_http_requests_total{route="/rest/v1/:table",method="GET",status="200"} 1',
      'lea_turn_duration_seconds_bucket{le="0.5"} 1',
      'lea_turn_duration_seconds_bucket{le="0.25"} 0',
      'lea_http_duration_seconds_count{route="/healthz"} 1',
    ]) {
      expect(page.split('\n')).toContain(line);
    }
    expect(page).toContain('process_resident_memory_bytes');
    expect(metrics.contentType).toContain('text/plain');
  });

  it('carries no number of a person as a label', async () => {
    const metrics = createMetrics({ processMetrics: false });
    metrics.count('lea_http_requests_total', {
      route: '/simulator/messages?phone=+24177012345',
      method: 'GET',
      status: '200',
    });
    expect(await metrics.page()).not.toContain('77012345');
  });

  it('keeps two servers in one process apart', async () => {
    const [one, two] = [
      createMetrics({ processMetrics: false }),
      createMetrics({ processMetrics: false }),
    ];
    one.count('lea_dead_letters_total');
    expect(await two.page()).toContain('lea_dead_letters_total 0');
  });
});
