import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { catalogueWatch, ImportReport, ProductRow } from '@http/catalogue/contract.ts';
import { call, followedRequest, rawRequest } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { contains, listRows, oneOf, writeRow, type Filters, type Listed } from '../../api/rest.ts';
import { addDays } from '../../i18n/days.ts';

export type Product = ProductRow;
export type ProductChanges = Partial<Omit<Product, 'id'>>;

export const SHELVES = [
  'all',
  'active',
  'low',
  'out',
  'expiring',
  'expired',
  'promo',
  'inactive',
] as const;
export type Shelf = (typeof SHELVES)[number];
export const PAGE_SIZE = 25;
/** More ids than this make an address too long. */
const MOST_IDS = 150;
const SOON_DAYS = 60;

/** Low stock, expiry, and what was asked for in vain. */
export const watchQuery = queryOptions({
  queryKey: ['products', 'watch'],
  queryFn: ({ signal }) =>
    call<typeof catalogueWatch>({
      method: 'GET',
      path: '/functions/catalogue-watch',
      query: { days: SOON_DAYS },
      signal,
    }),
});

type Indexed = Pick<Product, 'id' | 'name' | 'brand' | 'category' | 'barcode'>;
const BLOCK = 1000;

/** Every product's words, so that a search ignores accents and reads several columns at once. */
export const indexQuery = queryOptions({
  queryKey: ['product-index'],
  queryFn: async ({ signal }): Promise<readonly Indexed[]> => {
    const all: Indexed[] = [];
    for (let total = 1; all.length < total;) {
      const page: Listed<Indexed> = await listRows('products', {
        select: 'id,name,brand,category,barcode',
        order: 'name.asc,id.asc',
        limit: BLOCK,
        offset: all.length,
        signal,
      });
      all.push(...page.rows);
      total = page.rows.length === 0 ? 0 : page.total;
    }
    return all;
  },
  staleTime: 60_000,
});

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

function matching(index: readonly Indexed[], q: string): readonly string[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return index
    .filter((product) => {
      const text = fold(
        `${product.name} ${product.brand ?? ''} ${product.category ?? ''} ${product.barcode ?? ''}`,
      );
      return words.every((word) => text.includes(word));
    })
    .map((product) => product.id);
}

export interface ProductSearch {
  readonly q: string;
  readonly category: string;
  readonly shelf: Shelf;
  readonly order: string;
  readonly page: number;
}
export type ProductList = Listed<Product> & { readonly cut: boolean };

const NOTHING: ProductList = { rows: [], total: 0, cut: false };

async function readProducts(
  search: ProductSearch,
  today: string,
  signal: AbortSignal,
): Promise<ProductList> {
  const filters: (readonly [string, string])[] = [];
  let ids: readonly string[] | null = null;
  if (search.shelf === 'low') {
    const { low_stock } = await queryClient.fetchQuery(watchQuery);
    ids = low_stock.map((product) => product.id);
  }
  if (search.q !== '') {
    const index = await queryClient.ensureQueryData(indexQuery).catch(() => null);
    if (index === null) filters.push(['name', contains(search.q)]);
    else {
      const found = matching(index, search.q);
      const low = ids === null ? null : new Set(ids);
      ids = low === null ? found : found.filter((id) => low.has(id));
    }
  }
  if (ids?.length === 0) return NOTHING;
  if (ids !== null) filters.push(['id', oneOf(ids.slice(0, MOST_IDS))]);
  if (search.category !== '') filters.push(['category', `eq.${search.category}`]);
  filters.push(...shelfFilters(search.shelf, today));
  const listed = await listRows<Product>('products', {
    filters,
    order: `${search.order},id.asc`,
    limit: PAGE_SIZE,
    offset: (search.page - 1) * PAGE_SIZE,
    signal,
  });
  return { ...listed, cut: (ids?.length ?? 0) > MOST_IDS };
}

function shelfFilters(shelf: Shelf, today: string): Filters {
  switch (shelf) {
    case 'all':
    case 'low':
      return [];
    case 'active':
      return [['active', 'is.true']];
    case 'inactive':
      return [['active', 'is.false']];
    case 'out':
      return [
        ['active', 'is.true'],
        ['stock_qty', 'eq.0'],
      ];
    case 'expired':
      return [
        ['active', 'is.true'],
        ['expiration_date', `lt.${today}`],
      ];
    case 'expiring':
      return [
        ['active', 'is.true'],
        ['expiration_date', `gte.${today}`],
        ['expiration_date', `lte.${addDays(today, SOON_DAYS)}`],
      ];
    case 'promo':
      return [
        ['active', 'is.true'],
        ['promo_price_cfa', 'not.is.null'],
      ];
  }
}

export const useProducts = (search: ProductSearch, today: string) =>
  useQuery({
    queryKey: ['products', 'list', search, today],
    queryFn: ({ signal }) => readProducts(search, today, signal),
    placeholderData: keepPreviousData,
  });

export const useProduct = (id: string | null) =>
  useQuery({
    queryKey: ['products', 'one', id],
    queryFn: async ({ signal }) =>
      (await listRows<Product>('products', { filters: [['id', `eq.${id}`]], limit: 1, signal }))
        .rows[0] ?? null,
    enabled: id !== null,
  });

export const refreshProducts = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['products'] }),
    queryClient.invalidateQueries({ queryKey: ['product-index'] }),
  ]);

interface ProductChange {
  readonly id: string;
  readonly changes: ProductChanges;
  /** A price that leaps is meant. */
  readonly confirmed: boolean;
}

/** Changes columns of one product; lists show it at once and take it back when the server refuses. */
export const useChangeProduct = () =>
  useMutation({
    mutationFn: ({ id, changes, confirmed }: ProductChange) =>
      writeRow<Product>(
        'PATCH',
        'products',
        [['id', `eq.${id}`]],
        changes,
        confirmed ? {} : { 'x-price-swing': 'ask' },
      ),
    onMutate: ({ id, changes }) => {
      queryClient.setQueriesData<ProductList>({ queryKey: ['products', 'list'] }, (list) =>
        list === undefined
          ? list
          : {
              ...list,
              rows: list.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)),
            },
      );
    },
    onSettled: refreshProducts,
  });

export const useCreateProduct = () =>
  useMutation({
    mutationFn: (product: ProductChanges) => writeRow<Product>('POST', 'products', [], product),
    onSettled: refreshProducts,
  });

export const useRemoveProduct = () =>
  useMutation({
    mutationFn: (id: string) => writeRow<Product>('DELETE', 'products', [['id', `eq.${id}`]]),
    onSettled: refreshProducts,
  });

export async function uploadImage(productId: string, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  await rawRequest(`/functions/upload-product-image?product_id=${productId}`, {
    method: 'POST',
    body: form,
  });
  await refreshProducts();
}

/** A preview writes nothing and tells every line's fate. */
export async function importCsv(
  file: File,
  preview: boolean,
  confirmed: readonly string[],
  onProgress: (share: number) => void,
): Promise<ImportReport> {
  const report = (await followedRequest(
    `/functions/import-products?preview=${preview}&confirm=${confirmed.join(',')}`,
    { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file },
    onProgress,
  )) as ImportReport;
  if (!preview) await refreshProducts();
  return report;
}
