/** Figures that stand together. `spoken`: said in words. */
export interface Group {
  readonly digits: string;
  readonly gap: string;
  readonly spoken: boolean;
  readonly start: number;
  readonly end: number;
  /** Index of the last word that it was read from. */
  readonly last: number;
}

/** The dearest that is still taken for a price, in CFA francs. */
const DEAREST = 9_999_999;

/** "12/03/2025", "2025-03-12": a day, and nothing besides. */
export function isDate(run: readonly Group[]): boolean {
  if (run.length !== 3) return false;
  const gaps = run.slice(1).map(({ gap }) => gap);
  if (gaps[0] !== gaps[1] || !/^[/.-]$/.test(gaps[0]!)) return false;
  const figures = run.map(({ digits }) => digits);
  const [day, month, year] = (figures[0]!.length === 4 ? [...figures].reverse() : figures) as [
    string,
    string,
    string,
  ];
  return (
    /^(?:19|20)\d\d$/.test(year) &&
    day.length <= 2 &&
    month.length <= 2 &&
    between(day, 31) &&
    between(month, 12)
  );
}

const between = (digits: string, most: number): boolean =>
  Number(digits) >= 1 && Number(digits) <= most;

/**
 * Whether all figures are amounts of money: "10 000 - 15 000", "2000/3000". An amount begins with no zero and is
 * round; a number of a person is round throughout by a rare chance only.
 */
export function isAmounts(run: readonly Group[], currency: boolean): boolean {
  const amounts: { digits: string; grouped: boolean; gap: string }[] = [];
  let separator: string | null = null;
  for (const { digits, gap } of run) {
    const last = amounts.at(-1);
    const goesOn =
      last !== undefined &&
      digits.length === 3 &&
      /^[ .,'’\u00a0\u202f]$/.test(gap) &&
      (last.grouped ? gap === separator : last.digits.length <= 3);
    if (goesOn) {
      amounts[amounts.length - 1] = { ...last, digits: last.digits + digits, grouped: true };
      separator = gap;
    } else {
      amounts.push({ digits, grouped: false, gap });
      separator = null;
    }
  }
  const blanksOnly = amounts.slice(1).every(({ gap }) => gap.trim() === '');
  return amounts.every(({ digits, grouped }) => {
    const value = Number(digits);
    if (digits.startsWith('0') || value < 100) return false;
    if (currency && amounts.length === 1)
      return digits.length <= 7 || (digits.length <= 9 && value % 1000 === 0);
    if (value > DEAREST) return false;
    if (amounts.length === 1) return grouped || value % 50 === 0 || digits.length < 7;
    return value % (currency ? 5 : blanksOnly && !grouped ? 100 : 50) === 0;
  });
}
