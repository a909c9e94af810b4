import { EMPTY_FIELDS } from '../../../src/domain/catalogue/product-fields.ts';
import type { Product, ProductId } from '../../../src/domain/catalogue/product.ts';

/** The vocabulary of a shop like the demo's, fixed here so that a change of the demo changes no expectation. */
export const VOCABULARY = {
  categories: [
    'Soin du visage',
    'Soin du corps',
    'Cheveux',
    'Bébé et maman',
    'Solaire',
    'Hygiène',
    'Compléments alimentaires',
    'Premiers secours',
    'Anti-moustiques',
    'Minceur et sport',
    'Maquillage',
  ],
  brands: ['Labo Estuaire', 'Komo Derm', 'Ogoolia', 'Bébé Lopé', 'Nyanga Botanique'],
  attributes: [
    'peau sèche',
    'peau grasse',
    'peau mixte',
    'peau sensible',
    'peau noire',
    'peau mature',
    'peau normale',
    'cheveux crépus',
    'cheveux secs',
    'cheveux frisés',
    'cheveux gras',
    'bio',
    'vegan',
    'sans parfum',
    'sans paraben',
    'sans sulfates',
    'acné',
    'taches',
    'vergetures',
    'pellicules',
    'chute de cheveux',
    'moustiques',
    'soleil',
    'fatigue',
    'sommeil',
    'stress',
    'bébé',
    'enfant',
    'mains',
    'rides',
    'cernes',
    'minceur',
    'digestion',
    'jambes lourdes',
  ],
};

let count = 0;
export function product(
  fields: Partial<Omit<Product, 'id'>> & { readonly id?: string } = {},
): Product {
  count += 1;
  return {
    name: `Produit ${count}`,
    ...EMPTY_FIELDS,
    category: 'Soin du visage',
    priceCfa: 5000,
    stockQty: 5,
    ...fields,
    id: (fields.id ?? `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`) as ProductId,
  };
}
