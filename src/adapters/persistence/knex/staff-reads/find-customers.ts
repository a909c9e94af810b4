import type { Knex } from 'knex';
import {
  soughtIn,
  type InboxSearch,
  type SearchedNumber,
  type SearchedWord,
} from '../../../../domain/conversation/inbox-search.ts';

const CUSTOMERS = 200;
const NAMES = 'lea.search_names(name, other_names)';
/** A calling code, and the digit that the 0 of a number at home may have become since (04 became 074). */
const BEFORE_HOME = ['_', '__', '___', '____'];

/** A condition and its values. */
type Condition = readonly [sql: string, values: readonly string[]];

/** Ids of customers whose names hold every word, or every word but those of the number that is theirs. */
export async function findCustomers(
  trx: Knex.Transaction,
  { words, number }: InboxSearch,
): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const named = words.map(inNames);
  const ways: (readonly Condition[])[] = [named];
  if (number !== null) {
    const rest = words.filter(({ isNumber }) => !isNumber).map(inNames);
    ways.push([inPhone(number), ...rest]);
    if (number.aliases.length > 0)
      for (const column of ['phone_number', ALIAS])
        ways.push([isOneOf(column, number.aliases), ...rest]);
  }
  // Each way by its own index, which one condition for all would keep from being used.
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `select distinct id from (${ways.map(select).join(' union all ')}) as found limit ${CUSTOMERS}`,
    ways.flatMap((way) => way.flatMap(([, values]) => values)),
  );
  return rows.map(({ id }) => id);
}

const select = (way: readonly Condition[]): string =>
  `(select id from users where role = 'customer' and ${way.map(([sql]) => sql).join(' and ')} limit ${CUSTOMERS})`;

/** The words hold letters and digits only, nothing that LIKE or a regular expression would read otherwise. */
function inNames({ whole, parts }: SearchedWord): Condition {
  const like = (part: string): string => `%${soughtIn(part)}%`;
  if (parts.length === 1) return [`${NAMES} like ?`, [like(whole)]];
  return [
    `(${NAMES} like ? or (${parts.map(() => `${NAMES} like ?`).join(' and ')}))`,
    [like(whole), ...parts.map(like)],
  ];
}

/** By LIKE, of which the index knows every three digits; of a regular expression with gaps it knew none. */
function inPhone({ within, national, international }: SearchedNumber): Condition {
  const patterns = [
    `%${within}%`,
    ...(national === null ? [] : BEFORE_HOME.map((gap) => `+${gap}${national}%`)),
    ...(international === null
      ? []
      : ['', '_'].map((gap) => `+${international.code}${gap}${international.national}%`)),
  ];
  return [`(${patterns.map(() => 'phone_number like ?').join(' or ')})`, patterns];
}

const ALIAS = 'id in (select user_id from customer_aliases where alias';
const isOneOf = (column: string, aliases: readonly string[]): Condition => [
  `${column} in (${aliases.map(() => '?').join(', ')})${column === ALIAS ? ')' : ''}`,
  aliases,
];
