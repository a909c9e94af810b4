import { describe, expect, it } from 'vitest';
import { estimatedDays, maySend } from '../../../src/domain/campaign/send-governor.ts';

const ZONE = 'Africa/Libreville';
const at = (iso: string): Date => new Date(iso);
const sent = (iso: string, over: { failed?: boolean; replied?: boolean } = {}) => ({
  at: at(iso),
  failed: false,
  replied: true,
  ...over,
});
// 10:00 in Libreville (UTC+1)
const NOW = at('2026-11-23T09:00:00Z');

describe('send governor', () => {
  it('lets a first message go in the daytime', () => {
    expect(maySend({ sends: [] }, NOW, ZONE)).toEqual({ allowed: true });
  });

  it('keeps quiet before nine and after seven in the shop’s time zone', () => {
    expect(maySend({ sends: [] }, at('2026-11-23T07:30:00Z'), ZONE)).toEqual({
      allowed: false,
      reason: 'quiet_hours',
      until: at('2026-11-23T08:00:00Z'),
    });
    expect(maySend({ sends: [] }, at('2026-11-23T18:00:00Z'), ZONE)).toEqual({
      allowed: false,
      reason: 'quiet_hours',
      until: at('2026-11-24T08:00:00Z'),
    });
  });

  it('sends two a minute and no third', () => {
    const sends = [sent('2026-11-23T08:59:20Z'), sent('2026-11-23T08:59:40Z')];
    expect(maySend({ sends: sends.slice(0, 1) }, NOW, ZONE).allowed).toBe(true);
    expect(maySend({ sends }, NOW, ZONE)).toEqual({
      allowed: false,
      reason: 'minute',
      until: at('2026-11-23T09:00:20Z'),
    });
  });

  it('sends ten in a quarter of an hour and no eleventh', () => {
    const sends = Array.from({ length: 10 }, (_, index) =>
      sent(`2026-11-23T08:${String(47 + index).padStart(2, '0')}:00Z`),
    );
    expect(maySend({ sends }, NOW, ZONE)).toEqual({
      allowed: false,
      reason: 'quarter_hour',
      until: at('2026-11-23T09:02:00Z'),
    });
    expect(maySend({ sends }, at('2026-11-23T09:02:00Z'), ZONE).allowed).toBe(true);
  });

  it('stops six hours after the first of the day', () => {
    const sends = [sent('2026-11-23T08:05:00Z')];
    expect(maySend({ sends }, at('2026-11-23T14:04:00Z'), ZONE).allowed).toBe(true);
    expect(maySend({ sends }, at('2026-11-23T14:05:00Z'), ZONE)).toMatchObject({
      reason: 'day_full',
      until: at('2026-11-24T08:00:00Z'),
    });
  });

  it('rests after three days in a row', () => {
    const days = ['20', '21', '22'].map((day) => sent(`2026-11-${day}T09:00:00Z`));
    expect(maySend({ sends: days }, NOW, ZONE)).toMatchObject({
      allowed: false,
      reason: 'rest_day',
    });
    expect(maySend({ sends: days.slice(1) }, NOW, ZONE).allowed).toBe(true);
  });

  it('breaks when sends fail, until a person looks', () => {
    const sends = [1, 2, 3].map((minute) => sent(`2026-11-23T08:0${minute}:00Z`, { failed: true }));
    expect(maySend({ sends }, NOW, ZONE)).toEqual({
      allowed: false,
      reason: 'breaker_failures',
      until: null,
    });
  });

  it('breaks when nobody replies', () => {
    const sends = Array.from({ length: 50 }, (_, index) => ({
      at: new Date(NOW.getTime() - (60 - index) * 3_600_000),
      failed: false,
      replied: false,
    }));
    expect(maySend({ sends }, NOW, ZONE)).toMatchObject({ reason: 'breaker_silence' });
    expect(
      maySend({ sends: [...sends.slice(0, -1), { ...sends.at(-1)!, replied: true }] }, NOW, ZONE),
    ).not.toMatchObject({ reason: 'breaker_silence' });
  });

  it('says honestly how long a campaign takes', () => {
    expect([0, 1, 240, 241, 720, 721, 1440].map((count) => estimatedDays(count))).toEqual([
      0, 1, 1, 2, 3, 5, 7,
    ]);
  });
});
