/**
 * What may be wrong with a field of a product: programs and the dashboard's dictionary go by the code, `values` are
 * the figures of its sentence.
 */
export const PROBLEM_CODES = [
  'needed',
  'between',
  'price',
  'price_form',
  'price_zero',
  'whole_form',
  'yes_no',
  'day_form',
  'text_length',
  'too_long',
  'words',
  'promo_not_cheaper',
  'promo_ends_before',
  'barcode_shortened',
  'barcode_check_digit',
  'barcode_form',
  'barcode_taken',
  'image_address',
  'uuid',
  'cells',
  'quotes',
  'same_product',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** In English, for programmers. */
  readonly message: string;
  readonly values?: Readonly<Record<string, number>>;
}

/** A problem of one field, named as programs name it. */
export interface FieldProblem extends Problem {
  readonly field: string;
}
