import { productChanges, readBarcode } from '@http/catalogue/contract.ts';
import { config as configureZod } from 'zod';
import { en, fr } from 'zod/locales';
import type { Language } from '../../i18n/language.tsx';
import type { Product, ProductChanges } from './use-products.ts';

/** As the fields hold it: an empty field is an empty text. */
export interface ProductForm {
  name: string;
  brand: string;
  category: string;
  barcode: string;
  description: string;
  ingredients: string;
  price_cfa: number | string;
  stock_qty: number | string;
  low_stock_threshold: number | string;
  expiration_date: string;
  active: boolean;
  attributes: string[];
  tags: string[];
  promo_price_cfa: number | string;
  promo_from: string;
  promo_to: string;
  usage_tip: string;
  pregnancy: boolean;
  breastfeeding: boolean;
  essentialOils: boolean;
  asthma: boolean;
  epilepsy: boolean;
  minAgeMonths: number | string;
  allergens: string[];
  interactions: string[];
}
export type ProductErrors = Partial<Record<keyof ProductForm, string>>;

export const toForm = (product: Product | null): ProductForm => ({
  name: product?.name ?? '',
  brand: product?.brand ?? '',
  category: product?.category ?? '',
  barcode: product?.barcode ?? '',
  description: product?.description ?? '',
  ingredients: product?.ingredients ?? '',
  price_cfa: product?.price_cfa ?? '',
  stock_qty: product?.stock_qty ?? 0,
  low_stock_threshold: product?.low_stock_threshold ?? 5,
  expiration_date: product?.expiration_date ?? '',
  active: product?.active ?? true,
  attributes: [...(product?.attributes ?? [])],
  tags: [...(product?.tags ?? [])],
  promo_price_cfa: product?.promo_price_cfa ?? '',
  promo_from: product?.promo_from ?? '',
  promo_to: product?.promo_to ?? '',
  usage_tip: product?.usage_tip ?? '',
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

/** As the API takes it. */
export const toRow = (form: ProductForm): ProductChanges => ({
  name: form.name.trim(),
  brand: orNull(form.brand),
  category: orNull(form.category),
  barcode: orNull(form.barcode),
  description: orNull(form.description),
  ingredients: orNull(form.ingredients),
  price_cfa: Number(form.price_cfa),
  stock_qty: Number(form.stock_qty),
  low_stock_threshold: Number(form.low_stock_threshold),
  expiration_date: orNull(form.expiration_date),
  active: form.active,
  attributes: form.attributes,
  tags: form.tags,
  promo_price_cfa: numberOrNull(form.promo_price_cfa),
  promo_from: orNull(form.promo_from),
  promo_to: orNull(form.promo_to),
  usage_tip: orNull(form.usage_tip),
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
  for (const key of ['price_cfa', 'stock_qty', 'low_stock_threshold'] as const)
    if (form[key] === '') errors[key] = t.required;
  if (row.promo_price_cfa != null && row.promo_price_cfa >= (row.price_cfa ?? 0))
    errors['promo_price_cfa'] = t.cheaper;
  if (row.promo_from != null && row.promo_to != null && row.promo_from > row.promo_to)
    errors['promo_to'] = t.order;
  const barcode = readBarcode(form.barcode);
  if (barcode.kind === 'bad') errors['barcode'] = t[`barcode_${barcode.reason}`];
  return errors;
}
