import { readFileSync } from 'node:fs';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { transferContract } from '../../contract/transfer.contract.ts';
import { createHarness } from '../../support/harness.ts';

const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];

transferContract((adapters) => createHarness({ products, adapters }));
