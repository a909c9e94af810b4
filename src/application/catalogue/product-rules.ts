import type { Product } from '../../domain/catalogue/product.ts';
import { problemOfBarcode, readBarcode } from '../../domain/catalogue/barcode.ts';
import type { FieldProblem, Problem } from '../../domain/catalogue/field-problem.ts';
import { MAX_PRICE_CFA } from '../../domain/catalogue/price.ts';
import { PRODUCT_COLUMNS } from '../../domain/catalogue/product-fields.ts';
import { LeaError } from '../../domain/shared/errors.ts';

/** Far above any stock of a parapharmacy, far below what the database's integers hold. */
const MAX_AMOUNT = 1_000_000_000;
const MAX_TEXT = 10_000;
const MAX_LIST = 50;
const MAX_WORD = 100;
const IMAGE = /^(https?:\/\/[^\s"'<>\\]+|\/images\/[\w./-]+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Every rule that a product of the catalogue obeys, whoever writes it. */
export function problemsOf(product: Product): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const expect = (
    holds: boolean,
    field: string,
    code: Problem['code'],
    message: string,
    values?: Problem['values'],
  ): void => {
    if (!holds) found.push({ field, code, message, ...(values && { values }) });
  };
  const amount = (value: number | null, field: string): void =>
    expect(
      value === null || (Number.isInteger(value) && value >= 0 && value <= MAX_AMOUNT),
      field,
      'between',
      `A whole number from 0 to ${MAX_AMOUNT} is expected.`,
      { min: 0, max: MAX_AMOUNT },
    );
  const price = (value: number | null, field: string): void =>
    expect(
      value === null || (Number.isInteger(value) && value >= 1 && value <= MAX_PRICE_CFA),
      field,
      'price',
      `A price from 1 to ${MAX_PRICE_CFA} CFA francs is expected.`,
      { min: 1, max: MAX_PRICE_CFA },
    );
  const text = (value: string | null, field: string, max: number): void =>
    expect(
      value === null || value.length <= max,
      field,
      'too_long',
      `At most ${max} characters are expected.`,
      { max },
    );
  const neededText = (value: string, field: string, max: number): void =>
    expect(
      value.trim() !== '' && value.length <= max,
      field,
      'text_length',
      `1 to ${max} characters are expected.`,
      { min: 1, max },
    );
  const image = (value: string | null, field: string, max: number): void =>
    expect(
      value === null || (value.length <= max && IMAGE.test(value)),
      field,
      'image_address',
      'An https address or a path below /images/ is expected.',
    );
  const day = (value: string | null, field: string): void =>
    expect(
      value === null || isDay(value),
      field,
      'day_form',
      'A date such as 2027-01-31 is expected.',
    );
  const words = (list: readonly string[], field: string): void =>
    expect(
      list.length <= MAX_LIST &&
        list.every((word) => word.trim() !== '' && word.length <= MAX_WORD),
      field,
      'words',
      `At most ${MAX_LIST} words of 1 to ${MAX_WORD} characters are expected.`,
      { words: MAX_LIST, max: MAX_WORD },
    );

  for (const { field, column, kind, max = MAX_TEXT, needed } of PRODUCT_COLUMNS) {
    const value: unknown = product[field];
    switch (kind) {
      case 'text':
        if (needed === true) neededText(value as string, column, max);
        else text(value as string | null, column, max);
        break;
      case 'price':
        price(value as number | null, column);
        break;
      case 'count':
        amount(value as number | null, column);
        break;
      case 'day':
        day(value as string | null, column);
        break;
      case 'words':
        words(value as readonly string[], column);
        break;
      case 'image':
        image(value as string | null, column, max);
        break;
      case 'barcode': {
        const read = value === null ? null : readBarcode(value as string);
        if (read?.kind === 'bad') found.push({ field: column, ...problemOfBarcode(read) });
        break;
      }
      case 'flag':
      case 'cautions':
    }
  }
  expect(
    product.promoPriceCfa === null || product.promoPriceCfa < product.priceCfa,
    'promo_price_cfa',
    'promo_not_cheaper',
    'A promotion must be cheaper than the price.',
  );
  expect(
    product.promoFrom === null || product.promoTo === null || product.promoFrom <= product.promoTo,
    'promo_to',
    'promo_ends_before',
    'A promotion cannot end before it begins.',
  );
  words(product.cautions.allergens, 'cautions.allergens');
  words(product.cautions.interactions, 'cautions.interactions');
  const age = product.cautions.minAgeMonths;
  expect(
    age === null || (Number.isInteger(age) && age >= 0 && age <= 1_200),
    'cautions.minAgeMonths',
    'between',
    'Whole months from 0 to 1200 are expected.',
    { min: 0, max: 1_200 },
  );
  return found;
}

/**
 * What a change makes wrong. What was wrong before and was not touched is let through, so that an old slip does not
 * stop the stock from being counted; nothing is when a product is put on sale.
 */
export function introduced(product: Product, before: Product | null): readonly FieldProblem[] {
  const excused = before === null || (product.active && !before.active) ? [] : problemsOf(before);
  return problemsOf(product).filter(
    ({ field, message }) => !excused.some((old) => old.field === field && old.message === message),
  );
}

/** @throws LeaError `invalid_product` naming the first field, with all of them in the details */
export function mustBeSound(product: Product, before: Product | null = null): void {
  const problems = introduced(product, before);
  const [first] = problems;
  if (first === undefined) return;
  throw new LeaError('invalid', 'invalid_product', `${first.field}: ${first.message}`, {
    fields: problems,
  });
}

function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
