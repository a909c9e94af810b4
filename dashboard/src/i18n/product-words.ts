import type { ProductColumn } from '@http/catalogue/contract.ts';
import type { Language } from './language.tsx';
import { defineTexts } from './texts.ts';

/** Every field of a product as people call it: one that is forgotten does not compile. */
const FIELDS: Readonly<Record<Language, Readonly<Record<ProductColumn, string>>>> = {
  fr: {
    name: 'Nom',
    description: 'Description',
    category: 'Rayon',
    price_cfa: 'Prix',
    stock_qty: 'Stock',
    image_url: 'Photo',
    ingredients: 'Composition',
    expiration_date: 'Péremption',
    brand: 'Marque',
    barcode: 'Code-barres',
    tags: 'Étiquettes',
    active: 'En vente',
    cautions: 'Précautions',
    attributes: 'Qualités',
    promo_price_cfa: 'Prix promotionnel',
    promo_from: 'Début de la promotion',
    promo_to: 'Fin de la promotion',
    usage_tip: 'Conseil d’utilisation',
    low_stock_threshold: 'Alerte de stock',
  },
  en: {
    name: 'Name',
    description: 'Description',
    category: 'Category',
    price_cfa: 'Price',
    stock_qty: 'Stock',
    image_url: 'Picture',
    ingredients: 'Ingredients',
    expiration_date: 'Expiry',
    brand: 'Brand',
    barcode: 'Barcode',
    tags: 'Tags',
    active: 'On sale',
    cautions: 'Cautions',
    attributes: 'Attributes',
    promo_price_cfa: 'Promotional price',
    promo_from: 'Start of the promotion',
    promo_to: 'End of the promotion',
    usage_tip: 'Usage tip',
    low_stock_threshold: 'Stock warning',
  },
};

/** What else a file, a form or a refusal may name. */
const PARTS = defineTexts(
  {
    id: 'Identifiant',
    caution_pregnancy: 'Grossesse',
    caution_breastfeeding: 'Allaitement',
    caution_min_age_months: 'Âge minimum',
    caution_allergens: 'Allergènes',
    caution_essential_oils: 'Huiles essentielles',
    caution_asthma: 'Asthme',
    caution_epilepsy: 'Épilepsie',
    caution_interactions: 'Interactions',
    'cautions.minAgeMonths': 'Âge minimum',
    'cautions.allergens': 'Allergènes',
    'cautions.interactions': 'Interactions',
    line: 'Ligne',
  },
  {
    id: 'Id',
    caution_pregnancy: 'Pregnancy',
    caution_breastfeeding: 'Breast-feeding',
    caution_min_age_months: 'Minimum age',
    caution_allergens: 'Allergens',
    caution_essential_oils: 'Essential oils',
    caution_asthma: 'Asthma',
    caution_epilepsy: 'Epilepsy',
    caution_interactions: 'Interactions',
    'cautions.minAgeMonths': 'Minimum age',
    'cautions.allergens': 'Allergens',
    'cautions.interactions': 'Interactions',
    line: 'Line',
  },
);

/** What a column of a product is called; undefined where there is no word for it. */
export const productWord = (language: Language, column: string): string | undefined =>
  (({ ...FIELDS[language], ...PARTS[language] }) as Readonly<Record<string, string>>)[column];
