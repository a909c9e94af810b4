import type { ImportResult, LineResult } from '../../../application/catalogue/import-products.ts';
import type { ImportReport } from './contract.ts';
import { columnOf } from '../core/product-columns.ts';

/** As many errors as anybody corrects before trying again. */
export const MOST_ERRORS = 1_000;

const shown = (product: NonNullable<LineResult['was']>) => ({
  name: product.name,
  price_cfa: product.priceCfa,
  promo_price_cfa: product.promoPriceCfa,
});

/** What an import did; in a preview, line by line. */
export function importReportOf(
  { applied, lines, priceChangeId }: ImportResult,
  ignored: readonly string[],
  preview: boolean,
): ImportReport {
  const count = (action: string): number => lines.filter((line) => line.action === action).length;
  const errors = lines.flatMap(({ line, problems }) =>
    problems.map((problem) => ({ line, ...problem })),
  );
  return {
    applied,
    total: lines.length,
    created: count('create'),
    updated: count('update'),
    unchanged: count('unchanged'),
    error_count: errors.length,
    errors: errors.slice(0, MOST_ERRORS),
    price_change_id: priceChangeId,
    questions: lines.flatMap(({ line, productId, questions, was, becomes }) =>
      was === null || becomes === null
        ? []
        : questions.map((question) => ({
            line,
            question,
            product_id: productId,
            before: shown(was),
            after: shown(becomes),
          })),
    ),
    ignored_columns: [...ignored],
    ...(preview
      ? {
          lines: lines.map((line) => ({
            line: line.line,
            action: line.action,
            // A new product's id is not decided before it is really made.
            product_id: line.action === 'create' ? null : line.productId,
            name: line.name,
            barcode: line.barcode,
            changes: line.changes.map(columnOf),
            errors: [...line.problems],
          })),
        }
      : {}),
  };
}
