import { readFileSync } from 'node:fs';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { transferSuite } from '../../support/suites/transfer.ts';
import { createHarness } from '../../support/harness.ts';

const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];

transferSuite((adapters) => createHarness({ products, adapters }));
