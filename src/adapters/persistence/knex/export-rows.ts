import type { Knex } from 'knex';
import { quotableDigits } from '../../../domain/customer/alias.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { EXPORTED, inFile, type ExportPath } from '../../../domain/privacy/export-rules.ts';
import type { PersonalRow, PersonalRows } from '../../../ports/repositories/erasure.ts';

/** The rows of a person, of each table by the rules of the export. */
export async function exportRows(trx: Knex.Transaction, userId: UserId): Promise<PersonalRows> {
  const only = await pathsOf(trx, userId);
  const out: Partial<Record<keyof PersonalRows, readonly PersonalRow[]>> = {};
  for (const [table, rule] of EXPORTED)
    out[table] = await only[rule.by](trx(table).select([...inFile(rule)])).orderBy([...rule.order]);
  return out as PersonalRows;
}

/** By what the person may be quoted in a text. */
export async function numbersOf(trx: Knex.Transaction, userId: UserId): Promise<readonly string[]> {
  return quotableDigits(
    await trx('customer_aliases').where('user_id', userId).pluck<string[]>('alias'),
  );
}

type Narrow = (
  query: Knex.QueryBuilder<PersonalRow, PersonalRow[]>,
) => Knex.QueryBuilder<PersonalRow, PersonalRow[]>;

async function pathsOf(
  trx: Knex.Transaction,
  userId: UserId,
): Promise<Readonly<Record<ExportPath, Narrow>>> {
  const numbers = await numbersOf(trx, userId);
  const conversations = () => trx('conversations').select('id').where('user_id', userId);
  const either: Narrow = (query) =>
    query.where((or) => or.where('user_id', userId).orWhereIn('conversation_id', conversations()));
  return {
    self: (query) => query.where({ id: userId, role: 'customer' }),
    person: (query) => query.where('user_id', userId),
    conversation: (query) => query.whereIn('conversation_id', conversations()),
    either,
    order: (query) => query.whereIn('order_id', either(trx('orders').select('id'))),
    number: (query) =>
      query.whereRaw('raw::text like any(?)', [numbers.map((number) => `%${number}%`)]),
  };
}
