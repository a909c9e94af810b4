import { LeaError } from '../../../domain/shared/errors.ts';
import type { ColumnType } from '../../../ports/shown-tables.ts';

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
const INTEGER = /^[+-]?\d{1,19}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A zone's plus that nobody encoded arrives as a space. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[ +-]\d{2}(?::?\d{2})?)?)?$/i;
const INT4 = 2_147_483_647n;
const INT8 = 9_223_372_036_854_775_807n;

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  uuid: 'a UUID',
  text: 'a text',
  integer: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  timestamptz: 'a time such as 2026-03-02T10:00:00Z',
  date: 'a date such as 2026-03-02',
  jsonb: 'JSON',
  'text[]': 'a list such as {a,b}',
};

/** A refusal that names the column. */
export const invalidFilter = (column: string, why: string): LeaError =>
  new LeaError('invalid', 'invalid_filter', `${column}: ${why}`, { column });

/**
 * The text of a filter's value as PostgreSQL will certainly read it.
 * @throws LeaError `invalid_filter` naming the column
 */
export function filterValue(column: string, type: ColumnType, text: string): string {
  const value = read(type, text);
  if (value === null) {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    throw invalidFilter(column, `${EXPECTED[type]} is expected, not "${shown}".`);
  }
  return value;
}

function read(type: ColumnType, text: string): string | null {
  switch (type) {
    case 'text':
      return text;
    case 'uuid':
      return UUID.test(text) ? text : null;
    case 'integer':
      return inRange(text, INT4);
    case 'bigint':
      return inRange(text, INT8);
    case 'boolean':
      return /^(true|false|t|f)$/i.test(text) ? text : null;
    case 'date':
      return DATE.test(text) && isDay(text) ? text : null;
    case 'timestamptz':
      return readInstant(text);
    case 'jsonb':
    case 'text[]':
      return null;
  }
}

const inRange = (text: string, max: bigint): string | null => {
  if (!INTEGER.test(text)) return null;
  const value = BigInt(text.replace('+', ''));
  return value >= -max - 1n && value <= max ? String(value) : null;
};

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    !text.startsWith('0000') && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

function readInstant(text: string): string | null {
  const [, day = '', time = '00:00', zone = 'Z'] = INSTANT.exec(text) ?? [];
  if (!isDay(day)) return null;
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const [, zoneHour = 0, zoneMinute = 0] =
    /(\d{2}):?(\d{2})?/.exec(zone)?.map((part) => Number(part ?? 0)) ?? [];
  if (hour > 23 || minute > 59 || second >= 60 || zoneHour > 14 || zoneMinute > 59) return null;
  return `${day} ${time}${zone.replace(' ', '+')}`;
}
