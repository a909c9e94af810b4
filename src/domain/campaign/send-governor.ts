import { localDay, localMinutes } from '../shared/local-time.ts';

/** What keeps the number from being banned; figures from the product page and the gateway's advice on cold contacts. */
export interface GovernorRules {
  readonly perMinute: number;
  readonly perQuarterHour: number;
  /** Hours of sending a day, from `startMinute`. */
  readonly hoursPerDay: number;
  /** Local minutes since midnight at which sending may begin and must end: outside are quiet hours. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly daysInARow: number;
  /** Failures among the last `breakerWindow` sends that stop everything. */
  readonly breakerWindow: number;
  readonly breakerFailures: number;
  /** Sends without a single reply after which something is wrong with the campaign. */
  readonly silentLimit: number;
}

export const GOVERNOR_RULES: GovernorRules = {
  perMinute: 2,
  perQuarterHour: 10,
  hoursPerDay: 6,
  startMinute: 9 * 60,
  endMinute: 19 * 60,
  daysInARow: 3,
  breakerWindow: 10,
  breakerFailures: 3,
  silentLimit: 50,
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;

/** What was sent to people who did not just write, newest last. */
export interface SendHistory {
  readonly sends: readonly {
    readonly at: Date;
    readonly failed: boolean;
    readonly replied: boolean;
  }[];
}

export type GovernorDecision =
  | { readonly allowed: true }
  /** Not before `until`. */
  | {
      readonly allowed: false;
      readonly reason: 'minute' | 'quarter_hour' | 'quiet_hours' | 'day_full' | 'rest_day';
      readonly until: Date;
    }
  /** A person must look before anything goes out again. */
  | {
      readonly allowed: false;
      readonly reason: 'breaker_failures' | 'breaker_silence';
      readonly until: null;
    };

/** Whether one more message to a cold contact may go out now. */
export function maySend(
  history: SendHistory,
  now: Date,
  timeZone: string,
  rules: GovernorRules = GOVERNOR_RULES,
): GovernorDecision {
  const { sends } = history;
  const recent = sends.slice(-rules.breakerWindow);
  if (recent.filter((send) => send.failed).length >= rules.breakerFailures)
    return { allowed: false, reason: 'breaker_failures', until: null };
  const last = sends.slice(-rules.silentLimit);
  if (last.length >= rules.silentLimit && last.every((send) => !send.replied))
    return { allowed: false, reason: 'breaker_silence', until: null };

  const minute = localMinutes(now, timeZone);
  if (minute < rules.startMinute) return later('quiet_hours', now, rules.startMinute - minute);
  if (minute >= rules.endMinute)
    return later('quiet_hours', now, 24 * 60 - minute + rules.startMinute);

  const today = localDay(now, timeZone);
  const first = sends.find((send) => localDay(send.at, timeZone) === today);
  if (
    first === undefined &&
    sentOnEachOf(sends, previousDays(now, rules.daysInARow, timeZone), timeZone)
  )
    return later('rest_day', now, 24 * 60 - minute + rules.startMinute);
  if (
    first !== undefined &&
    now.getTime() - first.at.getTime() >= rules.hoursPerDay * 60 * MINUTE_MS
  )
    return later('day_full', now, 24 * 60 - minute + rules.startMinute);

  const within = (ms: number) => sends.filter((send) => now.getTime() - send.at.getTime() < ms);
  const minuteSends = within(MINUTE_MS);
  if (minuteSends.length >= rules.perMinute)
    return {
      allowed: false,
      reason: 'minute',
      until: new Date(minuteSends.at(-rules.perMinute)!.at.getTime() + MINUTE_MS),
    };
  const quarterSends = within(QUARTER_MS);
  if (quarterSends.length >= rules.perQuarterHour)
    return {
      allowed: false,
      reason: 'quarter_hour',
      until: new Date(quarterSends.at(-rules.perQuarterHour)!.at.getTime() + QUARTER_MS),
    };
  return { allowed: true };
}

/**
 * Honest duration of sending `count` messages from now: days of sending and of rest, in days. Ten in a
 * quarter of an hour bind before two a minute.
 */
export function estimatedDays(count: number, rules: GovernorRules = GOVERNOR_RULES): number {
  const perDay = rules.perQuarterHour * 4 * rules.hoursPerDay;
  const sendingDays = Math.ceil(count / perDay);
  return sendingDays === 0 ? 0 : sendingDays + Math.floor((sendingDays - 1) / rules.daysInARow);
}

const later = (
  reason: 'quiet_hours' | 'day_full' | 'rest_day',
  now: Date,
  minutes: number,
): GovernorDecision => ({
  allowed: false,
  reason,
  until: new Date(now.getTime() + minutes * MINUTE_MS),
});

const previousDays = (now: Date, count: number, timeZone: string): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    localDay(new Date(now.getTime() - (index + 1) * DAY_MS), timeZone),
  );

const sentOnEachOf = (
  sends: SendHistory['sends'],
  days: readonly string[],
  timeZone: string,
): boolean => {
  const sent = new Set(sends.map((send) => localDay(send.at, timeZone)));
  return days.every((day) => sent.has(day));
};
