import type { Product } from '../../../domain/catalogue/product.ts';
import { Readable } from 'node:stream';
import type { AppContext } from '../core/app-context.ts';
import { csvHeader, csvOf } from './write-products-csv.ts';

/** Streams a file page by page. The first page is read before the headers go, so that its failure is still an error. */
export async function sendExport(
  ctx: AppContext,
  pages: AsyncGenerator<readonly Product[], void>,
): Promise<void> {
  const first = await pages.next();
  ctx.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="produits.csv"',
  });
  ctx.body = Readable.from(text(first, pages));
}

async function* text(
  first: IteratorResult<readonly Product[], void>,
  rest: AsyncGenerator<readonly Product[], void>,
): AsyncGenerator<string, void> {
  yield csvHeader();
  if (first.done === true) return;
  yield csvOf(first.value);
  for await (const page of rest) yield csvOf(page);
}
