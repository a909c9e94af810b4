import { describe, expect, it } from 'vitest';
import {
  EXPORTED,
  EXPORT_RULES,
  isExported,
  type ExportedRows,
  type NotExported,
} from '../../../src/domain/privacy/export-rules.ts';
import { PERSONAL_DATA_REGISTER } from '../../../src/domain/privacy/register.ts';
import { myDataTexts } from '../../../src/domain/texts/my-data/my-data.ts';

const rules: Readonly<Record<string, ExportedRows | NotExported>> = EXPORT_RULES;

describe('the rules of the export', () => {
  it('say of every table about customers how it comes into an export, or why it does not', () => {
    const tables = Object.entries(PERSONAL_DATA_REGISTER)
      .filter(([, { about }]) => about === 'customer')
      .map(([name]) => name);
    expect(Object.keys(rules).toSorted()).toEqual(tables.toSorted());
  });

  it('say of every column of these whether it is shown, in the file alone, or left out and why', () => {
    for (const [name, rule] of Object.entries(rules)) {
      if (!isExported(rule)) {
        expect(rule.because, name).toMatch(/\w{3}/);
        continue;
      }
      const { personal, pseudonymous, none } = PERSONAL_DATA_REGISTER[name]!;
      const declared = [...rule.given, ...rule.file, ...Object.keys(rule.left)];
      expect(declared.toSorted(), name).toEqual([...personal, ...pseudonymous, ...none].toSorted());
      for (const column of rule.order) expect(declared, name).toContain(column);
    }
  });

  it.each(['fr', 'en'] as const)('have words for people in %s', (language) => {
    const { tables } = myDataTexts(language);
    for (const [name, rule] of EXPORTED)
      expect(Object.keys(tables[name].columns).toSorted(), name).toEqual(rule.given.toSorted());
  });
});
