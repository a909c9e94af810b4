import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { passes, rounded, type conditions, type Measurement } from './measurement.ts';

const KEPT = new URL('../results/', import.meta.url);
/** Short forms are for looking, not for citing. */
const PASSING = new URL('../../artifacts/bench/', import.meta.url);

export interface PartResult {
  readonly part: string;
  readonly at: string;
  readonly quick: boolean;
  readonly seconds: number;
  readonly conditions: ReturnType<typeof conditions>;
  readonly measurements: readonly Measurement[];
}

/** Writes one part's figures where the documents take them from; answers the file. */
export async function keep(result: PartResult): Promise<string> {
  const folder = result.quick ? PASSING : KEPT;
  await mkdir(folder, { recursive: true });
  const file = new URL(`${result.part}.json`, folder);
  const measurements = result.measurements.map((one) => ({
    ...one,
    value: rounded(one.value),
    ...(one.floor === undefined
      ? {}
      : { floor: rounded(one.floor), ratio: rounded(one.value / one.floor) }),
    passes: passes(one),
  }));
  await writeFile(file, `${JSON.stringify({ ...result, measurements }, null, 2)}\n`);
  return fileURLToPath(file);
}

const VERDICT = { true: 'pass', false: 'MISS', null: '' } as const;

/** A table for a terminal, one line a figure. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => [
    one.what,
    `${rounded(one.value)} ${one.unit}`,
    one.target === null ? '' : `${one.target.bound === 'at least' ? '≥' : '≤'} ${one.target.value}`,
    one.floor === undefined ? '' : `${rounded(one.value / one.floor)} × (${rounded(one.floor)})`,
    VERDICT[`${passes(one)}`],
    one.note ?? '',
  ]);
  const all = [['what', 'measured', 'target', 'of the floor', '', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
