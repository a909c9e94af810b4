import { localDay, localMinutes, weekdayOf } from '../shared/local-time.ts';
import type { OpeningHours, ShopSettings } from './shop-settings.ts';

const minutes = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5));

/** The hours of a day (`YYYY-MM-DD`) in the shop; null: closed. */
export function hoursOn(
  { openingHours, holidays }: Pick<ShopSettings, 'openingHours' | 'holidays'>,
  day: string,
): OpeningHours[number] {
  return holidays.includes(day) ? null : (openingHours[weekdayOf(day) - 1] ?? null);
}

/** Whether an advisor is in the shop at `at`. */
export function isOpen(settings: ShopSettings, at: Date): boolean {
  const hours = hoursOn(settings, localDay(at, settings.timeZone));
  if (!hours) return false;
  const now = localMinutes(at, settings.timeZone);
  return now >= minutes(hours.opens) && now < minutes(hours.closes);
}
