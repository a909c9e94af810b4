import { readBarcode } from '../../domain/catalogue/barcode.ts';
import type { Product, ProductId } from '../../domain/catalogue/product.ts';
import { EMPTY_FIELDS, type ProductFields } from '../../domain/catalogue/product-fields.ts';

/** What a new product needs at least, and what may come with it. */
export type NewProduct = Pick<ProductFields, 'name' | 'priceCfa'> &
  Partial<ProductFields> & { readonly id?: ProductId };

export const newProduct = (id: ProductId, fields: NewProduct): Product => ({
  ...EMPTY_FIELDS,
  ...fields,
  id,
});

/** With the barcode in the one form that its article has; one that is damaged is left for the rules to refuse. */
export function tidied<T extends Partial<ProductFields>>(fields: T): T {
  if (typeof fields.barcode !== 'string') return fields;
  const read = readBarcode(fields.barcode);
  if (read.kind === 'bad') return fields;
  return { ...fields, barcode: read.kind === 'none' ? null : read.value };
}

/** The fields whose value differs. */
export function changedFields(before: Product, after: Product): readonly (keyof ProductFields)[] {
  const names = Object.keys({ ...before, ...after }) as (keyof Product)[];
  return names.filter(
    (name): name is keyof ProductFields => name !== 'id' && !same(before[name], after[name]),
  );
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
