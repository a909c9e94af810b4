import { openDatabase } from '../knex/database.ts';
import { demoProducts, insertDemoProducts, isEmptyShop } from './demo-products.ts';

/** Fills an empty shelf with the demo's products, as the database's owner; false when there is something on it. */
export async function seedCatalogue(ownerUrl: string, now: Date): Promise<boolean> {
  const pool = openDatabase(ownerUrl, 1);
  try {
    return await pool.transaction(async (trx) => {
      await trx.raw('set local search_path = public, extensions');
      if (!(await isEmptyShop(trx))) return false;
      await insertDemoProducts(trx, await demoProducts(now.toISOString().slice(0, 10)));
      return true;
    });
  } finally {
    await pool.destroy();
  }
}
