import { NO_CAUTIONS, type Cautions } from './cautions.ts';

/**
 * What a field holds. `price` and `count` are whole numbers, a price in CFA francs and never 0; a `day` is
 * `YYYY-MM-DD`; `image` is an address and `barcode` a number as printed, both with rules of their own.
 */
export type FieldKind =
  'text' | 'barcode' | 'image' | 'price' | 'count' | 'day' | 'flag' | 'words' | 'cautions';

export interface FieldFacts {
  readonly kind: FieldKind;
  /** Characters of a text. */
  readonly max?: number;
  /** A product has it: it cannot be emptied. */
  readonly needed?: true;
  /** The database may hold null for an empty list. */
  readonly nullable?: true;
  /** Of a new product, where it is not empty; none says that the one who makes it must say. */
  readonly initial?: number | boolean | 'asked';
  /** Headers, parted by `|`, by which a file's column is known beside the name: small, without accents or signs. */
  readonly headers: string;
}

/**
 * Every field of a product, said once, in the order of our CSV files. The type, the columns and rows of the
 * database, `/rest/v1`, import and export, the rules and the dashboard's form follow from it; its words for people
 * stand in `dashboard/src/i18n/product-words.ts`.
 */
export const PRODUCT_FIELDS = {
  barcode: {
    kind: 'barcode',
    max: 64,
    headers:
      'code barre|code barres|code a barre|code a barres|codebarre|ean|ean13|ean 13|gtin|code ean|bar code',
  },
  name: {
    kind: 'text',
    max: 300,
    needed: true,
    initial: 'asked',
    headers: 'nom|produit|product|nom du produit|product name|designation|libelle|title|titre',
  },
  brand: { kind: 'text', max: 100, headers: 'marque|laboratoire|labo' },
  category: { kind: 'text', max: 100, headers: 'categorie|rayon' },
  priceCfa: {
    kind: 'price',
    needed: true,
    initial: 'asked',
    headers:
      'prix|prix cfa|prix fcfa|prix f cfa|prix xaf|prix xof|prix de vente|prix ttc|prix unitaire|price|price fcfa|pv',
  },
  stockQty: {
    kind: 'count',
    needed: true,
    headers: 'stock|quantite|quantite en stock|qte|qte stock|qty|quantity|stock quantity',
  },
  description: { kind: 'text', max: 10_000, headers: 'descriptif' },
  ingredients: { kind: 'text', max: 10_000, headers: 'composition|inci' },
  expirationDate: {
    kind: 'day',
    headers:
      'expiration|date d expiration|date expiration|expires|peremption|date de peremption|' +
      'date peremption|dlc|ddm|expiry|expiry date',
  },
  tags: { kind: 'words', nullable: true, headers: 'etiquettes|mots cles|keywords|tag' },
  /** Needs, skin or hair types and labels it answers to: "peau sèche", "bio", "vegan", "sans parfum"… */
  attributes: { kind: 'words', headers: 'attributs|caracteristiques|labels|proprietes' },
  active: {
    kind: 'flag',
    needed: true,
    initial: true,
    headers: 'actif|statut|status|en vente',
  },
  imageUrl: { kind: 'image', max: 2_000, headers: 'image|url image|lien image|photo|image link' },
  promoPriceCfa: {
    kind: 'price',
    headers: 'prix promo|prix promotion|prix promotionnel|promo price|promo',
  },
  promoFrom: {
    kind: 'day',
    headers: 'debut promo|promo debut|promo du|debut promotion|promo start',
  },
  promoTo: { kind: 'day', headers: 'fin promo|promo fin|promo au|fin promotion|promo end' },
  /** How to use it, written by staff, never by a model. */
  usageTip: {
    kind: 'text',
    max: 1_000,
    headers: 'conseil|conseil d utilisation|conseils d utilisation|mode d emploi|utilisation|usage',
  },
  /** At or below this stock it appears among the low ones. */
  lowStockThreshold: {
    kind: 'count',
    needed: true,
    initial: 5,
    headers:
      'seuil|seuil de stock|seuil stock|seuil d alerte|stock minimum|stock mini|stock min|low stock',
  },
  /** Columns of their own in files. */
  cautions: { kind: 'cautions', headers: '' },
} as const satisfies Readonly<Record<string, FieldFacts>>;

export type ProductField = keyof typeof PRODUCT_FIELDS;
type FactsOf<F extends ProductField> = (typeof PRODUCT_FIELDS)[F];

type Held<F extends FieldFacts> = F extends { kind: 'price' | 'count' }
  ? number
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'words' }
      ? readonly string[]
      : F extends { kind: 'cautions' }
        ? Cautions
        : string;
type Empty<F extends FieldFacts> = F extends
  { needed: true } | { kind: 'count' | 'flag' | 'words' | 'cautions' }
  ? never
  : null;

/** What staff may write of a product. */
export type ProductFields = {
  readonly [F in ProductField]: Held<FactsOf<F>> | Empty<FactsOf<F>>;
};

/** `priceCfa` → `price_cfa`. */
type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : '';
export type ProductColumn = Snake<ProductField>;
type FieldOf<C extends ProductColumn> = {
  [F in ProductField]: Snake<F> extends C ? F : never;
}[ProductField];

/** The fields as columns: as `/rest/v1` takes them. */
export type ProductColumns = {
  readonly [C in ProductColumn]: ProductFields[FieldOf<C>];
};
/** As the database holds them and `/rest/v1` shows them. */
export type ProductColumnsRow = {
  readonly [C in ProductColumn]:
    | (FactsOf<FieldOf<C>> extends { kind: 'cautions' }
        ? Partial<Cautions>
        : ProductFields[FieldOf<C>])
    | (FactsOf<FieldOf<C>> extends { nullable: true } ? null : never);
};

export interface ColumnFacts extends FieldFacts {
  readonly field: ProductField;
  readonly column: ProductColumn;
}
/** In the order of the declaration. */
export const PRODUCT_COLUMNS: readonly ColumnFacts[] = (
  Object.entries(PRODUCT_FIELDS) as readonly [ProductField, FieldFacts][]
).map(([field, facts]) => ({
  ...facts,
  field,
  column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ProductColumn,
}));

const EMPTY: Readonly<Record<FieldKind, unknown>> = {
  text: null,
  barcode: null,
  image: null,
  price: null,
  count: 0,
  day: null,
  flag: false,
  words: [],
  cautions: NO_CAUTIONS,
};

/** A new product before anybody has said anything of it; its name and price are for the one who makes it. */
export const EMPTY_FIELDS = Object.fromEntries(
  PRODUCT_COLUMNS.filter(({ initial }) => initial !== 'asked').map(({ field, kind, initial }) => [
    field,
    initial ?? EMPTY[kind],
  ]),
) as unknown as Omit<ProductFields, 'name' | 'priceCfa'>;
