import { describe, expect, it } from 'vitest';
import { ACTION_WORDS, actionWord } from '../../../dashboard/src/pages/Audit/action-words.ts';
import { hasTableWord } from '../../../dashboard/src/pages/Audit/table-words.ts';
import { productChanges } from '../../../src/adapters/http/catalogue/contract.ts';
import { SIGN_IN_ACTIONS } from '../../../src/domain/audit/audit-entry.ts';
import { STAFF_ACTIONS, tableOf } from '../../../src/domain/audit/staff-actions.ts';
import { TABLES } from '../../../src/ports/shown-tables.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';

// By a name that the compiler does not follow: the dashboard has compiler settings of its own.
const folder = '../../../dashboard/src/pages/Audit/';
const { columnWord } = (await import(`${folder}column-words.ts`)) as {
  readonly columnWord: (language: 'fr' | 'en', column: string) => string | undefined;
};

describe('the page of the audit log has words, in both languages,', () => {
  it.each(['fr', 'en'] as const)('for every action and none besides (%s)', (language) => {
    const words = ACTION_WORDS[language];
    expect(Object.keys(words).toSorted()).toEqual(
      [...STAFF_ACTIONS, ...SIGN_IN_ACTIONS].toSorted(),
    );
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });

  it('for every field of a product and every setting', () => {
    const columns = [...Object.keys(productChanges.shape), ...Object.keys(defaultSettings('GA'))];
    expect(
      columns.filter(
        (column) =>
          columnWord('fr', column) === undefined || columnWord('en', column) === undefined,
      ),
    ).toEqual([]);
    expect(columnWord('fr', 'price_cfa')).toBe('prix');
    expect(columnWord('en', 'price_cfa')).toBe('price');
    expect(columnWord('fr', 'of_a_newer_server')).toBeUndefined();
  });

  it('for what customers do with what is theirs', () => {
    expect(actionWord('fr', 'customer.export', 'customer')).toBe('a ouvert ses propres données');
    expect(actionWord('en', 'customer.export', 'customer')).toBe('opened their own data');
    expect(actionWord('fr', 'customer.export', 'admin')).toBe('a exporté les données d’un client');
    expect(actionWord('fr', 'of.a_newer_server', 'customer')).toBe('of.a_newer_server');
  });

  it('for every table', () => {
    const tables = [...TABLES, ...STAFF_ACTIONS.map(tableOf).filter((table) => table !== '')];
    expect(tables.filter((table) => !hasTableWord(table))).toEqual([]);
  });
});
