import { readFileSync } from 'node:fs';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { whatAModelSeesSuite } from '../../support/suites/what-a-model-sees.ts';
import { createHarness } from '../../support/harness.ts';

const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];

whatAModelSeesSuite((adapters) => createHarness({ products, adapters }));
