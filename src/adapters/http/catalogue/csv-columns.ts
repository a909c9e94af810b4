import type { Product } from '../../../domain/catalogue/product.ts';
import type { Cautions } from '../../../domain/catalogue/cautions.ts';

import { PRODUCT_COLUMNS, type ColumnFacts } from '../../../domain/catalogue/product-fields.ts';

export type CsvKind = 'id' | 'text' | 'price' | 'count' | 'day' | 'flag' | 'words';

/** A field that is one cell. */
type Plain = Exclude<keyof Product, 'cautions'>;

/** One column of our CSV files: its name in exports, and the headers by which imports know it. */
export interface CsvColumn {
  readonly name: string;
  readonly kind: CsvKind;
  /** Cannot be empty: an empty cell leaves the value as it is. */
  readonly needed?: true;
  /** As `headerKey` makes them. */
  readonly headers: readonly string[];
  readonly get: (product: Product) => string | number | boolean | null | readonly string[];
  readonly target: { readonly field: Plain } | { readonly caution: keyof Cautions };
}

const ofField = ({ field, column, kind, headers, needed }: ColumnFacts): CsvColumn[] =>
  kind === 'cautions'
    ? []
    : [
        {
          name: column,
          kind: kind === 'barcode' || kind === 'image' ? 'text' : kind,
          ...(needed === undefined ? {} : { needed }),
          headers: [headerKey(column), ...headers.split('|')],
          get: (product) => product[field as Plain],
          target: { field: field as Plain },
        },
      ];

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
  {
    name: 'id',
    kind: 'id',
    headers: ['id', 'identifiant'],
    get: ({ id }) => id,
    target: { field: 'id' },
  },
  ...PRODUCT_COLUMNS.flatMap(ofField),
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
