import { describe, expect, it } from 'vitest';
import { wholeMonths } from '../../../src/adapters/persistence/knex/knex-kpi-reads.ts';

describe('wholeMonths', () => {
  it.each([
    ['a year from within a month', '2025-11-25', '2026-11-24', '2025-12-01', '2026-11-01'],
    ['exactly one month', '2026-02-01', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['two months and a day', '2026-01-01', '2026-03-01', '2026-01-01', '2026-03-01'],
    ['within one month', '2026-01-10', '2026-01-20', '2026-01-21', '2026-01-21'],
    ['over a change of month', '2026-01-10', '2026-02-20', '2026-02-21', '2026-02-21'],
    ['one day, the first', '2026-02-01', '2026-02-01', '2026-02-02', '2026-02-02'],
    ['the last day of a leap February', '2024-02-29', '2024-02-29', '2024-03-01', '2024-03-01'],
    ['over the new year', '2025-12-01', '2026-01-31', '2025-12-01', '2026-02-01'],
  ])('%s', (_, from, to, months, tail) => {
    expect(wholeMonths(from, to)).toEqual({ months, tail });
  });
});
