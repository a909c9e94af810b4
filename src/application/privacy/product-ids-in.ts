import type { PersonalRows } from '../../ports/repositories/erasure.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Every id in a person's rows that may be one of a product, so that she reads names. Those of other things find
 * nothing.
 */
export function productIdsIn(tables: PersonalRows): readonly string[] {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ID.test(value)) ids.add(value);
    } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      for (const inner of Object.values(value)) collect(inner);
    }
  };
  for (const rows of Object.values(tables))
    for (const row of rows)
      for (const [name, value] of Object.entries(row))
        if (name === 'product_id' || typeof value === 'object') collect(value);
  return [...ids];
}
