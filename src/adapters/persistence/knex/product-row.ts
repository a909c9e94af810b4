import { NO_CAUTIONS } from '../../../domain/catalogue/cautions.ts';
import {
  PRODUCT_COLUMNS as COLUMNS,
  type FieldKind,
  type ProductColumnsRow,
} from '../../../domain/catalogue/product-fields.ts';
import type { Product, ProductId } from '../../../domain/catalogue/product.ts';
import { TYPE_OF } from '../../../ports/shown-tables.ts';

export interface ProductRow extends ProductColumnsRow {
  readonly id: ProductId;
}

const NAMES = ['id', ...COLUMNS.map(({ column }) => column)];
/** For a list in SQL. */
export const PRODUCT_COLUMNS = NAMES.join(', ');
/** With its type each: how a statement reads rows from JSON. */
export const PRODUCT_COLUMN_TYPES = [
  'id uuid',
  ...COLUMNS.map(({ column, kind }) => `${column} ${TYPE_OF[kind]}`),
].join(', ');
/** All but the id take the values of the row that is written. */
export const PRODUCT_COLUMNS_EXCLUDED = COLUMNS.map(
  ({ column }) => `${column} = excluded.${column}`,
).join(', ');

const READ: Readonly<Partial<Record<FieldKind, (value: unknown) => unknown>>> = {
  words: (value) => value ?? [],
  cautions: (value) => ({ ...NO_CAUTIONS, ...(value as ProductRow['cautions']) }),
};

export function toProduct(row: ProductRow): Product {
  const product: Record<string, unknown> = { id: row.id };
  for (const { field, column, kind } of COLUMNS) {
    const value = row[column];
    product[field] = READ[kind]?.(value) ?? value;
  }
  return product as unknown as Product;
}

export function toProductRow(product: Product): ProductRow {
  const row: Record<string, unknown> = { id: product.id };
  for (const { field, column } of COLUMNS) row[column] = product[field];
  return row as unknown as ProductRow;
}
