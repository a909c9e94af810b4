import { localDay, localMinutes, localWeekday } from '../shared/local-time.ts';
import type { ShopSettings } from './shop-settings.ts';

const minutes = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5));

/** Whether an advisor is in the shop at `at`. */
export function isOpen(settings: ShopSettings, at: Date): boolean {
  const hours = settings.openingHours[localWeekday(at, settings.timeZone) - 1];
  if (!hours || settings.holidays.includes(localDay(at, settings.timeZone))) return false;
  const now = localMinutes(at, settings.timeZone);
  return now >= minutes(hours.opens) && now < minutes(hours.closes);
}
