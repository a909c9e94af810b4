import { useFormat } from './format.ts';

/** `2027-01-31`, moved by some days. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Today in the shop's time zone, and a day written out. */
export function useDays() {
  const format = useFormat();
  return {
    today: format.dayKey(new Date()),
    /** A day has no time zone: noon is the same day in all that matter. */
    show: (day: string) => format.date(`${day}T12:00:00Z`),
  };
}
