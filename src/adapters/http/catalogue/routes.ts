import type { TraceAccess } from '../../../application/audit/trace-access.ts';
import type { ExportProducts } from '../../../application/catalogue/export-products.ts';
import {
  mustBeApplied,
  type ImportProducts,
} from '../../../application/catalogue/import-products.ts';
import type {
  EncodedImage,
  SetProductImage,
} from '../../../application/catalogue/set-product-image.ts';
import type { ReadPrices } from '../../../application/catalogue/read-prices.ts';
import type { UndoPriceChange } from '../../../application/catalogue/undo-price-change.ts';
import type { WatchCatalogue } from '../../../application/catalogue/watch-catalogue.ts';
import type { ProductId, Product } from '../../../domain/catalogue/product.ts';
import * as contracts from './contract.ts';
import { defineRawRoute, defineRoute, type Route } from '../core/define-route.ts';
import { queryObject, validate } from '../core/request/validate.ts';
import { priceRoutes } from './price-routes.ts';
import { importReportOf, MOST_ERRORS } from './import-report.ts';
import { readProductsCsv } from './read-products-csv.ts';
import { NDJSON, sendProgress } from './send-progress.ts';
import { sendExport } from './send-export.ts';
import { uploadedFile } from './uploaded-file.ts';

export interface CatalogueDeps {
  readonly importProducts: Pick<ImportProducts, 'execute'>;
  readonly undoPriceChange: Pick<UndoPriceChange, 'execute'>;
  readonly readPrices: Pick<ReadPrices, 'execute'>;
  readonly exportProducts: Pick<ExportProducts, 'execute'>;
  readonly watchCatalogue: Pick<WatchCatalogue, 'execute'>;
  readonly traceAccess: Pick<TraceAccess, 'execute'>;
  readonly setProductImage: Pick<SetProductImage, 'execute'>;
  /** Draws a picture anew; refuses what is none. */
  readonly encodeImage: (bytes: Uint8Array) => Promise<EncodedImage>;
}

const CSV_LIMIT = 16 * 1_048_576;
const IMAGE_LIMIT = 8 * 1_048_576;
const COMMON = { tag: 'Catalogue' } as const;

/** Files, pictures and watching of the catalogue; single products are `/rest/v1/products`. */
export function catalogueRoutes(deps: CatalogueDeps): Route[] {
  return [
    defineRawRoute(contracts.importProducts, {
      ...COMMON,
      who: 'product.import',
      summary:
        'Imports products from a CSV file, all lines or none; with preview=true only says what would happen; with Accept: application/x-ndjson the progress comes line by line',
      errors: {
        400: 'invalid_csv, unknown_columns',
        413: 'too_large, too_many_lines',
        422: 'import_refused, confirmation_needed',
      },
      async handle(ctx, actor) {
        const { preview, confirm } = validate(
          contracts.importProducts.query,
          queryObject(ctx.query),
          'query',
        );
        const { lines, ignored } = readProductsCsv(await uploadedFile(ctx, CSV_LIMIT));
        const run = async (onProgress?: (done: number, total: number) => void) => {
          const result = await deps.importProducts.execute({
            actor,
            lines,
            preview,
            confirmed: confirm,
            ...(onProgress === undefined ? {} : { onProgress }),
          });
          if (!preview) mustBeApplied(result, MOST_ERRORS);
          return importReportOf(result, ignored, preview);
        };
        if (ctx.get('accept') === NDJSON) return sendProgress(ctx, run);
        ctx.body = await run();
      },
    }),
    ...priceRoutes(deps),
    defineRawRoute(contracts.exportProducts, {
      ...COMMON,
      who: 'product.export',
      summary: 'All products as a CSV file that an import takes back',
      contentType: 'text/csv',
      async handle(ctx, actor) {
        await sendExport(ctx, deps.exportProducts.execute({ actor }));
      },
    }),
    defineRawRoute(contracts.uploadProductImage, {
      ...COMMON,
      who: 'product.set_image',
      summary:
        'Gives a product its picture: JPEG, PNG, WebP, GIF, AVIF or TIFF up to 8 MB, as the body or in a form',
      errors: { 404: 'product_not_found', 413: 'too_large', 422: 'invalid_image' },
      async handle(ctx, actor) {
        const { product_id: id } = validate(
          contracts.uploadProductImage.query,
          queryObject(ctx.query),
          'query',
        );
        const bytes = await uploadedFile(ctx, IMAGE_LIMIT);
        const { imageUrl } = await deps.setProductImage.execute({
          actor,
          productId: id as ProductId,
          encode: () => deps.encodeImage(bytes),
        });
        ctx.body = { product_id: id, image_url: imageUrl };
      },
    }),
    defineRoute(contracts.catalogueWatch, {
      tag: 'Catalogue',
      who: 'demand.read',
      summary: 'Low stock, dates that come near, and what customers asked for in vain',
      async handle({ actor, query }) {
        const watch = await deps.watchCatalogue.execute({
          actor,
          expiryDays: query.days,
          demandDays: query.demand_days,
        });
        // What customers asked for is theirs, even without a name.
        await deps.traceAccess.execute({
          actor,
          action: 'demand.read',
          count: watch.unmetDemand.length,
          sameAs: '',
        });
        return {
          low_stock: watch.lowStock.map(watched),
          expiring_soon: watch.expiringSoon.map(watched),
          expired: watch.expired.map(watched),
          unmet_demand: watch.unmetDemand.map(
            ({ needKey, category, count, reasons, lastAskedAt }) => ({
              need_key: needKey,
              category,
              count,
              reasons: { ...reasons },
              last_asked_at: lastAskedAt.toISOString(),
            }),
          ),
        };
      },
    }),
  ];
}

const watched = (product: Product) => ({
  id: product.id,
  name: product.name,
  brand: product.brand,
  category: product.category,
  barcode: product.barcode,
  image_url: product.imageUrl,
  price_cfa: product.priceCfa,
  stock_qty: product.stockQty,
  low_stock_threshold: product.lowStockThreshold,
  expiration_date: product.expirationDate,
});
