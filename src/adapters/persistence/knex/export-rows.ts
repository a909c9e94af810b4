import type { Knex } from 'knex';
import { quotableDigits } from '../../../domain/customer/alias.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { EXPORTED, inFile, type ExportPath } from '../../../domain/privacy/export-rules.ts';
import type { PersonalRow, PersonalRows } from '../../../ports/repositories/erasure.ts';

const CONVERSATIONS = 'select id from conversations where user_id = :person';
const EITHER = `user_id = :person or conversation_id in (${CONVERSATIONS})`;
/** What leads to the rows. */
const WHERE: Readonly<Record<ExportPath, string>> = {
  self: `id = :person and role = 'customer'`,
  person: 'user_id = :person',
  conversation: `conversation_id in (${CONVERSATIONS})`,
  either: EITHER,
  order: `order_id in (select id from orders where ${EITHER})`,
  number: 'raw::text like any(:quoted)',
};

/** The rows of a person, of each table by the rules of the export. */
export async function exportRows(trx: Knex.Transaction, userId: UserId): Promise<PersonalRows> {
  const numbers = await numbersOf(trx, userId);
  const deps = { person: userId, quoted: numbers.map((number) => `%${number}%`) };
  const out: Partial<Record<keyof PersonalRows, readonly PersonalRow[]>> = {};
  for (const [table, rule] of EXPORTED)
    out[table] = await trx(table)
      .whereRaw(WHERE[rule.by], deps)
      .orderBy([...rule.order])
      .select<PersonalRow[]>([...inFile(rule)]);
  return out as PersonalRows;
}

/** By what the person may be quoted in a text. */
export async function numbersOf(trx: Knex.Transaction, userId: UserId): Promise<readonly string[]> {
  return quotableDigits(
    await trx('customer_aliases').where('user_id', userId).pluck<string[]>('alias'),
  );
}
