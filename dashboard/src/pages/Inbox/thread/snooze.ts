const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The instant at which a wall clock in `timeZone` shows 8:00, `days` days after today. */
function eightOClock(timeZone: string, days: number, now = Date.now()): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now + days * DAY);
  const guess = Date.parse(`${day}T08:00:00Z`);
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(guess);
  const [hour = 8, minute = 0] = shown.split(':').map(Number);
  return new Date(guess - ((hour - 8) * 60 + minute) * 60_000).toISOString();
}

function daysToMonday(timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(new Date());
  return 7 - ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name);
}

export const snoozeChoices = (timeZone: string) =>
  [
    { label: 'snoozeHour', until: () => new Date(Date.now() + HOUR).toISOString() },
    { label: 'snoozeTomorrow', until: () => eightOClock(timeZone, 1) },
    { label: 'snoozeMonday', until: () => eightOClock(timeZone, daysToMonday(timeZone)) },
  ] as const;
