import type { CreateProducts } from '../../../application/catalogue/create-products.ts';
import type { DeleteProducts } from '../../../application/catalogue/delete-products.ts';
import type { UpdateProducts } from '../../../application/catalogue/update-products.ts';
import type { ProductId } from '../../../domain/catalogue/product.ts';
import type { Row } from '../../../ports/table-store.ts';
import { newProductBody, productChanges } from '../catalogue/contract.ts';
import { toFields } from '../core/product-columns.ts';
import {
  changedColumns,
  checkReturned,
  insertedRows,
  matchingIds,
  rowsById,
  sendWritten,
  type WriteRequest,
} from './write-request.ts';

export interface ProductWrites {
  readonly createProducts: Pick<CreateProducts, 'execute'>;
  readonly updateProducts: Pick<UpdateProducts, 'execute'>;
  readonly deleteProducts: Pick<DeleteProducts, 'execute'>;
}

/** `X-Price-Swing: ask` has a change by more than half refused with 409 `price_swing` first. */
const ASK = 'x-price-swing';

const asIds = (ids: readonly string[]): readonly ProductId[] => ids as readonly ProductId[];

export async function insertProducts(
  { createProducts }: ProductWrites,
  request: WriteRequest,
): Promise<void> {
  const rows = await insertedRows(request, newProductBody);
  await checkReturned(request);
  const products = rows.map(({ id, name, price_cfa: priceCfa, ...rest }) => ({
    ...toFields(rest),
    name,
    priceCfa,
    ...(id === undefined ? {} : { id: id as ProductId }),
  }));
  const { productIds } = await createProducts.execute({ actor: request.actor, products });
  sendWritten(request, productIds, await returned(request, productIds));
}

export async function patchProducts(
  { updateProducts }: ProductWrites,
  request: WriteRequest,
): Promise<void> {
  const changes = toFields(await changedColumns(request, productChanges));
  await checkReturned(request);
  const ids = await matchingIds(request);
  const { ctx } = request;
  const { priceChangeId } = await updateProducts.execute({
    actor: request.actor,
    productIds: asIds(ids),
    changes,
    askAboutSwings: ctx.get(ASK).toLowerCase() === 'ask',
  });
  if (priceChangeId !== null) ctx.set('X-Price-Change', priceChangeId);
  sendWritten(request, ids, await returned(request, ids));
}

/** Answers removed rows as they were, and deactivated ones as they are. */
export async function deleteProducts(
  { deleteProducts: remover }: ProductWrites,
  request: WriteRequest,
): Promise<void> {
  await checkReturned(request);
  const ids = await matchingIds(request);
  const whole: WriteRequest = { ...request, query: { ...request.query, columns: null, order: [] } };
  const before = request.prefer.returning === 'representation' ? await rowsById(whole, ids) : null;
  const { deactivated } = await remover.execute({ actor: request.actor, productIds: asIds(ids) });
  if (before === null) return sendWritten(request, ids, null);
  const now = new Map((await rowsById(whole, deactivated)).map((row) => [row['id'], row]));
  sendWritten(
    request,
    ids,
    before.map((row) => pick(now.get(row['id']) ?? row, request.query.columns)),
  );
}

const pick = (row: Row, columns: readonly string[] | null): Row =>
  columns === null || columns.includes('*')
    ? row
    : Object.fromEntries(columns.map((column) => [column, row[column]]));

const returned = async (
  request: WriteRequest,
  ids: readonly string[],
): Promise<readonly Row[] | null> =>
  request.prefer.returning === 'representation' ? rowsById(request, ids) : null;
