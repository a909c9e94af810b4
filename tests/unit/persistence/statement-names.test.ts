import { describe, expect, it } from 'vitest';
import { StatementNames } from '../../../src/adapters/persistence/knex/statement-names.ts';

const asked = (names: StatementNames, sql: string, times: number) =>
  Array.from({ length: times }, () => names.of(sql)).at(-1);

describe('names of statements', () => {
  it('go to what is asked again and again, and stay', () => {
    const names = new StatementNames();
    expect(asked(names, 'select 1', 4)).toBeUndefined();
    const name = names.of('select 1');
    expect(name).toMatch(/^lea_\d+$/);
    expect(names.of('select 1')).toBe(name);
  });

  it('differ from one text to another', () => {
    const names = new StatementNames();
    expect(asked(names, 'select 1', 5)).not.toBe(asked(names, 'select 2', 5));
  });

  it('run out, so that the server keeps a bounded number of plans', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 400 }, (_, index) => asked(names, `select ${index}`, 5));
    expect(given.filter((name) => name !== undefined)).toHaveLength(300);
    expect(names.of('select 0')).toBe(given[0]);
  });

  it('still come to a late text after thousands that were asked once', () => {
    const names = new StatementNames();
    for (let index = 0; index < 10_000; index += 1) names.of(`select ${index}`);
    expect(asked(names, 'select late', 5)).toBeDefined();
  });
});
