import { describe, expect, it } from 'vitest';
import { readProductsCsv } from '../../../src/adapters/http/catalogue/read-products-csv.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { PROBLEM_CODES } from '../../../src/domain/catalogue/field-problem.ts';
import type { LeaError } from '../../../src/domain/shared/errors.ts';
import { aProduct, aUserId } from '../../support/builders.ts';
import { createHarness } from '../../support/harness.ts';

type Words = 'fr' | 'en';
interface Told {
  readonly field: string;
  readonly message: string;
}
// The dashboard is compiled by itself, for a browser.
const dashboard = new URL('../../../dashboard/src/', import.meta.url).href;
const { ApiError } = (await import(`${dashboard}api/client.ts`)) as {
  ApiError: new (status: number, code: string, message: string, details?: unknown) => Error;
};
const { labelledProblem, problemSentence, refusalText } = (await import(
  `${dashboard}pages/Catalogue/refusals.ts`
)) as {
  labelledProblem: (language: Words, problem: Told) => string;
  problemSentence: (language: Words, problem: Told) => string;
  refusalText: (language: Words, error: unknown) => string;
};

const EDITOR: Actor = { kind: 'staff', userId: aUserId(), role: 'product_editor' };
/** Words of the server's own sentences. */
const ENGLISH = /\b(?:expected|barcode|digit|price|line|product|must|characters|at most|is|the)\b/i;
const CREAM = aProduct({ name: 'Crème', barcode: '3600520123455', priceCfa: 6_500 });
const SOAP = aProduct({ name: 'Savon', barcode: '4006381333931', priceCfa: 1_500 });

/** What the preview of a file shows of its first line. */
async function shown(csv: string) {
  const lea = createHarness({ products: [CREAM, SOAP] });
  const result = await lea.parts.importProducts.execute({
    actor: EDITOR,
    lines: readProductsCsv(new TextEncoder().encode(csv)).lines,
    preview: true,
  });
  const problems = result.lines.flatMap((line) => line.problems);
  return {
    fr: problems.map((problem) => labelledProblem('fr', problem)).join(' '),
    en: problems.map((problem) => labelledProblem('en', problem)).join(' '),
  };
}

/** What the form or the table shows of a refused change. */
async function refused(changes: object) {
  const lea = createHarness({ products: [CREAM, SOAP] });
  const error = await lea.parts.updateProducts
    .execute({ actor: EDITOR, productIds: [CREAM.id], changes })
    .then(
      () => null,
      (problem: unknown) => problem as LeaError,
    );
  const told = new ApiError(400, error!.code, error!.message, error!.details);
  return { fr: refusalText('fr', told), en: refusalText('en', told) };
}

describe('what is wrong in a file', () => {
  it.each([
    ['nom,prix\nX,abc', 'Prix : un nombre entier de francs CFA', 'Price: a whole number of CFA francs'],
    ['nom,prix\nX,0', 'Prix : un prix d’au moins 1 FCFA', 'Price: a price of at least 1 FCFA'],
    ['nom,prix\nX,99000000', 'Prix : un prix de 1 à 10', 'Price: a price from 1 to 10,000,000 FCFA'],
    ['nom,prix\nX,', 'Prix : à remplir', 'Price: needed'],
    ['nom,prix,code-barres\nX,100,3.60E12', 'Code-barres : un tableur a raccourci', 'Barcode: a spreadsheet has shortened'],
    ['nom,prix,code-barres\nX,100,3600520123456', 'Code-barres : le dernier chiffre', 'Barcode: the last digit'],
    ['nom,prix,code-barres\nX,100,é', 'Code-barres : un code-barres a', 'Barcode: a barcode has'],
    ['nom,prix,stock\nX,100,beaucoup', 'Stock : un nombre entier', 'Stock: a whole number'],
    ['nom,prix,stock\nX,100,2000000000', 'Stock : un nombre entier de 0 à', 'Stock: a whole number from 0 to'],
    ['nom,prix,peremption\nX,100,31/02/2027', 'Péremption : une date', 'Expiry: a date'],
    ['nom,prix,promo\nX,100,100', 'Prix promotionnel : une promotion', 'Promotional price: a promotion must'],
    ['nom,prix,debut promo,fin promo\nX,100,2027-02-01,2027-01-01', 'Fin de la promotion : la promotion finit', 'End of the promotion: the promotion ends'],
    ['nom,prix,grossesse\nX,100,peut-être', 'Grossesse : oui ou non', 'Pregnancy: yes or no'],
    ['nom,prix\nX,100,5', '3 cases pour 2 colonnes', '3 cells for 2 columns'],
    [`id,nom,prix,code-barres\n${CREAM.id},X,100,4006381333931`, 'Code-barres : un autre produit', 'Barcode: another product'],
    ['nom,prix,code-barres\nX,100,5449000000996\nX,100,5449000000996', 'Code-barres : la ligne 2', 'Barcode: line 2'],
  ])('%j', async (csv, fr, en) => {
    const told = await shown(csv);
    expect(told).toEqual({
      fr: expect.stringContaining(fr) as string,
      en: expect.stringContaining(en) as string,
    });
    expect(told.fr).not.toMatch(ENGLISH);
  }); // prettier-ignore
});

describe('a change that is refused', () => {
  it.each([
    [{ priceCfa: 0 }, 'Prix : un prix de 1 à', 'Price: a price from 1 to'],
    [{ priceCfa: 1.5 }, 'Prix : un prix de 1 à', 'Price: a price from 1 to'],
    [{ promoPriceCfa: 7_000 }, 'Prix promotionnel : une promotion', 'Promotional price: a promotion'],
    [{ stockQty: -1 }, 'Stock : un nombre entier', 'Stock: a whole number'],
    [{ expirationDate: '2027-13-01' }, 'Péremption : une date', 'Expiry: a date'],
    [{ barcode: '3600520123456' }, 'Code-barres : le dernier chiffre', 'Barcode: the last digit'],
    [{ barcode: SOAP.barcode }, 'Code-barres : un autre produit', 'Barcode: another product'],
  ])('%j', async (changes, fr, en) => {
    const told = await refused(changes);
    expect(told).toEqual({
      fr: expect.stringContaining(fr) as string,
      en: expect.stringContaining(en) as string,
    });
    expect(told.fr).not.toMatch(ENGLISH);
  }); // prettier-ignore

  it('of a product that is gone, or of another kind, is said too', () => {
    expect(refusalText('fr', new ApiError(404, 'product_not_found', 'No such product.'))).toBe(
      'Ce produit n’existe plus.',
    );
    expect(refusalText('fr', new ApiError(503, 'busy', 'Try again.'))).toBe('Try again.');
    expect(refusalText('en', new ApiError(400, 'invalid_request', 'x', { errors: [{ field: 'price_cfa', message: 'Too big' }] }))).toBe('Price: this value is not accepted.'); // prettier-ignore
  });

  it('of a file names the lines, and how many more there are', () => {
    const errors = Array.from({ length: 7 }, (_, index) => ({ line: index + 2, field: 'price_cfa', code: 'price_zero', message: '' })); // prettier-ignore
    const told = refusalText('fr', new ApiError(422, 'import_refused', '', { error_count: 7, errors })); // prettier-ignore
    expect(told).toMatch(/^Ligne 2, Prix : un prix .* et 2 autres$/);
  });
});

it.each(PROBLEM_CODES)('has words for %s in both languages', (code) => {
  const problem = { field: 'name', code, message: '', values: { min: 1, max: 2, line: 3, words: 4, cells: 5, columns: 6 } }; // prettier-ignore
  expect(problemSentence('fr', problem)).not.toMatch(ENGLISH);
  expect(problemSentence('en', problem)).toMatch(ENGLISH);
});
