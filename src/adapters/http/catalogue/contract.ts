import { z } from 'zod';
import { readBarcode } from '../../../domain/catalogue/barcode.ts';
import { PROBLEM_CODES } from '../../../domain/catalogue/field-problem.ts';
import { MAX_PRICE_CFA } from '../../../domain/catalogue/price.ts';
import {
  PRODUCT_COLUMNS,
  type FieldFacts,
  type ProductColumns,
  type ProductColumnsRow,
} from '../../../domain/catalogue/product-fields.ts';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';

// The dashboard's form has the same fields, and judges by the same rules.
export { PRODUCT_COLUMNS, readBarcode };
export type { ProductColumn, ProductColumns } from '../../../domain/catalogue/product-fields.ts';

/** The row of `products`, as far as it can be written. */
export type ProductRow = ProductColumnsRow & { readonly id: string };

const price = z.int().min(1).max(MAX_PRICE_CFA);
const amount = z.int().min(0).max(1_000_000_000);
const day = z.iso.date();
const text = (max: number) => z.string().trim().max(max);
const words = z.array(z.string().trim().min(1).max(100)).max(50);
const emptyToNull = (value: string | null): string | null => (value === '' ? null : value);
const optionalText = (max: number) => text(max).nullable().transform(emptyToNull);

/** What a product must not be offered with; what is left out is no known caution. */
export const cautions = z.strictObject({
  pregnancy: z.boolean().default(false),
  breastfeeding: z.boolean().default(false),
  minAgeMonths: z.int().min(0).max(1_200).nullable().default(null),
  allergens: words.default([]),
  essentialOils: z.boolean().default(false),
  asthma: z.boolean().default(false),
  epilepsy: z.boolean().default(false),
  interactions: words.default([]),
});

/** What a column takes, by what the field holds. */
const schemaOf = ({ kind, max = 0, needed, nullable }: FieldFacts): z.ZodType => {
  const or = (schema: z.ZodType): z.ZodType => (needed === true ? schema : schema.nullable());
  switch (kind) {
    case 'text':
      return needed === true ? text(max).min(1) : optionalText(max);
    case 'barcode':
    case 'image':
      return optionalText(max);
    case 'price':
      return or(price);
    case 'count':
      return amount;
    case 'day':
      return or(day);
    case 'flag':
      return z.boolean();
    case 'words':
      return nullable === true ? words.nullable().transform((list) => list ?? []) : words;
    case 'cautions':
      return cautions;
  }
};

const productShape = Object.fromEntries(
  PRODUCT_COLUMNS.map((facts) => [facts.column, schemaOf(facts)]),
) as unknown as { readonly [C in keyof ProductColumns]: z.ZodType<ProductColumns[C]> };

/** PATCH: any of them. */
export const productChanges = z.strictObject(productShape).partial();
/** POST: name and price at least; stock is 0 until somebody counts it. */
export const newProductBody = productChanges
  .required({ name: true, price_cfa: true })
  .extend({ id: id.optional() });

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');
/** What somebody must look at before a file is taken. */
const question = z.enum(['price_swing', 'other_name']);
const shownProduct = z.object({
  name: z.string(),
  price_cfa: z.int(),
  promo_price_cfa: z.int().nullable(),
});
const problem = z.object({
  field: z.string(),
  code: z.enum(PROBLEM_CODES),
  message: z.string(),
  values: z.record(z.string(), z.int()).optional().describe('The figures of the message'),
});
export type FieldProblem = z.output<typeof problem>;
const lineProblem = problem.extend({ line: z.int() });

/** What an import did, or in a preview would do. */
export const importReport = z.object({
  applied: z.boolean(),
  total: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  error_count: z.int(),
  errors: z.array(lineProblem),
  price_change_id: id.nullable().describe('Under which undo-price-change takes the prices back'),
  questions: z
    .array(
      z.object({
        line: z.int(),
        question,
        product_id: id.nullable(),
        before: shownProduct,
        after: shownProduct,
      }),
    )
    .describe(
      'price_swing: a price changes by more than half; other_name: the barcode is known under a wholly different name',
    ),
  ignored_columns: z.array(z.string()).describe('Headers that mean nothing to us'),
  lines: z
    .array(
      z.object({
        line: z.int(),
        action: z.enum(['create', 'update', 'unchanged', 'error']),
        product_id: id.nullable(),
        name: z.string().nullable(),
        barcode: z.string().nullable(),
        changes: z.array(z.string()),
        errors: z.array(problem),
      }),
    )
    .optional()
    .describe('Of a preview only'),
});
export type ImportReport = z.output<typeof importReport>;

export const importProducts = endpoint({
  method: 'POST',
  path: '/functions/import-products',
  query: z.object({
    preview: flag.default(false),
    confirm: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter((name) => name !== ''))
      .pipe(z.array(question))
      .describe('The questions of the preview that were answered with yes, parted by commas'),
  }),
  response: importReport,
});

/** Prices become what they were before a change, unless somebody changed them since. */
export const undoPriceChange = endpoint({
  method: 'POST',
  path: '/functions/undo-price-change',
  body: z.object({ change_id: id }),
  response: z.object({
    change_id: id.nullable().describe('Under which this can be undone in turn'),
    undone: z.int(),
    kept: z.int().describe('Changed since then, and so left alone'),
  }),
});

export const priceHistory = endpoint({
  method: 'GET',
  path: '/functions/price-history',
  query: z.object({
    product_id: id,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({
    changes: z.array(
      z.object({
        change_id: id,
        at: z.iso.datetime(),
        actor_id: id.nullable(),
        via: z.enum(['edit', 'import', 'undo']),
        price_before: z.int(),
        price_after: z.int(),
        promo_before: z.int().nullable(),
        promo_after: z.int().nullable(),
      }),
    ),
  }),
});

export const exportProducts = endpoint({
  method: 'GET',
  path: '/functions/export-products',
  response: z.string(),
});

export const uploadProductImage = endpoint({
  method: 'POST',
  path: '/functions/upload-product-image',
  query: z.object({ product_id: id }),
  response: z.object({ product_id: id, image_url: z.string() }),
});

const watchedProduct = z.object({
  id,
  name: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  barcode: z.string().nullable(),
  image_url: z.string().nullable(),
  price_cfa: z.int(),
  stock_qty: z.int(),
  low_stock_threshold: z.int(),
  expiration_date: z.string().nullable(),
});

export const catalogueWatch = endpoint({
  method: 'GET',
  path: '/functions/catalogue-watch',
  query: z.object({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(3_650)
      .default(60)
      .describe('How soon is soon to expire'),
    demand_days: z.coerce
      .number()
      .int()
      .min(1)
      .max(3_650)
      .default(30)
      .describe('How far back demand is counted'),
  }),
  response: z.object({
    low_stock: z.array(watchedProduct),
    expiring_soon: z.array(watchedProduct),
    expired: z.array(watchedProduct),
    unmet_demand: z.array(
      z.object({
        need_key: z.string(),
        category: z.string().nullable(),
        count: z.int(),
        reasons: z.record(z.string(), z.int()),
        last_asked_at: z.iso.datetime(),
      }),
    ),
  }),
});
