import {
  PRODUCT_COLUMNS,
  type ProductColumns,
  type ProductField,
  type ProductFields,
} from '../../../domain/catalogue/product-fields.ts';

const COLUMN_OF = new Map(PRODUCT_COLUMNS.map(({ field, column }) => [field, column]));
const FIELD_OF = new Map<string, ProductField>(
  PRODUCT_COLUMNS.map(({ field, column }) => [column, field]),
);

export const columnOf = (field: ProductField): string => COLUMN_OF.get(field) ?? field;

/** Columns that were sent, as fields; the schema has checked the values. */
export const toFields = (columns: {
  readonly [C in keyof ProductColumns]?: ProductColumns[C] | undefined;
}): Partial<ProductFields> =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => [FIELD_OF.get(column), value]),
  ) as Partial<ProductFields>;
