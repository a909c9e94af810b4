import { setImmediate } from 'node:timers/promises';
import type { PersonalData } from '../../../application/privacy/export-user-data.ts';

/** Rows that are written at once: between two such steps everybody else gets a turn. */
export const STEP = 200;

/** What is held as JSON, by table, a few rows at a time. */
export async function* jsonFile({ tables, products, files }: PersonalData): AsyncGenerator<string> {
  const parts: Readonly<Record<string, readonly unknown[]>> = { ...tables, products, files };
  let opening = '{';
  for (const [name, rows] of Object.entries(parts)) {
    yield `${opening}\n  ${JSON.stringify(name)}: [`;
    opening = ',';
    for (let from = 0; from < rows.length; from += STEP) {
      const lines = rows.slice(from, from + STEP).map((row) => `\n    ${JSON.stringify(row)}`);
      yield (from === 0 ? '' : ',') + lines.join(',');
      await setImmediate();
    }
    yield rows.length === 0 ? ']' : '\n  ]';
  }
  yield '\n}\n';
}
