import {
  PRODUCT_COLUMNS,
  productChanges,
  readBarcode,
  type ProductColumn,
  type ProductColumns,
} from '@http/catalogue/contract.ts';
import { config as configureZod } from 'zod';
import { en, fr } from 'zod/locales';
import type { Language } from '../../i18n/language.tsx';
import type { Product, ProductChanges } from './use-products.ts';

interface CautionsForm {
  pregnancy: boolean;
  breastfeeding: boolean;
  essentialOils: boolean;
  asthma: boolean;
  epilepsy: boolean;
  minAgeMonths: number | string;
  allergens: string[];
  interactions: string[];
}
/** The picture has a field of its own, and cautions several. */
type FormColumn = Exclude<ProductColumn, 'image_url' | 'cautions'>;
type Shown<V> = V extends readonly string[]
  ? string[]
  : V extends boolean
    ? boolean
    : V extends number
      ? number | string
      : V extends string
        ? string
        : never;
/** As the fields hold it: an empty field is an empty text. */
export type ProductForm = CautionsForm & { [C in FormColumn]: Shown<ProductColumns[C]> };
export type ProductErrors = Partial<Record<keyof ProductForm, string>>;

const isForm = (column: string): column is FormColumn =>
  column !== 'image_url' && column !== 'cautions';
export const FORM_COLUMNS = PRODUCT_COLUMNS.flatMap((facts) =>
  isForm(facts.column) ? [{ ...facts, column: facts.column }] : [],
);

type Facts = (typeof FORM_COLUMNS)[number];

/** What a field shows; without a product, what a new one begins with. */
function shown({ kind, initial, column }: Facts, product: Product | null): unknown {
  const value = product === null ? (initial === 'asked' ? undefined : initial) : product[column];
  switch (kind) {
    case 'words':
      return [...((value ?? []) as readonly string[])];
    case 'flag':
      return value ?? false;
    case 'count':
      return value ?? 0;
    default:
      return value ?? '';
  }
}

const formFields = (product: Product | null) =>
  Object.fromEntries(
    FORM_COLUMNS.map((facts) => [facts.column, shown(facts, product)]),
  ) as unknown as Omit<ProductForm, keyof CautionsForm>;

export const toForm = (product: Product | null): ProductForm => ({
  ...formFields(product),
  pregnancy: product?.cautions.pregnancy ?? false,
  breastfeeding: product?.cautions.breastfeeding ?? false,
  essentialOils: product?.cautions.essentialOils ?? false,
  asthma: product?.cautions.asthma ?? false,
  epilepsy: product?.cautions.epilepsy ?? false,
  minAgeMonths: product?.cautions.minAgeMonths ?? '',
  allergens: [...(product?.cautions.allergens ?? [])],
  interactions: [...(product?.cautions.interactions ?? [])],
});

const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
const numberOrNull = (value: number | string): number | null =>
  value === '' ? null : Number(value);
const lower = (words: readonly string[]): string[] =>
  words.map((word) => word.trim().toLowerCase());

function written({ kind, needed, column }: Facts, form: ProductForm): unknown {
  const value = form[column];
  switch (kind) {
    case 'words':
    case 'flag':
      return value;
    case 'price':
    case 'count':
      return needed === true ? Number(value) : numberOrNull(value as number | string);
    default:
      return needed === true ? (value as string).trim() : orNull(value as string);
  }
}

/** As the API takes it. */
export const toRow = (form: ProductForm): ProductChanges => ({
  ...(Object.fromEntries(
    FORM_COLUMNS.map((facts) => [facts.column, written(facts, form)]),
  ) as ProductChanges),
  cautions: {
    pregnancy: form.pregnancy,
    breastfeeding: form.breastfeeding,
    minAgeMonths: numberOrNull(form.minAgeMonths),
    allergens: lower(form.allergens),
    essentialOils: form.essentialOils,
    asthma: form.asthma,
    epilepsy: form.epilepsy,
    interactions: lower(form.interactions),
  },
});

/** The field of the form that a path of the API means: `cautions.minAgeMonths` → `minAgeMonths`. */
export const fieldOf = (path: string): string =>
  path.replace(/^cautions\./, '').replace(/\.\d+$/, '');

interface Words {
  readonly required: string;
  readonly cheaper: string;
  readonly order: string;
  readonly barcode_shortened: string;
  readonly barcode_check_digit: string;
  readonly barcode_form: string;
}

/** The API's own schema, and the rules between fields. */
export function problemsOf(form: ProductForm, language: Language, t: Words): ProductErrors {
  const errors: Record<string, string> = {};
  // The strict policy forbids compiled schemas.
  configureZod({ ...(language === 'fr' ? fr() : en()), jitless: true });
  const row = toRow(form);
  const read = productChanges.safeParse(row);
  for (const issue of read.error?.issues ?? [])
    errors[fieldOf(issue.path.join('.'))] ??= issue.message;
  if (row.name === '') errors['name'] = t.required;
  for (const { column, kind, needed } of FORM_COLUMNS)
    if (needed === true && (kind === 'price' || kind === 'count') && form[column] === '')
      errors[column] = t.required;
  if (row.promo_price_cfa != null && row.promo_price_cfa >= (row.price_cfa ?? 0))
    errors['promo_price_cfa'] = t.cheaper;
  if (row.promo_from != null && row.promo_to != null && row.promo_from > row.promo_to)
    errors['promo_to'] = t.order;
  const barcode = readBarcode(form.barcode);
  if (barcode.kind === 'bad') errors['barcode'] = t[`barcode_${barcode.reason}`];
  return errors;
}
