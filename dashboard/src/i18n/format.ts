import { useMemo } from 'react';
import { useMe } from '../api/session.ts';
import { useLanguage, type Language } from './language.tsx';

export { formatPhone } from './phone.ts';

const BLANK = '\u00a0';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `3500` → `3 500 FCFA`, unbreakable, as customers read it. */
export const formatFcfa = (amount: number): string =>
  `${GROUPED.format(Math.round(amount) + 0).replaceAll(',', BLANK)}${BLANK}FCFA`;

function makeFormat(language: Language, timeZone: string) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...options });
  const time = make({ hour: '2-digit', minute: '2-digit' });
  const date = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayMonth = make({ day: 'numeric', month: 'short' });
  const weekday = make({ weekday: 'short' });
  const long = make({ weekday: 'long', day: 'numeric', month: 'long' });
  const key = new Intl.DateTimeFormat('en-CA', { timeZone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const dayKey = (at: string | Date): string => key.format(new Date(at));
  const daysAgo = (at: string | Date): number =>
    Math.round((Date.parse(dayKey(new Date())) - Date.parse(dayKey(at))) / 86_400_000);

  return {
    dayKey,
    time: (at: string) => time.format(new Date(at)),
    date: (at: string) => date.format(new Date(at)),
    dateTime: (at: string) => `${date.format(new Date(at))}, ${time.format(new Date(at))}`,
    /** Today's time, this week's day, else the date: what a list has room for. */
    brief: (at: string) => {
      const days = daysAgo(at);
      if (days <= 0) return time.format(new Date(at));
      if (days === 1) return relative.format(-1, 'day');
      return days < 7 ? weekday.format(new Date(at)) : dayMonth.format(new Date(at));
    },
    /** "aujourd’hui", "hier", "lundi 3 mars". */
    day: (at: string) => {
      const days = daysAgo(at);
      return days >= 0 && days <= 1 ? relative.format(-days, 'day') : long.format(new Date(at));
    },
    /** How long ago, in the shortest form: "4 min", "2 h", "3 j". */
    age: (at: string, now = Date.now()) => {
      const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
      if (minutes < 1) return language === 'fr' ? '< 1 min' : '< 1 min';
      if (minutes < 60) return `${minutes} min`;
      if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
      return `${Math.floor(minutes / 1440)} ${language === 'fr' ? 'j' : 'd'}`;
    },
    fcfa: formatFcfa,
    number: (value: number) => value.toLocaleString(language),
  };
}

/** Dates in the shop's time zone, whatever the advisor's own. */
export function useFormat() {
  const { language } = useLanguage();
  const timeZone = useMe().data?.shop.time_zone ?? 'Africa/Libreville';
  return useMemo(() => makeFormat(language, timeZone), [language, timeZone]);
}
