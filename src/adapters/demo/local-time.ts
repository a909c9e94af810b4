import { localDay, localMinutes } from '../../domain/shared/local-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The instant at which it was `HH:MM` in the zone, so many days before the day of `now`. */
export function localTime(now: Date, daysAgo: number, time: string, zone: string): Date {
  const day = localDay(new Date(now.getTime() - daysAgo * DAY_MS), zone);
  const wanted = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const guess = new Date(`${day}T${time}:00Z`);
  const sameTime = guess.getTime() - (localMinutes(guess, zone) - wanted) * MINUTE_MS;
  // The clock shows the right time there; the day may be the one before or after.
  return [-DAY_MS, 0, DAY_MS]
    .map((ms) => new Date(sameTime + ms))
    .find((at) => localDay(at, zone) === day)!;
}
