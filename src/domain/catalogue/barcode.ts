import type { Problem } from './field-problem.ts';

/**
 * `gtin`: the world-wide number of an article, as EAN-13 unless it is an EAN-8 or a case's GTIN-14. `in_store`: the
 * same form, but given out by a shop itself (labels of scales). `cip7`: the French number of a medicine.
 * `house`: the shop's own, whatever its form.
 */
export type BarcodeKind = 'gtin' | 'in_store' | 'cip7' | 'house';

export type ReadBarcode =
  /** Nothing was said: an empty cell, `-`, `N/A`, zeros. */
  | { readonly kind: 'none' }
  | { readonly kind: BarcodeKind; readonly value: string }
  | { readonly kind: 'bad'; readonly reason: BadBarcode; readonly problem: string };

/**
 * `shortened`: a spreadsheet made a number of it. `check_digit`: one of its digits is wrong. `form`: no barcode at
 * all.
 */
export type BadBarcode = 'shortened' | 'check_digit' | 'form';

/** As a problem of a field. */
export const problemOfBarcode = ({
  reason,
  problem,
}: {
  readonly reason: BadBarcode;
  readonly problem: string;
}): Problem => ({ code: `barcode_${reason}`, message: problem });

const SHORTENED =
  'A spreadsheet has shortened this number, and digits are lost: make the column a text there, and export again.';
/** Nothing in it tells one product from another. */
const PLACEHOLDERS = new Set(
  'a definir|a venir|aucun|aucune|code|ean|inconnu|inconnue|manquant|na|nan|nc|nd|neant|nil|no|non|none|non renseigne|nr|null|pas de code|rien|sans|sans code|sans code barre|sans code barres|so|tbd|undefined|unknown|vide|x|xx|xxx|ref|value|n a|n d|n c|n r|s o|no code|no barcode'.split(
    '|',
  ),
);
/** `3.60E12`, `3,6 E+12`, `3,60x10^12`: a float, of which only the first digits are left. */
const FLOAT = /^\d+(?:[.,]\d+)?\s?(?:e|[x×*]\s?10\s?\^)\s?\+?\d+$/i;
/** `3600520123456.0`: it was a float on its way. */
const FRACTION = /^\d+[.,]0+$/;
/** Rounded when it was a float: no real number ends like this. */
const ROUNDED = /^(?=\d{11,})\d{2,9}0{5,}$/;
const HOUSE = /^[0-9A-Za-z][0-9A-Za-z._/-]{1,63}$/;

/** Reads a barcode as people and spreadsheets write it. The same article gives the same value, however written. */
export function readBarcode(raw: string): ReadBarcode {
  const text = bare(raw);
  if (isPlaceholder(text)) return { kind: 'none' };
  if (/^#+$/.test(text) || FLOAT.test(text) || FRACTION.test(text))
    return bad('shortened', SHORTENED);
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d+$/.test(digits)) return readDigits(digits);
  return HOUSE.test(text)
    ? { kind: 'house', value: text }
    : bad('form', '2 to 64 digits and letters are expected.');
}

/**
 * No code is longer with all that stands around it; putting a long row of accents in their order takes quadratic
 * time.
 */
const LONGEST_RAW = 300;
const bad = (reason: BadBarcode, problem: string): ReadBarcode => ({
  kind: 'bad',
  reason,
  problem,
});

/** Without what spreadsheets, scanners and people put around it. */
function bare(raw: string): string {
  const text = raw
    .slice(0, LONGEST_RAW)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
  const [, formula] = /^=\s?"([^"]*)"$/.exec(text) ?? [];
  return (formula ?? text)
    .replace(/^[\s'"‘’`]+|(?<![\s'"‘’`])[\s'"‘’`]+$/g, '')
    .replace(/^(?:ean|gtin|upc)(?:[\s-]?(?:8|12|13|14|a))?\s?[:#]\s?/i, '')
    .replace(/^\(01\)\s?/, '')
    .replace(/\s+/g, ' ');
}

function isPlaceholder(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return /^[0 ]*$/.test(words) ? !/^#+$/.test(text) : PLACEHOLDERS.has(words);
}

function readDigits(digits: string): ReadBarcode {
  if (ROUNDED.test(digits)) return bad('shortened', SHORTENED);
  switch (digits.length) {
    case 7:
      // A medicine's number, or else somebody's own of this length.
      return { kind: isCip7(digits) ? 'cip7' : 'house', value: digits };
    case 8:
    case 12:
    case 13:
    case 14:
      if (!hasCheckDigit(digits))
        return bad(
          'check_digit',
          `The last digit of this barcode does not fit the others: one of its ${digits.length} digits is wrong.`,
        );
      return gtin(digits);
    case 11:
      // A UPC-A whose first zero a spreadsheet took.
      return hasCheckDigit(digits) ? gtin(`0${digits}`) : { kind: 'house', value: digits };
    default:
      if (digits.length > 14) return bad('form', 'At most 14 digits are expected in a barcode.');
      return digits.length < 3
        ? bad('form', 'A barcode has 3 digits at least.')
        : { kind: 'house', value: digits };
  }
}

/** UPC-A is an EAN-13 that begins with 0, an EAN-13 a GTIN-14 that does, and an EAN-8 one with six zeros before it. */
function gtin(digits: string): ReadBarcode {
  const all = digits.padStart(14, '0');
  const value = all.startsWith('000000') ? all.slice(6) : all.startsWith('0') ? all.slice(1) : all;
  const inStore = value.length === 8 ? /^[02]/ : value.length === 13 ? /^(?:2|02|04)/ : /^$/;
  return { kind: inStore.test(value) ? 'in_store' : 'gtin', value };
}

/** Modulo 10 with weights 3 and 1 from the right, the same for every GTIN (GS1 General Specifications, 7.9). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** Six digits weighed 2 to 7, modulo 11. */
function isCip7(digits: string): boolean {
  const sum = [...digits.slice(0, 6)].reduce(
    (total, digit, index) => total + Number(digit) * (index + 2),
    0,
  );
  return sum % 11 === Number(digits[6]);
}
