const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one costs a hundred times as much as using it, and a shop has one time zone. */
function format(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** The calendar day (`YYYY-MM-DD`) of an instant in an IANA time zone. */
export function localDay(at: Date, timeZone: string): string {
  return format('en-CA', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** Minutes since local midnight (0 to 1439) in an IANA time zone. */
export function localMinutes(at: Date, timeZone: string): number {
  const [hour, minute] = format('en-GB', timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .split(':');
  return Number(hour) * 60 + Number(minute);
}

/** ISO weekday of a calendar day (`YYYY-MM-DD`): 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The calendar day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The instant at which the month of `at` began in an IANA time zone. */
export function monthStart(at: Date, timeZone: string): Date {
  const midnightUtc = new Date(`${localDay(at, timeZone).slice(0, 7)}-01T00:00:00Z`);
  const minutes = localMinutes(midnightUtc, timeZone);
  const isAhead = localDay(midnightUtc, timeZone).endsWith('-01');
  return new Date(midnightUtc.getTime() - (isAhead ? minutes : minutes - 1_440) * 60_000);
}
