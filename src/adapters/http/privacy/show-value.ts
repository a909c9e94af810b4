import type { Language } from '../../../domain/customer/customer.ts';
import { formatFcfa } from '../../../domain/shared/money.ts';
import { myDataTexts } from '../../../domain/texts/my-data/my-data.ts';
import { TECHNICAL_FIELDS } from '../../../domain/texts/my-data/words.ts';
import { escapeHtml } from './page-frame.ts';

/** Columns and fields whose value is one of our own words, never what somebody wrote. */
const CODED = new Set([
  ...'users.language consent_logs.purpose conversations.status conversations.mode messages.sender'.split(
    ' ',
  ),
  ...'messages.kind messages.status turns.outcome turns.triage.severity turns.triage.category'.split(
    ' ',
  ),
  ...'advisor_alerts.severity orders.status order_events.kind order_events.via'.split(' '),
  ...'campaign_messages.type campaign_messages.status campaign_messages.failure'.split(' '),
  ...'turns.model unmet_demand.reason conversations.dialogue.cautionsAsked'.split(' '),
]);
const HIDDEN: ReadonlySet<string> = new Set(TECHNICAL_FIELDS);
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Writes stored values as a person reads them, as HTML. `path` is `table.column`, then fields. */
export function valueWriter(
  language: Language,
  timeZone: string,
  products: readonly { readonly id: string; readonly name: string }[],
): (path: string, value: unknown) => string {
  const { values, fields, page } = myDataTexts(language);
  const words: Readonly<Record<string, string>> = values;
  const labels: Readonly<Record<string, string | undefined>> = fields;
  const names = new Map(products.map(({ id, name }) => [id, name]));
  const moment = new Intl.DateTimeFormat(language, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' });

  const text = (path: string, value: string): string => {
    const known = names.get(value);
    if (known !== undefined) return known;
    if (CODED.has(path)) return words[value] ?? value;
    if (ID.test(value) && PRODUCTS.test(path)) return page.gone;
    return DAY.test(value) && DAYS.test(path) ? day.format(new Date(value)) : value;
  };
  const write = (path: string, value: unknown): string => {
    if (value instanceof Date) return escapeHtml(moment.format(value));
    if (typeof value === 'boolean') return words[String(value)]!;
    if (typeof value === 'number') return MONEY.test(path) ? formatFcfa(value) : String(value);
    if (typeof value === 'string') return escapeHtml(text(path, value));
    if (Array.isArray(value)) {
      const shown = value.filter((one) => !isEmpty(one)).map((one) => write(path, one));
      return shown.some((one) => one.startsWith('<dl>')) ? shown.join('\n') : shown.join(', ');
    }
    const inner = Object.entries(value as object).filter(
      ([name, one]) => !HIDDEN.has(name) && !isEmpty(one),
    );
    return `<dl>${inner
      .map(
        ([name, one]) =>
          `<dt>${escapeHtml(labels[name] ?? name)}</dt><dd>${write(`${path}.${name}`, one)}</dd>`,
      )
      .join('')}</dl>`;
  };
  return write;
}

const MONEY = /_cfa$|Cfa$/;
const PRODUCTS = /\.product_id$|\.candidates$|\.offered$/;
const DAYS = /\.valid_(?:from|to)$/;

/** Nothing, or nothing within. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value !== 'object' || value instanceof Date) return false;
  return Object.entries(value).every(([name, one]) => HIDDEN.has(name) || isEmpty(one));
}
