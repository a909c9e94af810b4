import { readFileSync } from 'node:fs';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { whatAModelSeesContract } from '../../contract/what-a-model-sees.contract.ts';
import { createHarness } from '../../support/harness.ts';

const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];

whatAModelSeesContract((adapters) => createHarness({ products, adapters }));
