import { localDay, localMinutes } from '../../domain/shared/local-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HALF_DAY = 720;

/** The instant at which it was `HH:MM` in the zone, so many days before the day of `now`. */
export function localTime(now: Date, daysAgo: number, time: string, zone: string): Date {
  const day = localDay(new Date(now.getTime() - daysAgo * DAY_MS), zone);
  const guess = new Date(`${day}T${time}:00Z`);
  const wanted = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  // Zones are at most fourteen hours away; half a day to either side tells which day was meant.
  const ahead = localMinutes(guess, zone) - wanted;
  const offset =
    ahead > HALF_DAY ? ahead - 2 * HALF_DAY : ahead < -HALF_DAY ? ahead + 2 * HALF_DAY : ahead;
  return new Date(guess.getTime() - offset * MINUTE_MS);
}
