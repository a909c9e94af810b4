import { addCustomers, customers } from './customers.ts';
import { asOwner, type BenchDatabase } from './database.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { production, startLea, type LeaProcess } from './lea-process.ts';
import type { Deps } from './part.ts';

export interface Shop {
  readonly database: BenchDatabase;
  readonly gateway: Gateway;
  readonly lea: LeaProcess;
}

/** A shop with so many known customers, for one measurement. */
export async function inShop<T>(
  { postgres }: Deps,
  people: number,
  environment: Readonly<Record<string, string>>,
  work: (shop: Shop) => Promise<T>,
): Promise<T> {
  const database = await postgres.create();
  const gateway = await startGateway();
  let lea: LeaProcess | null = null;
  try {
    await asOwner(database.ownerUrl, (client) => addCustomers(client, customers(people)));
    lea = await startLea({
      ...production({ databaseUrl: database.ownerUrl, whapiUrl: gateway.url }),
      ...environment,
    });
    return await work({ database, gateway, lea });
  } finally {
    await lea?.stop();
    await gateway.close();
    await database.drop();
  }
}
