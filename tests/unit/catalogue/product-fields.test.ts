import { describe, expect, it } from 'vitest';
import { newProductBody, productChanges } from '../../../src/adapters/http/catalogue/contract.ts';
import { readProductsCsv } from '../../../src/adapters/http/catalogue/read-products-csv.ts';
import { csvHeader, csvOf } from '../../../src/adapters/http/catalogue/write-products-csv.ts';
import { columnOf, toFields } from '../../../src/adapters/http/core/product-columns.ts';
import { toProduct, toProductRow } from '../../../src/adapters/persistence/knex/product-row.ts';
import { problemsOf } from '../../../src/application/catalogue/product-rules.ts';
import { PRODUCT_COLUMNS } from '../../../src/domain/catalogue/product-fields.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { TABLE_COLUMNS } from '../../../src/ports/shown-tables.ts';
import { aFullProduct, aProduct } from '../../support/builders.ts';

const full = aFullProduct();
const fields = PRODUCT_COLUMNS.map(({ field }) => field);

describe('every field of a product', () => {
  it('is in a product of the builders, obeys the rules, and differs from an empty one', () => {
    expect(problemsOf(full)).toEqual([]);
    expect(fields.filter((field) => !(field in full))).toEqual([]);
    const empty = aProduct({ id: full.id });
    expect(fields.filter((field) => field !== 'active' && full[field] === empty[field])).toEqual(
      [],
    );
  });

  it('comes back from a row of the database', () => {
    expect(toProduct(toProductRow(full))).toEqual(full);
    expect(toProduct({ ...toProductRow(full), tags: null, cautions: {} })).toEqual({
      ...full,
      tags: [],
      cautions: aProduct().cautions,
    });
  });

  it('comes back from a file', () => {
    const { lines, ignored } = readProductsCsv(Buffer.from(csvHeader() + csvOf([full])));
    expect(ignored).toEqual([]);
    const [line] = lines;
    expect(line?.problems).toEqual([]);
    expect({ id: line?.id, ...line?.fields, cautions: line?.cautions }).toEqual(full);
  });

  it('comes back from the columns that /rest/v1 takes and shows', () => {
    const { id, ...row } = toProductRow(full);
    expect({ id, ...toFields(productChanges.parse(row)) }).toEqual(full);
    expect(newProductBody.parse({ id, ...row })).toEqual({ id, ...row });
    const shown = TABLE_COLUMNS.products;
    expect(fields.filter((field) => !shown.has(columnOf(field)))).toEqual([]);
  });

  it.each(PRODUCT_COLUMNS.filter(({ kind, needed }) => kind !== 'cautions' && needed !== true))(
    'is emptied by an empty cell and by null where it may be empty ($column)',
    ({ column, kind, field, nullable }) => {
      const csv = `id;${column}\n${full.id};\n`;
      const [line] = readProductsCsv(Buffer.from(csv)).lines;
      const emptied = { ...full, ...line?.fields } as Product;
      expect(emptied[field]).toEqual(kind === 'words' ? [] : null);
      const read = productChanges.safeParse({ [column]: null });
      expect(read.success).toBe(kind !== 'words' || nullable === true);
    },
  );
});
