import type { Cautions } from '../../../domain/catalogue/cautions.ts';
import type { CatalogueProduct } from '../../../ports/repositories/catalogue.ts';

export type CsvKind = 'id' | 'text' | 'price' | 'count' | 'day' | 'flag' | 'words';

/** One column of our CSV files: its name in exports, and the headers by which imports know it. */
export interface CsvColumn {
  readonly name: string;
  readonly kind: CsvKind;
  /** Cannot be empty: an empty cell leaves the value as it is. */
  readonly needed?: true;
  /** As `headerKey` makes them. */
  readonly headers: readonly string[];
  readonly get: (product: CatalogueProduct) => string | number | boolean | null | readonly string[];
  readonly target:
    | { readonly field: Exclude<keyof CatalogueProduct, 'cautions'> }
    | { readonly caution: keyof Cautions };
}

const field = (
  name: string,
  kind: CsvKind,
  key: Exclude<keyof CatalogueProduct, 'cautions'>,
  headers: string,
  needed?: true,
): CsvColumn => ({
  name,
  kind,
  ...(needed === undefined ? {} : { needed }),
  headers: [headerKey(name), ...headers.split('|')],
  get: (product) => product[key],
  target: { field: key },
});

const caution = (name: string, kind: CsvKind, key: keyof Cautions, headers: string): CsvColumn => ({
  name,
  kind,
  headers: [headerKey(name), ...headers.split('|')],
  get: ({ cautions }) => cautions[key],
  target: { caution: key },
});

/** No header is longer; putting a long row of accents in their order takes quadratic time. */
const LONGEST_HEADER = 200;

/** `Prix (FCFA)` and `prix_fcfa` are the same header. */
export function headerKey(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export const CSV_COLUMNS: readonly CsvColumn[] = [
  field('id', 'id', 'id', 'identifiant'),
  field(
    'barcode',
    'text',
    'barcode',
    'code barre|code barres|code a barre|code a barres|codebarre|ean|ean13|ean 13|gtin|code ean|bar code',
  ),
  field(
    'name',
    'text',
    'name',
    'nom|produit|product|nom du produit|product name|designation|libelle|title|titre',
    true,
  ),
  field('brand', 'text', 'brand', 'marque|laboratoire|labo'),
  field('category', 'text', 'category', 'categorie|rayon'),
  field(
    'price_cfa',
    'price',
    'priceCfa',
    'prix|prix cfa|prix fcfa|prix f cfa|prix xaf|prix xof|prix de vente|prix ttc|prix unitaire|price|price fcfa|pv',
    true,
  ),
  field(
    'stock_qty',
    'count',
    'stockQty',
    'stock|quantite|quantite en stock|qte|qte stock|qty|quantity|stock quantity',
    true,
  ),
  field('description', 'text', 'description', 'descriptif'),
  field('ingredients', 'text', 'ingredients', 'composition|inci'),
  field(
    'expiration_date',
    'day',
    'expirationDate',
    'expiration|date d expiration|date expiration|peremption|date de peremption|date peremption|dlc|ddm|expiry|expiry date|expires',
  ),
  field('tags', 'words', 'tags', 'etiquettes|mots cles|keywords|tag'),
  field('attributes', 'words', 'attributes', 'attributs|caracteristiques|labels|proprietes'),
  field('active', 'flag', 'active', 'actif|statut|status|en vente', true),
  field('image_url', 'text', 'imageUrl', 'image|url image|lien image|photo|image link'),
  field(
    'promo_price_cfa',
    'price',
    'promoPriceCfa',
    'prix promo|prix promotion|prix promotionnel|promo price|promo',
  ),
  field(
    'promo_from',
    'day',
    'promoFrom',
    'debut promo|promo debut|promo du|debut promotion|promo start',
  ),
  field('promo_to', 'day', 'promoTo', 'fin promo|promo fin|promo au|fin promotion|promo end'),
  field(
    'usage_tip',
    'text',
    'usageTip',
    'conseil|conseil d utilisation|conseils d utilisation|mode d emploi|utilisation|usage',
  ),
  field(
    'low_stock_threshold',
    'count',
    'lowStockThreshold',
    'seuil|seuil de stock|seuil stock|seuil d alerte|stock minimum|stock mini|stock min|low stock',
    true,
  ),
  caution('caution_pregnancy', 'flag', 'pregnancy', 'deconseille grossesse|grossesse|pregnancy'),
  caution(
    'caution_breastfeeding',
    'flag',
    'breastfeeding',
    'deconseille allaitement|allaitement|breastfeeding',
  ),
  caution(
    'caution_min_age_months',
    'count',
    'minAgeMonths',
    'age minimum|age minimum mois|age min mois|min age months',
  ),
  caution('caution_allergens', 'words', 'allergens', 'allergenes|allergens'),
  caution('caution_essential_oils', 'flag', 'essentialOils', 'huiles essentielles|essential oils'),
  caution('caution_asthma', 'flag', 'asthma', 'deconseille asthme|asthme|asthma'),
  caution('caution_epilepsy', 'flag', 'epilepsy', 'deconseille epilepsie|epilepsie|epilepsy'),
  caution(
    'caution_interactions',
    'words',
    'interactions',
    'interactions|interactions medicamenteuses',
  ),
];
